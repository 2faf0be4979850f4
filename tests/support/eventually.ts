import { setTimeout } from 'node:timers/promises';

const LOOKED_AT_EVERY_MILLISECONDS = 50;

/** Looks until it holds; after this many seconds what does not hold is thrown. */
export async function eventually(check: () => Promise<void>, seconds = 20): Promise<void> {
  const until = performance.now() + seconds * 1000;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
    }
    await setTimeout(LOOKED_AT_EVERY_MILLISECONDS);
  }
}

/** As many of one thing, made from their numbers. */
export function numbered<T>(count: number, make: (n: number) => T): T[] {
  return Array.from({ length: count }, (_, n) => make(n));
}

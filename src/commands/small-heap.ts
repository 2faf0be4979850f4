import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Passes pieces on, and now and then has what is no longer used taken away. Left to itself, the
 * engine lets the heap grow to some three times of what is in use before it looks: a machine on
 * which the service runs beside the import would feel that.
 */
export async function* smallHeap<T>(
  pieces: AsyncIterable<T>,
  piecesBetween: number,
): AsyncGenerator<T> {
  const collect = collector();
  let passed = 0;
  for await (const piece of pieces) {
    yield piece;
    passed += 1;
    if (passed % piecesBetween === 0) collect();
  }
}

/** What has the engine take away at once all that is no longer used. */
export function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

import type { Where } from './statistics-store.js';

/** What a row says of the thread, where that was looked up. */
export function placed<
  T extends { readonly thread_id?: string; readonly section?: string | null },
>(rows: readonly T[]): readonly (Omit<T, keyof Where> & Where)[] {
  return rows.map((row) => ({
    ...row,
    thread_id: row.thread_id ?? null,
    section: row.section ?? null,
  }));
}

/** Entries in lots of one size, the last as large as it comes. */
export async function* lotsOf<T>(
  entries: AsyncIterable<T>,
  size: number,
): AsyncGenerator<readonly T[]> {
  let lot: T[] = [];
  for await (const entry of entries) {
    lot.push(entry);
    if (lot.length < size) continue;
    yield lot;
    lot = [];
  }
  if (lot.length > 0) yield lot;
}

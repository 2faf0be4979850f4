/** Keeps a value as the latest of at most so many; the one that was kept first makes room. */
export function keepLatest<K, V>(
  kept: Map<K, V>,
  [key, value]: readonly [key: K, value: V],
  max: number,
): void {
  kept.delete(key);
  kept.set(key, value);
  if (kept.size <= max) return;
  for (const oldest of kept.keys()) {
    kept.delete(oldest);
    return;
  }
}

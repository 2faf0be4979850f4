/** The middle of some numbers, or between the two in the middle; null for none. */
export function median(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  const sorted = numbers.toSorted((a, b) => a - b);
  const upper = Math.floor(sorted.length / 2);
  const middle = sorted.length % 2 === 1 ? [upper] : [upper - 1, upper];
  return middle.reduce((sum, at) => sum + (sorted[at] as number), 0) / middle.length;
}

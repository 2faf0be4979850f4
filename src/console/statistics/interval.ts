/** As sure as 19 of 20. */
const Z = 1.96;

/** Where the true share may lie: of a few, nearly anywhere (Wilson, JASA 22 (158), 1927). */
export function intervalOf(
  hits: number,
  of: number,
): { readonly low: number; readonly high: number } {
  if (of === 0) return { low: 0, high: 1 };
  const share = hits / of;
  const weight = Z ** 2 / of;
  const middle = (share + weight / 2) / (1 + weight);
  const half = (Z * Math.sqrt((share * (1 - share)) / of + weight / (4 * of))) / (1 + weight);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

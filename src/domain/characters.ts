/** Characters that are two code units of UTF-16: emoji, rare ideographs. */
const TWO_UNITS = /[\u{10000}-\u{10ffff}]/gu;

/** How many characters a text has, as JSON Schema counts them for `maxLength`. */
export function charactersIn(text: string): number {
  return text.length - (text.match(TWO_UNITS)?.length ?? 0);
}

const WORD = /[\p{L}\p{M}\p{N}]/u;

const UNKNOWN = 0;
const IS_WORD = 1;
const IS_OTHER = 2;

/** What was found out about each code unit of the basic plane; asked once for each. */
const classes = new Uint8Array(0x1_0000);

/**
 * How many code units the letter, mark or digit at this place has: 1 or 2, and 0 where there is
 * none.
 */
export function wordUnitsAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit <= 0xdbff) {
    return WORD.test(text.slice(at, at + 2)) ? 2 : 0;
  }
  const known = classes[unit];
  if (known !== UNKNOWN) return known === IS_WORD ? 1 : 0;
  const found = WORD.test(text.charAt(at));
  classes[unit] = found ? IS_WORD : IS_OTHER;
  return found ? 1 : 0;
}

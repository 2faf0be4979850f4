/** What a character is, as bits that can be asked for together. */
export const IS_WORD = 1;
/** A mark that stands over or under the character before it. */
export const IS_MARK = 2;
export const IS_UPPER = 4;
/** An ASCII digit. */
export const IS_DIGIT = 8;
/** A digit or sign that may be written for a letter. */
export const IS_LEET = 16;
/** A control or grave accent, which folding replaces. */
export const IS_REPLACED = 32;
/** A sign that may hide a letter: "f*ck". */
export const HIDES = 64;
/** A sign that may split a word: "fu-ck". */
export const SPLITS = 128;
export const IS_AT = 256;
/** Read as an i, but also as an l or as nothing. */
export const IS_BAR = 512;
/** A letter that is nothing but another one turned by half a turn. */
export const IS_TURNED = 1_024;
/** Turns the direction of writing round. */
export const OVERRIDES = 2_048;
/** Half of a character of two code units. */
export const IS_HALF = 4_096;
export const IS_LETTER = 8_192;
/** Ends the word that a sign written for a letter stands in. */
export const IS_OUTSIDE = 16_384;
/** A letter of another script than Latin. */
export const IS_FOREIGN = 65_536;
/** A sign that draws a letter together with others: "|_|", "(_)". */
export const DRAWS = 131_072;
const KNOWN = 32_768;

const TESTS: readonly (readonly [bit: number, pattern: RegExp])[] = [
  [IS_WORD, /[\p{L}\p{M}\p{N}]/u],
  [IS_MARK, /[\p{Mn}\p{Me}]/u],
  [IS_UPPER, /\p{Lu}/u],
  [IS_DIGIT, /[0-9]/u],
  [IS_LEET, /[@$!|+013-9¢€¡£§¥]/u],
  [IS_REPLACED, /[\0-\x09\x0b-\x1f`]/u],
  [HIDES, /[*#_%&?!~^=-]/u],
  [SPLITS, /[.\-_*~^=+'|/\\,;:!]/u],
  [IS_AT, /@/u],
  [IS_BAR, /[1|!]/u],
  [IS_TURNED, /[ɐɔǝɟƃɥᴉɾʞꞁɯɹʇʌʍʎ]/u],
  [OVERRIDES, /[\u202d\u202e]/u],
  [IS_HALF, /[\ud800-\udfff]/u],
  [IS_LETTER, /\p{L}/u],
  [IS_FOREIGN, /[^\P{L}\p{sc=Latin}]|µ/u],
  [DRAWS, /[|_\\<€]|\(/u],
  [IS_OUTSIDE, /[\s"',;:?()[\]{}<>/\\]/u],
];

/** What was found out about each code point; asked once for each. */
const classes = new Uint32Array(0x11_0000);

/** The bits of a code point. A half of a pair that stands alone is one too. */
export function classOf(code: number): number {
  const known = classes[code] as number;
  return known === 0 ? classify(code) : known;
}

function classify(code: number): number {
  const character = String.fromCodePoint(code);
  let bits = KNOWN;
  for (const [bit, pattern] of TESTS) if (pattern.test(character)) bits |= bit;
  classes[code] = bits;
  return bits;
}

/** The bits of the character that begins at a place in a text. */
export function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const half = unit >= 0xd800 && unit <= 0xdbff;
  return classOf(half ? text.codePointAt(at) as number : unit);
}

import { classOf, IS_AT, IS_HALF, IS_LETTER, IS_OUTSIDE } from './character-classes.js';

/** What a digit or sign is written for inside a word. */
const LETTER_OF: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '8': 'b',
  '¢': 'c',
  '3': 'e',
  '€': 'e',
  '6': 'g',
  '9': 'g',
  '1': 'i',
  '!': 'i',
  '|': 'i',
  '¡': 'i',
  '£': 'l',
  '0': 'o',
  '$': 's',
  '5': 's',
  '§': 's',
  '7': 't',
  '+': 't',
  '¥': 'y',
};

/** What a chunk in which a sign is folded has at least one of. */
const FOLDABLE = IS_LETTER | IS_HALF | IS_AT;
const SIGN = /[@$!|+013-9¢€¡£§¥]/gu;
const SIGN_OR_DIGITS = /\d+|[@$!|+¢€¡£§¥]+/gu;
const CURRENCY = /^[¢€¡£§¥]$/u;
const LETTER = /\p{L}/u;
/** The signs stand for Latin letters, so they do among these only. */
const NOT_LATIN = /[^\P{L}a-z]/u;
/** The one word that is read though no letter of it is left. */
const SIGNS_ALONE = /^@\$\$(?=[.!]*$)/u;
/** "shi+" ends with a letter; "C+" and "B+" are marks. */
const PLUS_AT_END = /^\W*$/u;
const LETTERS_BEFORE_PLUS_MIN = 2;
const ADDRESS = /[^@]@[^@.]+\.\p{L}|^www\.|\.(?:com|org|net)\b/u;
/** "1st", "5kg", "10am": a number with what it counts. */
const QUANTITY =
  /^[\d.]+(?:st|nd|rd|th|s|k|m|b|bn|mn|g|kg|mg|km|cm|mm|am|pm|px|kb|mb|gb|tb|h|hrs?|mins?|secs?|x|ft|in|lbs?|oz|yrs?|years?|days?|ish|p)\W*$/u;
/** "B1TC-08", "5h17-A55-009", "A55", "7TT": the number of a form, an invoice or a part. */
const CODE = /(?:^|[a-z\d]-)\d{2,}(?:-[a-z\d]|$)|^(?!a55|p155)[a-z]\d{2,}\W*$|^\d[a-z]{2}\W*$/u;
const PRICE = /[$€£¥¢]\d|\d[$€£¥¢]/u;
const FOLDED_DIGITS = /^[013-9]{1,4}$/u;
/** How many letters must follow a digit at the beginning of a word: "5hit" and not "5G". */
const LETTERS_AFTER_DIGIT_MIN = 2;
const LETTERS_AFTER_SIGN_MIN = 1;

/**
 * Digits and signs that stand for letters inside words, as those letters: "sh1t", "a$$", "b!tch".
 * Numbers, quantities, addresses and the marks at the end of a sentence stay as they are. Every
 * character keeps its place.
 */
export function foldLeet(text: string): string {
  let folded = '';
  let done = 0;
  SIGN.lastIndex = 0;
  for (let sign = SIGN.exec(text); sign !== null; sign = SIGN.exec(text)) {
    let from = sign.index;
    let to = sign.index;
    while (from > done && !isOutside(text, from - 1)) from -= 1;
    while (to < text.length && !isOutside(text, to)) to += 1;
    SIGN.lastIndex = to;
    const chunk = text.slice(from, to);
    if (!mayFold(chunk)) continue;
    folded += text.slice(done, from) + foldChunk(chunk);
    done = to;
  }
  return done === 0 ? text : folded + text.slice(done);
}

function isOutside(text: string, at: number): boolean {
  return (classOf(text.charCodeAt(at)) & IS_OUTSIDE) !== 0;
}

/** Whether it is more than a number or punctuation. */
function mayFold(chunk: string): boolean {
  let seen = 0;
  for (let at = 0; at < chunk.length; at += 1) seen |= classOf(chunk.charCodeAt(at));
  return (seen & FOLDABLE) !== 0;
}

function foldChunk(chunk: string): string {
  if (!LETTER.test(chunk)) return chunk.replace(SIGNS_ALONE, letters);
  if (NOT_LATIN.test(chunk)) return chunk;
  if (ADDRESS.test(chunk) || QUANTITY.test(chunk) || PRICE.test(chunk)) return chunk;
  if (CODE.test(chunk)) return chunk;
  return chunk.replaceAll(SIGN_OR_DIGITS, (run: string, at: number) =>
    standsForLetters(chunk, run, at) ? letters(run) : run,
  );
}

function standsForLetters(chunk: string, run: string, at: number): boolean {
  const before = chunk.charAt(at - 1);
  const after = chunk.slice(at + run.length);
  const inside = isWordlike(before);
  if (/\d/u.test(run)) {
    if (!FOLDED_DIGITS.test(run)) return false;
    return inside ? LETTER.test(chunk) : lettersAtStart(after) >= LETTERS_AFTER_DIGIT_MIN;
  }
  if (CURRENCY.test(run)) return isWordlike(after.charAt(0)) || (inside && after === '');
  if (run.startsWith('$')) return /^\$+$/u.test(run) && (inside || LETTER.test(after.charAt(0)));
  if (run.startsWith('@')) {
    if (/^@\$+$/u.test(run)) return true;
    return run === '@' && (inside ? isWordlike(after.charAt(0)) : /^(?:ss|rse)/u.test(after));
  }
  if (!/^(?:[!|+]{1,2}|!{3,8})$/u.test(run)) return false;
  if (!inside) return run === '!' && lettersAtStart(after) >= LETTERS_AFTER_SIGN_MIN;
  if (run.endsWith('+') && PLUS_AT_END.test(after)) return at >= LETTERS_BEFORE_PLUS_MIN;
  return isWordlike(after.charAt(0));
}

function lettersAtStart(text: string): number {
  return /^[\p{L}013-9]+/u.exec(text)?.[0].length ?? 0;
}

/** Also a sign that itself stands for a letter: "$h!7". */
function isWordlike(character: string): boolean {
  return LETTER.test(character) || /^[@$!|013-9¢€¡£§¥]$/u.test(character);
}

function letters(run: string): string {
  return [...run].map(letterOf).join('');
}

/** The letter that a digit or sign is written for; itself when it stands for none. */
export function letterOf(sign: string): string {
  return LETTER_OF[sign] ?? sign;
}

import { classOf, HIDES, IS_AT } from '../character-classes.js';
import type { ShadowText } from '../shadow-text.js';
import type { WordTable } from '../words.js';

/** Words by length and first letter, to find which of them a censored one can be. */
export type CensoredIndex<E> = ReadonlyMap<string, readonly (readonly [string, E])[]>;

const WORD_LENGTH_MIN = 4;
const KNOWN_LETTERS_MIN = 2;
/** Different censored words looked at in one text. */
const CENSORED_WORDS_MAX = 200;
const CENSORED = /(?<![\p{L}\p{N}])\p{L}[\p{L}*#_%&?!~^=-]*[*#_%&?!~^=-][\p{L}*#_%&?!~^=-]*/gu;
const AT_IN_WORD = /\p{L}@+\p{L}/u;
const HIDDEN = /[*#_%&?!~^=-]/u;
/** Signs that end a sentence too, so that they hide a letter only within a word. */
const ENDING = /[?!-]+$/u;
const ENDS_SENTENCE = /^[?!]+(?:[\s"')\]]|$)/u;
const ENDING_LENGTH_MAX = 8;
const NONE: readonly never[] = [];

interface Censored<E> {
  readonly start: number;
  readonly end: number;
  readonly entry: E;
}

export function indexCensored<E>(words: Iterable<readonly [string, E]>): CensoredIndex<E> {
  const index = new Map<string, (readonly [string, E])[]>();
  for (const pair of words) {
    const [word] = pair;
    if (word.length < WORD_LENGTH_MIN) continue;
    const known = index.get(keyOf(word));
    if (known) known.push(pair);
    else index.set(keyOf(word), [pair]);
  }
  return index;
}

/**
 * Words with letters made unreadable, "f*ck", "f**k", "sh_t", and what they stand for. Each sign
 * hides one letter; the first letter and one more must be left. Where several words fit, the one
 * that was listed first is meant.
 */
export function censoredWords<E>(
  shadow: ShadowText,
  index: CensoredIndex<E>,
): readonly Censored<E>[] {
  const { text, words, survey } = shadow;
  const signs = (words.between & HIDES) !== 0 && hasSignAfterWord(text, words);
  const atSigns = (survey.seen & IS_AT) !== 0 && AT_IN_WORD.test(shadow.source);
  return signs || atSigns ? censoredIn(atSigns ? withAtSigns(shadow) : text, index) : NONE;
}

function hasSignAfterWord(text: string, { ends }: WordTable): boolean {
  return ends.some((end) => {
    if (end >= text.length || (classOf(text.charCodeAt(end)) & HIDES) === 0) return false;
    // "Really?" and "No!" end with a sign, as most sentences with one do.
    return !ENDS_SENTENCE.test(text.slice(end, end + ENDING_LENGTH_MAX));
  });
}

function censoredIn<E>(text: string, index: CensoredIndex<E>): readonly Censored<E>[] {
  const read = new Map<string, E | null>();
  const found: Censored<E>[] = [];
  for (const { 0: written, index: start } of text.matchAll(CENSORED)) {
    const censored = written.replace(ENDING, '');
    let entry = read.get(censored);
    if (entry === undefined) {
      if (read.size >= CENSORED_WORDS_MAX) continue;
      entry = meantBy(censored, index);
      read.set(censored, entry);
    }
    if (entry !== null) found.push({ start, end: start + censored.length, entry });
  }
  return found;
}

/** An at sign in a word stands for an a or for any letter: "tw@t", "f@ck". */
function withAtSigns({ source, text, starts }: ShadowText): string {
  const units = text.split('');
  return units.map((unit, at) => (source.charAt(starts[at] as number) === '@' ? '*' : unit)).join('');
}

function meantBy<E>(censored: string, index: CensoredIndex<E>): E | null {
  const letters = censored.replaceAll(/[^\p{L}]/gu, '').length;
  if (letters < KNOWN_LETTERS_MIN || letters === censored.length) return null;
  const bucket = index.get(keyOf(censored)) ?? [];
  return bucket.find(([word]) => fits(word, censored))?.[1] ?? null;
}

function fits(word: string, censored: string): boolean {
  for (let at = 1; at < word.length; at += 1) {
    const sign = censored.charAt(at);
    if (sign !== word.charAt(at) && !HIDDEN.test(sign)) return false;
  }
  return true;
}

const keyOf = (word: string): string => `${word.length}${word.charAt(0)}`;

/** Words by length and first letter, to find which of them a censored one can be. */
export type CensoredIndex<E> = ReadonlyMap<string, readonly (readonly [string, E])[]>;

const WORD_LENGTH_MIN = 4;
const KNOWN_LETTERS_MIN = 2;
/** Different censored words looked at in one text. */
const CENSORED_WORDS_MAX = 200;
const CENSORED = /(?<![\p{L}\p{N}])\p{L}[\p{L}*#_%-]*[*#_%-][\p{L}*#_%-]*/gu;
const HIDDEN = /[*#_%-]/u;

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
 * Words with letters made unreadable, "f*ck", "f**k", "sh_t", and whose they can be. Each sign
 * hides one letter; the first letter and one more must be left.
 */
export function censoredWords<E>(
  text: string,
  index: CensoredIndex<E>,
): readonly { readonly start: number; readonly end: number; readonly entries: readonly E[] }[] {
  if (index.size === 0 || !HIDDEN.test(text)) return [];
  const read = new Map<string, readonly E[]>();
  const found: { start: number; end: number; entries: readonly E[] }[] = [];
  for (const { 0: censored, index: start } of text.matchAll(CENSORED)) {
    let entries = read.get(censored);
    if (entries === undefined) {
      if (read.size >= CENSORED_WORDS_MAX) continue;
      entries = wordsFor(censored, index);
      read.set(censored, entries);
    }
    if (entries.length > 0) found.push({ start, end: start + censored.length, entries });
  }
  return found;
}

function wordsFor<E>(censored: string, index: CensoredIndex<E>): readonly E[] {
  const letters = censored.replaceAll(/[^\p{L}]/gu, '').length;
  if (letters < KNOWN_LETTERS_MIN || letters === censored.length) return [];
  const bucket = index.get(keyOf(censored)) ?? [];
  const fitting = bucket.filter(([word]) => fits(word, censored)).map(([, entry]) => entry);
  return [...new Set(fitting)];
}

function fits(word: string, censored: string): boolean {
  for (let at = 1; at < word.length; at += 1) {
    const sign = censored.charAt(at);
    if (sign !== word.charAt(at) && !HIDDEN.test(sign)) return false;
  }
  return true;
}

const keyOf = (word: string): string => `${word.length}${word.charAt(0)}`;

import { classAt, IS_WORD } from './character-classes.js';

/** A stretch of letters and digits of a shadow text. */
export interface TextWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** With every letter that stands twice in a row written once: "fuuuck" as "fuck". */
  readonly undoubled: string;
}

/** The words of a folded text in order, in flat arrays: to look at each of them costs little. */
export interface WordTable {
  readonly count: number;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** For each word the hash of its undoubled letters, as `keyOf` gives it. */
  readonly keys: readonly number[];
  /** Which words have a letter twice in a row. */
  readonly stretched: readonly number[];
  /** The bits of `character-classes.ts` that characters between the words have. */
  readonly between: number;
}

const KEY_START = 0x811c_9dc5;
const KEY_PRIME = 0x0100_0193;

/** Room for the words of one text at a time, so that no array has to grow for every text. */
const room: Record<'starts' | 'ends' | 'keys', number[]> = { starts: [], ends: [], keys: [] };

/** The words of a folded text. */
export function tableOf(text: string): WordTable {
  const { length } = text;
  const { starts, ends, keys } = room;
  const stretched: number[] = [];
  let between = 0;
  let count = 0;
  for (let at = 0; at < length; ) {
    let bits = classAt(text, at);
    if ((bits & IS_WORD) === 0) {
      between |= bits;
      at += 1;
      continue;
    }
    const start = at;
    let key = KEY_START;
    let before = -1;
    let doubled = false;
    do {
      const unit = text.charCodeAt(at);
      if (unit === before) doubled = true;
      key = nextKey(key, unit, before);
      before = unit;
      at += 1;
      // The second half of a letter belongs to it.
      if (unit >= 0xd800 && unit <= 0xdbff) {
        before = text.charCodeAt(at);
        key = nextKey(key, before, unit);
        at += 1;
      }
      bits = at < length ? classAt(text, at) : 0;
    } while ((bits & IS_WORD) !== 0);
    starts[count] = start;
    ends[count] = at;
    keys[count] = key;
    if (doubled) stretched.push(count);
    count += 1;
  }
  return {
    count,
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
    keys: keys.slice(0, count),
    stretched,
    between,
  };
}

/** A key with one more code unit; a letter that follows itself adds nothing. FNV-1a. */
export function nextKey(key: number, unit: number, before: number): number {
  return unit === before ? key : Math.imul(key ^ unit, KEY_PRIME);
}

/** The same number for words that are the same undoubled; others seldom have it. */
export function keyOf(word: string): number {
  let key = KEY_START;
  for (let at = 0; at < word.length; at += 1) {
    key = nextKey(key, word.charCodeAt(at), at > 0 ? word.charCodeAt(at - 1) : -1);
  }
  return key;
}

/**
 * The key of a word that goes on with another stretch of the same text; `after` is where what the
 * key was made of ended.
 */
export function keyWith(
  key: number,
  text: string,
  { after, from, to }: { readonly after: number; readonly from: number; readonly to: number },
): number {
  let whole = key;
  let before = text.charCodeAt(after - 1);
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    whole = nextKey(whole, unit, before);
    before = unit;
  }
  return whole;
}

/** One word of a table; the text is the one that it was made from. */
export function wordAt(text: string, table: WordTable, index: number): TextWord {
  const start = table.starts[index] as number;
  const end = table.ends[index] as number;
  return wordFrom(text.slice(start, end), start, end);
}

/** The words of a table, or the first few; for texts where each is needed as a string. */
export function wordsOf(
  text: string,
  table: WordTable = tableOf(text),
  most = Infinity,
): readonly TextWord[] {
  const words: TextWord[] = [];
  const count = Math.min(table.count, most);
  for (let index = 0; index < count; index += 1) words.push(wordAt(text, table, index));
  return words;
}

/** The first word that ends behind a place; the number of words where none does. */
export function wordIndexAt({ ends, count }: WordTable, place: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] as number) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A word that was put together from what stands between `start` and `end`. */
export function wordFrom(text: string, start: number, end: number): TextWord {
  return { text, start, end, undoubled: undouble(text) };
}

/** Shorter words lose too much: "Jaap" is a name. */
const UNDOUBLED_LENGTH_MIN = 4;
const TRIPLED = /(.)\1\1/u;

/** A word as written, then with stretched letters taken back: "fuuuck", "assss", "biitch". */
export function spellingsOf({ text, undoubled }: TextWord): readonly string[] {
  if (undoubled === text) return [text];
  if (!TRIPLED.test(text)) {
    return undoubled.length < UNDOUBLED_LENGTH_MIN ? [text] : [text, undoubled];
  }
  const spellings = new Set([
    text,
    text.replaceAll(/(.)\1{2,}/gu, '$1$1'),
    text.replaceAll(/(.)\1{2,}/gu, '$1'),
  ]);
  if (undoubled.length >= UNDOUBLED_LENGTH_MIN) spellings.add(undoubled);
  return [...spellings];
}

/** A word with every letter that stands twice in a row written once. */
export function undouble(word: string): string {
  let undoubled = '';
  let from = 0;
  for (let at = 1; at < word.length; at += 1) {
    if (word.charCodeAt(at) !== word.charCodeAt(at - 1)) continue;
    undoubled += word.slice(from, at);
    from = at + 1;
  }
  return from === 0 ? word : undoubled + word.slice(from);
}

import { type TextWord, wordFrom } from '../words.js';

/** Nobody reads a longer word letter by letter. */
const JOINED_LENGTH_MAX = 24;
const SPACED_LENGTH_MIN = 3;
/** Of a longer row of single letters, a part this long is a word of its own: "a f u c k". */
export const PART_LENGTH_MIN = 4;
/** Of a word split by a space, "fu ck", neither part is longer. */
const HALF_LENGTH_MAX = 6;

/** How long the longest word is that begins with these `PART_LENGTH_MIN` letters; 0 for none. */
export type Reach = (beginning: string) => number;

const SPACED_GAP = /^[^\p{L}\p{N}\n]{1,3}$/u;
const SPLIT_GAP = /^[.\-_*~^=+'|/\\,;:!]{1,2}$/u;
const LETTER = /^\p{L}$/u;
/** No English word: letters without a vowel, or one consonant by itself. */
const NO_WORD = /^[bcdfghjklmnpqrstvwxz]+$/u;

interface Place {
  readonly text: string;
  readonly words: readonly TextWord[];
  readonly at: number;
}

/**
 * Words that were written apart to be missed: "f u c k", "s.h.i.t", "fu-ck", "fu ck". Offsets from
 * the first letter to the last. At most a constant number for each word of the text; of a row of
 * letters only the parts that `reach` says a word may begin with.
 */
export function joinedWords(
  text: string,
  words: readonly TextWord[],
  reach: Reach,
): readonly TextWord[] {
  const joined: TextWord[] = [];
  for (let at = 0; at + 1 < words.length; ) {
    const place = { text, words, at };
    const length = spacedLength(place);
    if (length >= SPACED_LENGTH_MIN) {
      partsOf(words.slice(at, at + length), reach, joined);
      at += length;
    } else {
      splitWord(place, joined);
      at += 1;
    }
  }
  return joined;
}

/** How many single letters stand in a row here. */
function spacedLength({ text, words, at }: Place): number {
  let length = 0;
  for (; ; length += 1) {
    const word = words[at + length];
    if (word === undefined || word.text.length > 2 || !LETTER.test(word.text)) return length;
    const before = length > 0 ? words[at + length - 1] : undefined;
    if (before !== undefined && !SPACED_GAP.test(text.slice(before.end, word.start))) return length;
  }
}

/** A row of single letters, whole or in part. */
function partsOf(row: readonly TextWord[], reach: Reach, joined: TextWord[]): void {
  if (row.length <= JOINED_LENGTH_MAX) joined.push(join(row));
  // By index, not by code unit: a letter may have two.
  const letters = row.map(({ text }) => text);
  for (let from = 0; from + PART_LENGTH_MIN <= row.length; from += 1) {
    const longest = reach(letters.slice(from, from + PART_LENGTH_MIN).join(''));
    const end = Math.min(row.length, from + Math.min(longest, JOINED_LENGTH_MAX));
    for (let to = from + PART_LENGTH_MIN; to <= end; to += 1) {
      if (to - from < row.length) joined.push(join(row.slice(from, to)));
    }
  }
}

/** The parts of a word with signs between them: each beginning of the row, two words or more. */
function splitWord({ text, words, at }: Place, joined: TextWord[]): void {
  const first = words[at];
  let before = first;
  let whole = first?.text ?? '';
  for (let next = at + 1; first !== undefined && before !== undefined; next += 1) {
    const word = words[next];
    if (word === undefined) return;
    const spaced = word.start - before.end === 1 && text.charCodeAt(before.end) === 0x20;
    if (spaced && next > at + 1) return;
    if (spaced ? !areHalves(before, word) : !isSplit(text, before.end, word.start)) return;
    whole += word.text;
    if (whole.length > JOINED_LENGTH_MAX) return;
    joined.push(wordFrom(whole, first.start, word.end));
    if (spaced) return;
    before = word;
  }
}

function isSplit(text: string, from: number, to: number): boolean {
  return to - from <= 2 && SPLIT_GAP.test(text.slice(from, to));
}

/** "fu ck" and "shi t", where what stands beside a space is no word. */
function areHalves({ text: one }: TextWord, { text: other }: TextWord): boolean {
  if (one.length > HALF_LENGTH_MAX || other.length > HALF_LENGTH_MAX) return false;
  return NO_WORD.test(one) || NO_WORD.test(other);
}

function join(words: readonly TextWord[]): TextWord {
  const text = words.map((word) => word.text).join('');
  return wordFrom(text, words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
}

import type { TextWord } from './words.js';

/** Nobody reads a longer word letter by letter. */
const JOINED_LENGTH_MAX = 24;
const SPACED_LENGTH_MIN = 3;
/** Of a longer row of single letters, a part this long is a word of its own: "a f u c k". */
export const PART_LENGTH_MIN = 4;

/** How long the longest word is that begins with these `PART_LENGTH_MIN` letters; 0 for none. */
export type Reach = (beginning: string) => number;

const SPACED_GAP = /^[^\p{L}\p{N}\n]{1,3}$/u;
const SPLIT_GAP = /^[.\-_*~^=+'|]{1,2}$/u;

/**
 * Words that were written apart to be missed: "f u c k", "s.h.i.t", "fu-ck". Offsets from the first
 * letter to the last. At most a constant number for each word of the text; of a row of letters only
 * the parts that `reach` says a word may begin with.
 */
export function joinedWords(
  text: string,
  words: readonly TextWord[],
  reach: Reach,
): readonly TextWord[] {
  const joined: TextWord[] = [];
  for (let at = 0; at < words.length; ) {
    const spaced = rowFrom({ text, words, at }, isLetter, SPACED_GAP);
    const isRow = spaced.length >= SPACED_LENGTH_MIN;
    const parts = isRow
      ? partsOf(spaced, reach)
      : splitWord(rowFrom({ text, words, at }, () => true, SPLIT_GAP));
    // One by one: a row as long as the text is more than a call takes as arguments.
    for (const part of parts) joined.push(part);
    at += isRow ? spaced.length : 1;
  }
  return joined;
}

const isLetter = (word: TextWord): boolean => /^\p{L}$/u.test(word.text);

function rowFrom(
  { text, words, at }: { text: string; words: readonly TextWord[]; at: number },
  fits: (word: TextWord) => boolean,
  gap: RegExp,
): readonly TextWord[] {
  const row: TextWord[] = [];
  let length = 0;
  for (let next = at; next < words.length; next += 1) {
    const word = words[next];
    const before = row.at(-1);
    if (word === undefined || !fits(word)) break;
    if (before !== undefined && !gap.test(text.slice(before.end, word.start))) break;
    length += word.text.length;
    if (gap === SPLIT_GAP && length > JOINED_LENGTH_MAX) break;
    row.push(word);
  }
  return row;
}

/** A row of single letters, whole or in part. */
function partsOf(row: readonly TextWord[], reach: Reach): readonly TextWord[] {
  const parts: TextWord[] = row.length <= JOINED_LENGTH_MAX ? [join(row)] : [];
  // By index, not by code unit: a letter may have two.
  const letters = row.map(({ text }) => text);
  for (let from = 0; from + PART_LENGTH_MIN <= row.length; from += 1) {
    const longest = reach(letters.slice(from, from + PART_LENGTH_MIN).join(''));
    const end = Math.min(row.length, from + Math.min(longest, JOINED_LENGTH_MAX));
    for (let to = from + PART_LENGTH_MIN; to <= end; to += 1) {
      if (to - from < row.length) parts.push(join(row.slice(from, to)));
    }
  }
  return parts;
}

/** The parts of a word with signs between them: each beginning of the row, two words or more. */
function splitWord(row: readonly TextWord[]): readonly TextWord[] {
  return row.slice(1).map((_, index) => join(row.slice(0, index + 2)));
}

function join(words: readonly TextWord[]): TextWord {
  return {
    text: words.map((word) => word.text).join(''),
    start: words[0]?.start ?? 0,
    end: words.at(-1)?.end ?? 0,
  };
}

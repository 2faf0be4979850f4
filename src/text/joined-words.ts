import type { TextWord } from './words.js';

/** Nobody reads a longer word letter by letter. */
const JOINED_LENGTH_MAX = 24;
const SPACED_LENGTH_MIN = 3;
/** Of a longer row of single letters, a part this long is a word of its own: "a f u c k". */
const PART_LENGTH_MIN = 4;
const SPACED_GAP = /^[^\p{L}\p{N}\n]{1,3}$/u;
const SPLIT_GAP = /^[.\-_*~^=+'|]{1,2}$/u;

/**
 * Words that were written apart to be missed: "f u c k", "s.h.i.t", "fu-ck". Offsets from the first
 * letter to the last. At most a constant number for each word of the text.
 */
export function joinedWords(text: string, words: readonly TextWord[]): readonly TextWord[] {
  const joined: TextWord[] = [];
  for (let at = 0; at < words.length; ) {
    const spaced = rowFrom({ text, words, at }, isLetter, SPACED_GAP);
    if (spaced.length >= SPACED_LENGTH_MIN) joined.push(...partsOf(spaced));
    else joined.push(...splitWord(rowFrom({ text, words, at }, () => true, SPLIT_GAP)));
    at += Math.max(1, spaced.length >= SPACED_LENGTH_MIN ? spaced.length : 1);
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
function partsOf(row: readonly TextWord[]): readonly TextWord[] {
  const parts: TextWord[] = row.length <= JOINED_LENGTH_MAX ? [join(row)] : [];
  for (let from = 0; from < row.length; from += 1) {
    const longest = Math.min(row.length - from, JOINED_LENGTH_MAX);
    for (let length = PART_LENGTH_MIN; length <= longest; length += 1) {
      if (length < row.length) parts.push(join(row.slice(from, from + length)));
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

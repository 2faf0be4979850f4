import { letterOf } from '../leet.js';
import type { ShadowText } from '../shadow-text.js';
import { mayHold } from '../terms/key-set.js';
import { keyOf, keyWith, wordFrom } from '../words.js';
import { JOINED_LENGTH_MAX, type KnownWords, PART_LENGTH_MIN } from './known-words.js';
import type { Reading } from './reading.js';

/** "a, s, s" is a list. */
const SPACED_GAP = /^(?:[^\p{L}\p{N}\n,]{1,3}|,)$/u;
/** Also a digit that stands for a letter: "m 0 r 0 n". */
const LETTER = /^[\p{L}013-9]$/u;
const LETTER_UNITS_MAX = 2;

/** Single letters in a row, put together. */
interface Row {
  readonly text: string;
  /** Where in `text` each letter begins, and where the last one ends; one may have two units. */
  readonly offsets: readonly number[];
  /** Where each stands in the shadow. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** How many words of one letter stand in a row from this one on. */
export function rowLength({ text, words }: ShadowText, first: number): number {
  const { count, starts, ends } = words;
  let at = first;
  for (; at < count; at += 1) {
    const start = starts[at] as number;
    const end = ends[at] as number;
    if (end - start > LETTER_UNITS_MAX || !LETTER.test(text.slice(start, end))) break;
    if (at > first && !SPACED_GAP.test(text.slice(ends[at - 1], start))) break;
  }
  return at - first;
}

/** The words of a text from `first` on, so many of them, as one row of letters. */
export function rowOf({ text, words }: ShadowText, first: number, length: number): Row {
  const starts = words.starts.slice(first, first + length);
  const ends = words.ends.slice(first, first + length);
  const offsets = [0];
  let row = '';
  starts.forEach((start, index) => {
    // A digit in a row of letters is the letter that it stands for.
    row += letterOf(text.slice(start, ends[index]));
    offsets.push(row.length);
  });
  return { text: row, offsets, starts, ends };
}

/** What a row of letters may say: all of it, and the parts of it that may be a known word. */
export function readRow(row: Row, known: KnownWords, into: Reading[]): void {
  const { text, offsets, starts } = row;
  const { length } = starts;
  if (length <= JOINED_LENGTH_MAX) into.push(partOf(row, 0, length));
  for (let from = 0; from + PART_LENGTH_MIN <= length; from += 1) {
    const beginning = text.slice(offsets[from], offsets[from + PART_LENGTH_MIN]);
    const longest = Math.min(known.reaches.get(beginning) ?? 0, JOINED_LENGTH_MAX);
    const end = Math.min(length, from + longest);
    let key = keyOf(beginning);
    let after = from + PART_LENGTH_MIN;
    for (let to = after; to <= end; to += 1) {
      const stretch = { from: offsets[after] as number, to: offsets[to] as number };
      key = keyWith(key, text, { after: stretch.from, ...stretch });
      after = to;
      if (to - from < length && mayHold(known.singles, key)) into.push(partOf(row, from, to));
    }
  }
}

function partOf({ text, offsets, starts, ends }: Row, from: number, to: number): Reading {
  const part = text.slice(offsets[from], offsets[to]);
  const word = wordFrom(part, starts[from] as number, ends[to - 1] as number);
  return { ...word, whole: to - from === starts.length };
}

import type { Survey } from './survey.js';
import { type TextWord, wordsOf, type WordTable } from './words.js';

/**
 * A folded copy of a text for matching, with the way back. What is stored and shown is always the
 * source; only matching reads the shadow.
 */
export interface ShadowText {
  /** As submitted. */
  readonly source: string;
  /** Folded: lower case, look-alikes as the letters they stand for, nothing invisible. */
  readonly text: string;
  /** For each code unit of `text`, where in `source` the character it came from starts. */
  readonly starts: Uint32Array;
  /** For each code unit of `text`, where in `source` that character ends (exclusive). */
  readonly ends: Uint32Array;
  /** The words of `text`. */
  readonly words: WordTable;
  /** What a look at `source` told. */
  readonly survey: Survey;
}

/** The stretch of the source that `text.slice(start, end)` of the shadow came from. */
export function sourceSpan(
  shadow: ShadowText,
  start: number,
  end: number,
): { start: number; end: number } {
  return { start: shadow.starts[start] as number, end: shadow.ends[end - 1] as number };
}

/** The first unit of the shadow that came from `offset` of the source or later. */
export function shadowIndexOf({ starts }: ShadowText, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The words of a shadow as strings, in order; for texts where each is needed, or the first few. */
export function shadowWords({ text, words }: ShadowText, most = Infinity): readonly TextWord[] {
  return wordsOf(text, words, most);
}

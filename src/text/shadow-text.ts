import type { TextWord } from './words.js';

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
  /** The words of `text`, in order. */
  readonly words: readonly TextWord[];
}

/** The stretch of the source that `text.slice(start, end)` of the shadow came from. */
export function sourceSpan(
  shadow: ShadowText,
  start: number,
  end: number,
): { start: number; end: number } {
  return { start: shadow.starts[start] ?? 0, end: shadow.ends[end - 1] ?? 0 };
}

import type { KeySet } from '../terms/key-set.js';

/** Nobody reads a longer word letter by letter. */
export const JOINED_LENGTH_MAX = 24;
/** Of a longer row of single letters, a part this long is a word of its own: "a f u c k". */
export const PART_LENGTH_MIN = 4;

/** What is known of the terms of one word, to tell at once that there is none. */
export interface KnownWords {
  /** By their first `PART_LENGTH_MIN` letters, how long the longest is. */
  readonly reaches: ReadonlyMap<string, number>;
  readonly singles: KeySet;
}

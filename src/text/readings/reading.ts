import type { TextWord } from '../words.js';

/** A word as it can also be read; offsets into the shadow. */
export interface Reading extends TextWord {
  /** All of what stands there, so that a term with asterisks may fit it. */
  readonly whole: boolean;
}

import { normalize } from '../text/normalize.js';
import type { ShadowText } from '../text/shadow-text.js';

/** A text folded for matching, and the locale of the page that it was written on. */
export interface ReadText extends ShadowText {
  readonly locale: string | null;
}

/** Reads a text once, for all rules. */
export function readText(source: string, locale: string | null): ReadText {
  const { text, starts, ends, words, survey } = normalize(source);
  return { source, text, starts, ends, words, survey, locale };
}

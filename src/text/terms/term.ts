import type { ShadowText } from '../shadow-text.js';

/** A word or expression to look for, and what its finder wants to know of it. */
export interface TermEntry<T> {
  /** `*` in a single word stands for any letters: "*fuck*", "wetback*", "f*er". */
  readonly text: string;
  readonly value: T;
  /** Without its inflections. */
  readonly exact?: boolean;
  /** Where the term counts; a term is preferred to the inflection of another in its own scope. */
  readonly scope?: string;
}

/** A term that stands in a text; offsets into the source. */
export interface TermMatch<T> {
  readonly entry: TermEntry<T>;
  readonly start: number;
  readonly end: number;
}

/** Many terms, compiled: reading a text takes as long whatever their number. */
export interface TermMatcher<T> {
  find(shadow: ShadowText): readonly TermMatch<T>[];
}

/** A term found while a text is read; in offsets of the shadow. */
export interface Found<T> {
  readonly entry: TermEntry<T>;
  /** It was read into what stands there: put together from pieces, say. */
  readonly read?: boolean;
  readonly start: number;
  readonly end: number;
}

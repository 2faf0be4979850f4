/** What the wire fronts of other services take at once. */

/** Texts in one request to score: as many as a page of comments shows. */
export const SCORED_TEXTS_MAX = 100;
/** UTF-16 code units of all of them: two of the longest, about a second of the worst text. */
export const SCORED_LENGTH_MAX = 100_000;
/** Sentences of one text that are scored by themselves; more tell no more, and each costs. */
export const SCORED_SENTENCES_MAX = 50;
/** Of the text of a request, in UTF-8: what Perspective took. */
export const PERSPECTIVE_TEXT_BYTES_MAX = 20_480;
/** Attributes in one request: all that Perspective ever had, and some. */
export const PERSPECTIVE_ATTRIBUTES_MAX = 100;
/** Suggestions that are kept with one comment, each a note: who changes his mind does it rarely. */
export const SUGGESTIONS_PER_COMMENT_MAX = 20;
/** How long texts are scored before whoever waits has its turn. */
export const SCORING_SLICE_MILLISECONDS = 5;
/** How long a browser need not ask again whether it may call: what Chromium allows at most. */
export const CORS_SECONDS = 7_200;

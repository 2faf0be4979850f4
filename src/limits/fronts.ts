/** What the wire fronts of other services take at once. */

/** Texts in one request to score: as many as a page of comments shows. */
export const SCORED_TEXTS_MAX = 100;
/** UTF-16 code units of all of them: two of the longest, about a second of the worst text. */
export const SCORED_LENGTH_MAX = 100_000;
/** How long texts are scored before whoever waits has its turn. */
export const SCORING_SLICE_MILLISECONDS = 5;
/** How long a browser need not ask again whether it may call: what Chromium allows at most. */
export const CORS_SECONDS = 7_200;

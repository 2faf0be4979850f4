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
/** Keys whose secrets are tried on a request that names none: some milliseconds of hashing. */
export const SIGNING_KEYS_TRIED_MAX = 10;
/** Signatures in one header: two while a secret is replaced. */
export const SIGNATURES_MAX = 4;
/** A request of Coral: a text of the longest kind, with every character escaped, and the rest. */
export const CORAL_REQUEST_BYTES_MAX = 393_216;
/** As Coral makes them: 64 hexadecimal digits and a prefix. Shorter ones could be guessed. */
export const SIGNING_SECRET_LENGTH_MIN = 16;
export const SIGNING_SECRET_LENGTH_MAX = 256;
/** Fields of one form: WordPress sends some hundred, among them all of the reader's headers. */
export const FORM_FIELDS_MAX = 5_000;
/** Values of a field that is a list. */
export const FORM_LIST_MAX = 50;
/** Addresses of one site that clients of Akismet have named to be told of later decisions. */
export const CALLBACKS_PER_SITE_MAX = 10;
/** Within which the same comment, sent again without its date, is the same: a client's retries. */
export const SAME_CHECK_SECONDS = 60;
/** How far back a comment is looked for by what it says, where the client kept no id of it. */
export const FOUND_BY_TEXT_SECONDS = 180 * 24 * 3_600;
/** Of those with the same text, how many are looked at: a campaign has many more. */
export const FOUND_BY_TEXT_MAX = 50;

/**
 * Every maximum in the service, with the reason for its value. Units come last in the names.
 * Lengths of text are in characters, as JSON Schema counts them; places in it, as those of spans,
 * are in UTF-16 code units.
 */

/** The longest body that is judged at all; a policy may ask for less. About 20 printed pages. */
export const BODY_LENGTH_MAX = 50_000;
/** The longest HTTP body: a body of that length in three-byte characters, escaped, and the rest. */
export const REQUEST_BYTES_MAX = 1_048_576;
export const NAME_LENGTH_MAX = 200;
/** RFC 5321 allows no longer path. */
export const EMAIL_LENGTH_MAX = 254;
export const URL_LENGTH_MAX = 2_048;
export const EXTERNAL_ID_LENGTH_MAX = 255;
export const TITLE_LENGTH_MAX = 500;
export const SECTION_LENGTH_MAX = 100;
export const USER_AGENT_LENGTH_MAX = 1_024;
export const LOCALE_LENGTH_MAX = 35;
export const NOTE_LENGTH_MAX = 2_000;
export const REASON_LENGTH_MAX = 500;
export const METADATA_KEYS_MAX = 50;
export const METADATA_KEY_LENGTH_MAX = 100;
export const METADATA_VALUE_LENGTH_MAX = 500;
/** Replies deeper than this are shown at this depth, so that a page keeps to the screen. */
export const REPLY_DEPTH_MAX = 8;
export const POLICY_TEXT_LENGTH_MAX = 20_000;
/** Sections of a publication that have rules of their own; each compiles what differs. */
export const POLICY_SECTIONS_MAX = 50;
/** Lists of terms, keys and domains that sections have for themselves: each is compiled. */
export const POLICY_SECTION_LISTS_MAX = 5;
/** Mistakes named in one answer; whoever has made a hundred has made one of them often. */
export const POLICY_ERRORS_MAX = 100;
export const POLICY_TERMS_MAX = 10_000;
export const TERM_LENGTH_MAX = 200;
/** Texts that a publisher tries a term on at once: a screenful. */
export const TERM_TEXTS_MAX = 50;
/** Approved comments that a term is tried on, the newest: about a day of a busy site. */
export const TERM_COMMENTS_READ_MAX = 2_000;
/** Slices of `REPLAY_SLICE_MILLISECONDS` for that; of a slow expression fewer comments are read. */
export const TERM_SLICES_MAX = 100;
/** Comments that a tried term objects to and that are shown: enough to see what they are. */
export const TERM_HITS_MAX = 20;
/** Wildcards with one longest part: a word that has the part is compared with each of them. */
export const WILDCARDS_ALIKE_MAX = 100;
/** Of a term: the languages that it is matched in. More is all of them. */
export const TERM_LANGUAGES_MAX = 20;
/** Regular expressions in one policy. */
export const EXPRESSIONS_MAX = 200;
/** Instructions of one compiled expression: what a character costs it at most, in steps. */
export const EXPRESSION_SIZE_MAX = 500;
/** Instructions of all expressions of a policy. At this size 10,000 characters are read whole. */
export const EXPRESSIONS_SIZE_MAX = 2_000;
/**
 * Characters times instructions that the expressions may take for one comment: about a quarter of
 * a second where both were made to be slow, and never reached otherwise.
 */
export const EXPRESSION_STEPS_MAX = 25_000_000;
/** Of those, for the places where expressions match, beyond the first of each in a text. */
export const EXPRESSION_PLACES_STEPS_MAX = 1_000_000;
/** What the expressions of one policy may remember of the texts they read. */
export const EXPRESSIONS_CACHE_BYTES_MAX = 1_048_576;
/** The lists of keys that WordPress has, as they are pasted: 10,000 keys of 20 characters. */
export const KEYS_LENGTH_MAX = 200_000;
export const PAGE_SIZE_DEFAULT = 50;
export const PAGE_SIZE_MAX = 200;
export const SEARCH_LENGTH_MAX = 200;
/** Of an author or an IP, how many of the latest comments the flood rule looks at. */
export const RECENT_COMMENTS_MAX = 100;
/** The longest window that a rule about pace may have; also how far back its facts reach. */
export const RECENT_WINDOW_SECONDS = 3_600;
/** How far back a repeat of the same text is looked for. */
export const REPEAT_WINDOW_SECONDS = 7 * 24 * 3_600;
/** Of a text that names a group of people: sentences read closely, and the words of each. */
export const HATE_SENTENCES_MAX = 200;
export const HATE_SENTENCE_TOKENS_MAX = 60;
/** Names of groups in one text around which attacks are looked for; each takes about 0.2 ms. */
export const HATE_SIGNS_MAX = 150;
/** Of one finding; a text of 50,000 slurs proves nothing more than one of 100. */
export const SPANS_PER_FINDING_MAX = 100;
/** Insults of one text that are asked whom they are aimed at; of so many the rest is aimed. */
export const INSULTS_LOOKED_AT_MAX = 1_000;
/** How far back authors of one text are counted, and how many; more prove nothing more. */
export const CAMPAIGN_WINDOW_SECONDS = 24 * 3_600;
export const CAMPAIGN_AUTHORS_MAX = 100;
/** Of a text's sketch (src/text/sketch.ts), one for each of its bins; ASCII. */
export const SKETCH_CHARACTERS = 64;
/** Comments under one near key that are compared with a new one; a submit looks four times. */
export const NEAR_CANDIDATES_MAX = 50;
/** Of an author, how many of the latest comments make the record, and how old they may be. */
export const OUTCOMES_MAX = 50;
export const OUTCOMES_WINDOW_SECONDS = 180 * 24 * 3_600;
/** Reports about an author's comments that are looked at; more prove nothing more. */
export const REPORTS_OF_AUTHOR_MAX = 200;
/** As long as a moderator's note: room to explain, none for an essay. */
export const REPORT_TEXT_LENGTH_MAX = 2_000;
/** Authors whose names read the same that are looked at. */
export const NAMESAKES_MAX = 10;
export const IDEMPOTENCY_KEY_LENGTH_MAX = 255;
/** As long as Stripe keeps them: a client that retries later is no longer retrying. */
export const IDEMPOTENCY_TTL_SECONDS = 24 * 3_600;
export const KEYS_PER_SITE_MAX = 1_000;
/** How far back an earlier block by the policy makes the next one longer. */
export const REPEATED_BLOCK_DAYS = 365;
/** The longest block that the policy raises by itself. */
export const POLICY_BLOCK_DAYS_MAX = 3_650;
/** As many others with approved comments make an address a shared one: a school, an office. */
export const SHARED_ADDRESS_AUTHORS_MIN = 2;
/** How long a shutdown takes: containers are killed 10 seconds after they were told to stop. */
export const SHUTDOWN_SECONDS_MAX = 10;
/** Of it, how long it waits for requests in flight; the rest is for the database and the log. */
export const SHUTDOWN_REQUESTS_SECONDS_MAX = 8;
/** Of the log, what waits while its disk is full: about 5,000 lines, and little beside the heap. */
export const LOG_WAITING_BYTES_MAX = 1_048_576;
/** How long the last lines may take to be written: a reader who stands still holds nobody up. */
export const LOG_LAST_LINES_MILLISECONDS = 1000;
/** A created_at further ahead than this is a mistake of the sender's clock, not its drift. */
export const CLOCK_SKEW_SECONDS_MAX = 300;
/** Of an admin key that an operator chooses: 16 random characters cannot be guessed. */
export const ADMIN_KEY_LENGTH_MIN = 16;
/** A path with two ids of the longest kind, every character percent-coded. */
export const PATH_PARAMETER_LENGTH_MAX = 2_304;
/** A replay takes a core for its time: the service has one, and comments come first. */
export const REPLAYS_AT_ONCE_MAX = 1;
/** About ten minutes of work; a larger site replays a part of its record, or the latest. */
export const REPLAY_COMMENTS_MAX = 10_000_000;
/** Stored comments read at once: some milliseconds, and at most 20 MB of the longest texts. */
export const REPLAY_PAGE = 200;
/** Comments counted at once, for an estimate that stalls nobody. */
export const REPLAY_COUNT_STEP = 20_000;
/** How long a replay works before it gives way to whoever waits. */
export const REPLAY_SLICE_MILLISECONDS = 5;
/** A person who watches sees four steps in a second; more would only be more to send. */
export const REPLAY_PROGRESS_MILLISECONDS = 250;
export const REPLAY_EXAMPLES_DEFAULT = 20;
export const REPLAY_EXAMPLES_MAX = 200;
/** Of a text that is shown as an example: enough to see what it is about. */
export const REPLAY_EXCERPT_LENGTH = 200;
/** Over which rules are measured when no period is named. */
export const RULES_PERIOD_DAYS_DEFAULT = 30;
/** Decisions of people that are read at once when rules are measured. */
export const RULES_DECISIONS_PAGE = 200;
/** Words whose features the classifier keeps at hand: a day's comments of a busy site. */
export const CLASSIFIED_WORDS_KNOWN_MAX = 20_000;
/** Words named as what raised a score: a reader looks at no more. */
export const CONTRIBUTIONS_MAX = 10;
/** Decisions that a site's layer learns from, the newest: about 20 MB while it learns. */
export const HOUSE_LESSONS_MAX = 10_000;
/** Before so many there is nothing to tell a habit from chance by. */
export const HOUSE_LESSONS_MIN = 200;
/** Of approvals as of rejections: with fewer, one of the two was hardly seen. */
export const HOUSE_LESSONS_OF_A_KIND_MIN = 30;
/** Of one author the newest: what one person posts is not what a house thinks. */
export const HOUSE_LESSONS_OF_AUTHOR_MAX = 5;
/** Words of a text that are read: of a longer one the beginning says what it is about. */
export const HOUSE_WORDS_MAX = 300;
/** Different words that are remembered by name while it learns: some 10 MB. */
export const HOUSE_NAMES_MAX = 200_000;
/** Words and pairs that a site's layer weighs: what moderators care about, and 200 kB stored. */
export const HOUSE_TERMS_MAX = 2_000;
/** Of the words that weigh most, in each direction, how many are shown. */
export const HOUSE_TERMS_SHOWN_MAX = 100;
/** Comments that stood approved and that are asked what the layer would have done. */
export const HOUSE_PASSING_MAX = 400;
/** Versions kept for a site: at one more tenth of decisions each, years of them. */
export const HOUSE_VERSIONS_MAX = 50;
/** Sites whose layers are at hand; more are read again when they are needed. */
export const HOUSE_SITES_KNOWN_MAX = 200;
/** How long a layer is used before a new version, made by another instance, is looked for. */
export const HOUSE_LOOKED_UP_MILLISECONDS = 1_000;
/** Decisions read at once: some milliseconds, and at most 20 MB of the longest texts. */
export const HOUSE_PAGE = 200;
/** How long learning works before it gives way to whoever waits. */
export const HOUSE_SLICE_MILLISECONDS = 5;
/** After so many decisions in a process it is asked whether it is time to learn again. */
export const HOUSE_ASKED_EVERY_DECISIONS = 10;
/** How long an outside scorer may be waited for: the reader waits as well. */
export const SCORER_TIMEOUT_MILLISECONDS_MIN = 50;
export const SCORER_TIMEOUT_MILLISECONDS_MAX = 10_000;
/** Requests to an outside scorer at once; what is more waits for a person instead of a socket. */
export const SCORER_REQUESTS_MAX = 64;
/** An answer has some twenty numbers; this is thirty times as much. */
export const SCORER_ANSWER_BYTES_MAX = 65_536;
/** Failures in a row after which an outside scorer is taken to be down. */
export const SCORER_FAILURES_MAX = 5;
/** How long one that is down is left alone: about what a restart takes. */
export const SCORER_PAUSE_SECONDS = 30;
/** Of a name that is kept with every decision. */
export const SCORER_MODEL_LENGTH_MAX = 200;
/** Of a secret that is sent with every request: longer than any provider's. */
export const SCORER_KEY_LENGTH_MAX = 1_024;

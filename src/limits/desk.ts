/**
 * Of what moderators, reporters and authors do at the desk. Each with the reason for its value, as
 * in limits.ts.
 */

/** Open reports of one comment that are weighed; where so many wait, it is looked at first. */
export const REPORTS_WEIGHED_MAX = 200;
/** Of a reader, the latest answered reports that make the record, and how old they may be. */
export const REPORTER_ANSWERS_MAX = 100;
export const REPORTER_WINDOW_SECONDS = 365 * 24 * 3_600;
/** Over which one reader's reports are counted against too many. */
export const REPORTER_FLOOD_SECONDS = 3_600;
/** A notice has to be substantiated (Article 16): a word is not. */
export const NOTICE_EXPLANATION_LENGTH_MIN = 20;
/** About four printed pages: a lawyer's letter, not a file. */
export const NOTICE_EXPLANATION_LENGTH_MAX = 10_000;
/** Open notices of one comment: each is a person's to answer, and more say the same. */
export const NOTICES_OPEN_OF_COMMENT_MAX = 100;
/** As long as a report: room to explain, none for an essay. */
export const APPEAL_TEXT_LENGTH_MAX = 2_000;
/** What a block rejects, or its end brings back, is changed in steps of this size. */
export const TAKE_DOWN_BATCH = 500;
/** Of one block in one transaction: 1,000 took 4 seconds on a busy machine, and others wait. */
export const TAKE_DOWN_MAX = 2_000;
/** Comments compared with a block on a name or an address for `reject_since`: about a second. */
export const TAKE_DOWN_LOOKED_AT_MAX = 100_000;
/** Of an author, newest first, in one answer; the list of blocks has them all. */
export const BLOCKS_SHOWN_MAX = 50;
/** As long as a moderator's note: it explains what was wrong, and is read by its author. */
export const WARNING_LENGTH_MAX = 2_000;
/** Of an author, the latest comments among which strikes are looked for. */
export const STRIKES_LOOKED_AT_MAX = 200;
/** The longest that a strike can count. */
export const STRIKE_DAYS_MAX = 3_650;
/** Of an author, the latest comments about which people and engine are compared. */
export const AGREEMENT_LOOKED_AT_MAX = 200;
/** Whoever shares a mailbox, a name or an address with a new author: looked at, for each. */
export const RESEMBLING_AUTHORS_MAX = 10;
export const RESEMBLING_COMMENTS_MAX = 50;
/** How long an address that a blocked author used says something: providers hand them on. */
export const RESEMBLING_IP_SECONDS = 30 * 24 * 3_600;
/** Comments that readers reported and that the queue weighs: the first reported, at about 3 µs. */
export const QUEUE_REPORTED_MAX = 10_000;
/** Sites whose reported comments are kept at hand between two looks at the queue: some MB each. */
export const LINES_KNOWN_MAX = 20;
/** Acts that are gone through for that; after more it is read anew, which takes as long. */
export const LINE_ACTS_MAX = 2_000;
/** Threads whose liveliness moves their comments ahead: one step through an index for each. */
export const QUEUE_LIVELY_THREADS_MAX = 20;
/** The latest comments by which it is seen which threads are lively, and how far back they go. */
export const QUEUE_ACTIVITY_COMMENTS_MAX = 2_000;
export const QUEUE_ACTIVITY_SECONDS = 3_600;
/** What waits is counted in steps of so many comments, between which others have their turn. */
export const QUEUE_COUNT_STEP = 2_000;
/** What one moderator can hold at once: more than an hour's work keeps others from it. */
export const CLAIMS_MAX = 50;
/** A claim is for a sitting, and lapses before the next shift. */
export const CLAIM_MINUTES_MAX = 60;
export const CLAIM_MINUTES_DEFAULT = 15;
export const CLAIM_COUNT_DEFAULT = 10;
/** As many as a screen of check-boxes can have; a larger job is done by filter, in turns. */
export const BULK_DECISIONS_MAX = 500;
/** Decisions of one transaction of many: some 15 ms, which a submit can wait for. */
export const BULK_DECISIONS_BATCH = 20;
/** Comments that a dry run counts; of more it says that there are more. */
export const BULK_MATCHES_MAX = 100_000;
/** Counted at once: some milliseconds. */
export const BULK_COUNT_STEP = 2_000;
/** Comments that a dry run shows. */
export const BULK_SAMPLE_MAX = 10;
/** Who looked at a dry run an hour ago does not know any more what they saw. */
export const DRY_RUN_SECONDS_MAX = 3_600;
/** Notes shown with a comment or an author; the rest is in their list. */
export const NOTES_SHOWN_MAX = 10;
/** Own sentences for authors: as long as a long paragraph, in more languages than a site has. */
export const STATEMENT_TEMPLATE_LENGTH_MAX = 1_000;
export const STATEMENT_TEMPLATE_LOCALES_MAX = 50;
/** Words that a statement quotes for one reason: enough to see what it is about. */
export const STATEMENT_WORDS_MAX = 20;
export const STATEMENT_WORD_LENGTH_MAX = 200;
/** The most that the transparency database takes in one request. */
export const TRANSPARENCY_BATCH_MAX = 100;
/** Decisions read at once for the report. */
export const TRANSPARENCY_PAGE = 200;
/** A report covers a year, as the law asks for, and some days more. */
export const TRANSPARENCY_PERIOD_DAYS_MAX = 400;
/** From this score on the words that raised it are looked for, which costs more than scoring. */
export const SCORE_EXPLAINED_MIN = 0.2;

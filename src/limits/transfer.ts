/**
 * Of the record and of what goes in and out of it: imports, exports, erasure, statistics. Each with
 * the reason for its value, as in limits.ts.
 */

/** Progress that a client has not taken yet; what is more is left out, and the result never is. */
export const EVENTS_WAITING_BYTES_MAX = 16_384;
/** Comments of an import in one transaction: the service beside it waits some 50 ms. */
export const IMPORT_BATCH = 200;
/** Rows in one statement of an import; PostgreSQL allows 65,535 parameters, SQLite 32,766. */
export const IMPORT_ROWS_PER_STATEMENT = 25;
/** Acts of an import that go on record in one statement: longer ones take more than they save. */
export const IMPORT_ACTS_AT_ONCE = 50;
/** Of one element of an imported file: a body in HTML, escaped, is a few times as long as read. */
export const IMPORT_FIELD_LENGTH_MAX = 400_000;
/** Of one line of NDJSON: a comment of that length, escaped, and the rest. */
export const IMPORT_LINE_LENGTH_MAX = 4_000_000;
/** Elements within elements: a comments file has six. */
export const IMPORT_DEPTH_MAX = 100;
/** Attributes of one element: a comments file has some ten at its root. */
export const IMPORT_ATTRIBUTES_MAX = 100;
/** Fields of one element that are remembered; a WordPress comment has fifteen. */
export const IMPORT_FIELDS_MAX = 100;
/** Threads of a Disqus file, which come before all comments: about 300 MB of a million. */
export const IMPORT_THREADS_MAX = 1_000_000;
/** Of an imported file, as much as is looked at to tell what it is. */
export const IMPORT_SNIFFED_BYTES = 65_536;
/** Rows of an export that are read at once: at most 20 MB of the longest texts. */
export const EXPORT_PAGE = 200;
/** Blocks on an author that an export names; whoever had so many is known for it. */
export const EXPORT_BLOCKS_MAX = 1_000;
/** Entries of the record read at once when it is verified: some 200 kB. */
export const VERIFY_PAGE = 1_000;
/** Comments compared with the record at once, with all their decisions. */
export const VERIFY_COMMENTS_PAGE = 200;
/** Rows that are not as recorded that are named; whoever has so many has a bigger question. */
export const VERIFY_PROBLEMS_MAX = 20;
/** Entries of the record that a stream of events reads at once. */
export const EVENTS_PAGE = 100;
/** Open streams of events of one site in one process: each is a connection and a timer. */
export const EVENT_STREAMS_MAX = 50;
/** How often a stream says that it lives; proxies close what is silent for 30 or 60 seconds. */
export const EVENT_HEARTBEAT_MILLISECONDS = 15_000;
/** How often a stream looks for what other processes put on record. */
export const EVENT_POLL_MILLISECONDS = 1_000;
/** Events that a client has not taken; who has so many is closed, and resumes where it was. */
export const EVENT_STREAM_WAITING_BYTES_MAX = 1_048_576;
/** Comments of a person that are erased in one transaction: some milliseconds. */
export const ERASURE_STEP = 100;
/** How long a request waits for an erasure; the service finishes what is left by itself. */
export const ERASURE_WAIT_MILLISECONDS = 5_000;
/** Of one kind and person; nobody is blocked by name a hundred times. */
export const ERASED_BLOCKS_MAX = 100;
/** Remembered answers that are looked through at once: at most some megabytes. */
export const FORGOTTEN_ANSWERS_STEP = 500;
/** Erasures of a site that one round of the service goes on with. */
export const ERASURES_PER_ROUND_MAX = 100;
/** Comments from which retention takes something in one transaction: some milliseconds. */
export const RETENTION_STEP = 200;
/** How often the service looks for what is past its time; retention is a matter of days. */
export const RETENTION_ROUND_SECONDS = 3_600;
/** After a start: requests come first. */
export const RETENTION_FIRST_SECONDS = 60;
/** How long after a start its garbage is taken away: nothing of it is in use by then. */
export const SETTLE_AFTER_START_SECONDS = 3;
/** Comments with all that belongs to them that an export reads at once. */
export const PERSON_EXPORT_PAGE = 100;
/** Addresses that a person's comments came from and that an export looks for blocks on. */
export const EXPORT_ADDRESSES_MAX = 1_000;
/** A year and a day: a year is compared with the one before. */
export const STATISTICS_DAYS_MAX = 366;
export const STATISTICS_DAYS_DEFAULT = 30;
/** Rows read at once: some milliseconds. */
export const STATISTICS_PAGE = 1_000;
/** Threads, sections or moderators counted apart: some 10 MB. What is more counts in the totals. */
export const STATISTICS_GROUPS_MAX = 10_000;
/** Rows that a copy reads, compares and writes at once: as a rule 1 MB, of the longest texts 50. */
export const COPY_PAGE = 500;

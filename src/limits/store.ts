/** What the store keeps waiting, and for how long. */

/** Transactions committed together: more would keep the event loop for over 50 ms. */
export const GROUP_TRANSACTIONS_MAX = 128;
/** The same on PostgreSQL, where each takes longer and the site's lock is held meanwhile. */
export const SITE_TRANSACTIONS_TOGETHER_MAX = 32;
/** Transactions that wait for their turn: about a second of work; more are refused at once. */
export const TRANSACTIONS_WAITING_MAX = 4_096;
/** While another process writes to the file, how often and how long it is asked again: 5 s. */
export const BUSY_RETRY_MILLISECONDS = 10;
export const BUSY_TRIES_MAX = 500;
/** How often the write-ahead log is taken into the file while something is written. */
export const CHECKPOINT_EVERY_MILLISECONDS = 200;
/** A log that was never longer is left alone. */
export const CHECKPOINT_BYTES_MIN = 4_194_304;
/** A log this long, 80 MB, is taken into the file by who commits, if need be. */
export const CHECKPOINT_PAGES_MAX = 20_000;
/** Lists and figures that wait for the thread that reads them; more are refused at once. */
export const READS_ASIDE_WAITING_MAX = 1_024;
/** Prepared statements kept per connection; the service has some two hundred different ones. */
export const STATEMENT_CACHE_MAX = 512;
/** Approved comments of one author that are counted: no policy can ask for more. */
export const APPROVED_COUNTED_MAX = 100_000;
/** Sites whose policies are at hand as they were read, for each connection; more are read again. */
export const POLICIES_KNOWN_MAX = 200;
/** Connections of one instance to PostgreSQL; as many as work at once. */
export const POOL_CONNECTIONS_MAX = 10;
/** Those that wait for one of them; more are refused at once. */
export const POOL_WAITING_MAX = 1_024;
/** How long one waits for a connection before the request is refused. */
export const POOL_WAIT_MILLISECONDS = 5_000;
/** How long a transaction waits for others of its site, on other instances. */
export const LOCK_WAIT_MILLISECONDS = 5_000;
/**
 * An instance that stands still within a transaction loses it, so that its site goes on. Judging is
 * within one: the first text, which vocabularies are made for, took over 10 s at a load of 25.
 */
export const IDLE_TRANSACTION_MILLISECONDS = 30_000;
/** A statement that takes longer is given up; replays and exports read in pages. */
export const STATEMENT_MILLISECONDS = 30_000;
/**
 * A statement of which nothing is heard so long has no server any more: a living one gives it up
 * before. The system would wait for a quarter of an hour, and with it whoever asked.
 */
export const SILENCE_MILLISECONDS = STATEMENT_MILLISECONDS + 5_000;
/** Pages of 4 kB that a backup copies before it lets anything else happen: some 10 ms. */
export const COPY_PAGES_AT_ONCE = 2_000;
/** So long does compacting wait for somebody else who writes. */
export const COMPACT_WAIT_MILLISECONDS = 10_000;
/** A longer word is cut: PostgreSQL indexes none of over 2,046 bytes, and four make a letter. */
export const SEARCH_WORD_LENGTH_MAX = 64;
/** Shorter beginnings are those of so many words that all of the index would be read. */
export const SEARCH_PREFIX_LETTERS_MIN = 3;
/** Places of found words that are named for a comment: more than anybody looks at. */
export const SEARCH_SPANS_MAX = 100;
/** Comments that a migration holds in memory while it changes them: some megabytes. */
export const MIGRATION_ROWS_AT_ONCE = 1_000;

import type { Database } from './database.js';
import type { Running } from './prepared.js';

/** A way to the tables: Kysely for queries that are built, `run` for those that are built once. */
export interface Access extends Running {
  readonly db: Database;
  /**
   * The same tables, for lists and figures: what is read there may take its time, and outside of a
   * transaction keeps nobody waiting who is in a hurry.
   */
  readonly aside: Database;
  /** Whether rows can be locked one by one; else whoever writes has all of them. */
  readonly locksRows: boolean;
}

/**
 * What the store needs of a database, whichever it is. Of one site's transactions one happens after
 * another, on whatever instance of the service: what a transaction read stays true until it ends.
 */
export interface Engine {
  /** Outside of transactions: sees what is on the disk, and writes nothing. */
  readonly reading: Access;
  /** All of it happens or nothing; what it resolves to is on the disk. */
  transaction<T>(siteId: string, work: (access: Access) => Promise<T>): Promise<T>;
  /**
   * A transaction that stands in no line: others of the same site happen meanwhile. For what locks
   * the rows that it changes.
   */
  beside<T>(work: (access: Access) => Promise<T>): Promise<T>;
  /** Sees everything as it is at this moment, whatever others write meanwhile; writes nothing. */
  snapshot<T>(work: (access: Access) => Promise<T>): Promise<T>;
  /** A transaction that changes the tables: one at a time, on whatever instance. */
  migration<T>(work: (access: Access) => Promise<T>): Promise<T>;
  /** Resolves when the database answers, however many wait for a connection to work on. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface EngineOptions {
  /**
   * Refuses the outer store inside a transaction, which would see what was before it. It costs a
   * hook on every promise of the process, so it is for tests.
   */
  readonly strict: boolean;
}

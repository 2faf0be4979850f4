import { chmodSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import BetterSqlite3 from 'better-sqlite3';
import {
  type DatabaseConnection,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

import { CHECKPOINT_PAGES_MAX, GROUP_TRANSACTIONS_MAX } from '../../limits/store.js';
import type { Database } from '../database.js';
import type { Access, Engine, EngineOptions } from '../engine.js';
import { type Grouped, grouped } from '../grouped.js';
import { asTransaction, refuseInside } from '../inside-transaction.js';
import { admitted, type Enter, managedDriver } from '../managed-driver.js';
import type { Tables } from '../schema.js';
import { checkpointer } from './checkpointer.js';
import { type OnQuery, sqliteConnection, sqliteRunner } from './connection.js';
import { fileInPlace } from './file-in-place.js';
import { mayBeDatabase } from './may-be-database.js';
import { readingThread } from './reading-thread.js';
import { readingTurn } from './reading-turn.js';
import { sqliteSession, type Writing } from './session.js';

/** Readers of the folder and the file: the account that runs the service, and nobody else. */
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

const MEMORY = ':memory:';

const nothing = (): void => undefined;

/**
 * SQLite in a file that a path names, or in memory.
 *
 * @throws Error why the file cannot be opened.
 */
export function sqliteEngine(path: string, options: EngineOptions): Engine {
  return path === MEMORY ? memoryEngine(options) : fileEngine(resolve(path), options);
}

/**
 * One connection writes, in groups, and another reads what is committed, so that neither waits for
 * the other; a third, on a thread of its own, reads what takes long. Makes the folder and the file
 * where there are none.
 */
function fileEngine(file: string, { strict }: EngineOptions): Engine {
  const checkpoints = checkpointer(file);
  const session = sqliteSession({
    connect: (onWrite) => writingTo(openFile(file), onWrite),
    refuse: () => {
      refuseElsewhere();
    },
    onCommit: () => {
      turn.renew();
      checkpoints.committed();
    },
  });
  const refuseElsewhere = fileInPlace(file);
  const group = grouped(session, GROUP_TRANSACTIONS_MAX);
  const transaction = transactionIn(group, strict);
  const reader = openReader(file);
  const thread = readingThread(file);
  const turn = readingTurn(reader);
  const onQuery: OnQuery = (writes) => {
    if (writes) refuseWrite();
    turn.read();
  };
  const enter = strict ? refuseInside : null;
  return {
    reading: { ...accessTo(reader, { enter, onQuery }), aside: queriesOn(thread, enter) },
    transaction,
    beside: async (work) => transaction('', work),
    migration: async (work) => {
      // An index of millions of rows is sorted where there is room.
      session.keepIn('files');
      try {
        return await transaction('', work);
      } finally {
        session.keepIn('memory');
      }
    },
    snapshot: async (work) => snapshotOf(file, work),
    ping: async () => {
      refuseElsewhere();
      return asks(reader);
    },
    close: async () => {
      await group.idle();
      await checkpoints.close();
      await thread.close();
      turn.renew();
      reader.close();
      session.close();
    },
  };
}

/** There is one connection, and readers wait for the group. */
function memoryEngine({ strict }: EngineOptions): Engine {
  const database = new BetterSqlite3(MEMORY);
  const session = sqliteSession({
    connect: (onWrite) => writingTo(database, onWrite),
    refuse: nothing,
    onCommit: nothing,
  });
  const group = grouped(session, GROUP_TRANSACTIONS_MAX);
  const transaction = transactionIn(group, strict);
  const enter = async (): Promise<void> => {
    if (strict) await refuseInside();
    await group.idle();
  };
  return {
    reading: accessTo(database, { enter, onQuery: refuseWrites }),
    transaction,
    beside: async (work) => transaction('', work),
    migration: async (work) => transaction('', work),
    snapshot: async (work) => transaction('', work),
    ping: async () => asks(database),
    close: async () => {
      await group.idle();
      session.close();
    },
  };
}

function transactionIn(group: Grouped, strict: boolean): Engine['transaction'] {
  return async (_, work) =>
    group.transaction(async (access) =>
      strict ? asTransaction(async () => work(access)) : work(access),
    );
}

function writingTo(database: BetterSqlite3.Database, onWrite: () => void): Writing {
  const onQuery: OnQuery = (writes) => {
    if (writes) onWrite();
  };
  return { database, access: accessTo(database, { enter: null, onQuery }) };
}

interface AccessOptions {
  readonly enter: Enter;
  readonly onQuery: OnQuery;
}

function accessTo(database: BetterSqlite3.Database, { enter, onQuery }: AccessOptions): Access {
  const connection = sqliteConnection(database, onQuery);
  const db = queriesOn(connection, enter);
  const run = admitted(sqliteRunner(database, db, onQuery), enter);
  return { db, aside: db, run, locksRows: false };
}

function queriesOn(connection: DatabaseConnection, enter: Enter): Database {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => managedDriver(connection, enter),
      createIntrospector: (tables) => new SqliteIntrospector(tables),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
}

function refuseWrite(): never {
  throw new Error('what writes is done in a transaction');
}

function refuseWrites(writes: boolean): void {
  if (writes) refuseWrite();
}

async function asks(database: BetterSqlite3.Database): Promise<void> {
  database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get();
  return Promise.resolve();
}

async function snapshotOf<T>(file: string, work: (access: Access) => Promise<T>): Promise<T> {
  const database = openReader(file);
  try {
    // Sees the database as it is at its first look.
    database.exec('BEGIN');
    return await work(accessTo(database, { enter: null, onQuery: nothing }));
  } finally {
    database.close();
  }
}

/**
 * The samples of values that somebody's ANALYZE left. Where there are any, SQLite plans a statement
 * anew for the values of each run, which doubles the cost of a submit (docs/decisions/0034).
 */
function forgetSamples(database: BetterSqlite3.Database): void {
  const has = (sql: string): boolean => database.prepare(sql).get() !== undefined;
  if (!has("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat4'")) return;
  // The second has this connection read again what is left.
  if (has('SELECT 1 FROM sqlite_stat4')) database.exec('DELETE FROM sqlite_stat4; ANALYZE sqlite_schema');
}

function openReader(file: string): BetterSqlite3.Database {
  const database = new BetterSqlite3(file, { readonly: true });
  database.pragma('cache_size = -65536');
  return database;
}

function openFile(file: string): BetterSqlite3.Database {
  mkdirSync(dirname(file), { recursive: true, mode: FOLDER_MODE });
  try {
    return connected(file);
  } catch (error) {
    // SQLite does not say which file it means.
    if (error instanceof Error) error.message = `${file}: ${error.message}`;
    throw error;
  }
}

function connected(file: string): BetterSqlite3.Database {
  const database = new BetterSqlite3(file, { timeout: 0 });
  // Before anything is read: SQLite gives what it writes beside the file the same mode.
  if (mayBeDatabase(file)) chmodSync(file, FILE_MODE);
  // To begin with another process may be at work; later the group asks again by itself.
  database.pragma('busy_timeout = 5000');
  // An answered request is on the disk: every commit of the write-ahead log is synced.
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES_MAX}`);
  // What was erased is overwritten, and does not linger in pages that are free.
  database.pragma('secure_delete = ON');
  database.pragma('cache_size = -65536');
  // What a savepoint may have to take back: a member of a group has some 25 pages, which were
  // written to a file of its own, and took as many calls as the write-ahead log.
  database.pragma('temp_store = MEMORY');
  forgetSamples(database);
  database.pragma('busy_timeout = 0');
  return database;
}

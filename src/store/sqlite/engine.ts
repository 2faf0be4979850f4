import { chmodSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import BetterSqlite3 from 'better-sqlite3';
import { Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';

import { CHECKPOINT_PAGES_MAX, GROUP_TRANSACTIONS_MAX } from '../../limits/store.js';
import type { Access, Engine, EngineOptions } from '../engine.js';
import { grouped } from '../grouped.js';
import { asTransaction, refuseInside } from '../inside-transaction.js';
import { admitted, type Enter, managedDriver } from '../managed-driver.js';
import type { Tables } from '../schema.js';
import { checkpointer } from './checkpointer.js';
import { type OnWrite, sqliteConnection, sqliteRunner } from './connection.js';
import { sqliteSession } from './session.js';

/** Readers of the folder and the file: the account that runs the service, and nobody else. */
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

const MEMORY = ':memory:';

const nothing = (): void => undefined;

/**
 * SQLite in a file: one connection writes, in groups, and another reads what is committed, so that
 * neither waits for the other. Makes the folder and the file where there are none. In memory there
 * is one connection, and readers wait for the group.
 *
 * @throws Error why the file cannot be opened.
 */
export function sqliteEngine(path: string, { strict }: EngineOptions): Engine {
  const file = path === MEMORY ? null : resolve(path);
  const database = file === null ? new BetterSqlite3(MEMORY) : openFile(file);
  const checkpoints = file === null ? null : checkpointer(file);
  const session = sqliteSession(database, {
    access: () => writing,
    onCommit: () => checkpoints?.committed(),
  });
  const writing = accessTo(database, { enter: null, onWrite: session.onWrite });
  const group = grouped(session, GROUP_TRANSACTIONS_MAX);
  const transaction: Engine['transaction'] = async (_, work) =>
    group.transaction(async (access) =>
      strict ? asTransaction(async () => work(access)) : work(access),
    );
  if (file === null) {
    const reading = accessTo(database, {
      enter: async () => {
        if (strict) await refuseInside();
        await group.idle();
      },
      onWrite: refuseWrite,
    });
    return {
      reading,
      transaction,
      beside: async (work) => transaction('', work),
      migration: async (work) => transaction('', work),
      snapshot: async (work) => transaction('', work),
      close: async () => {
        await group.idle();
        database.close();
      },
    };
  }
  const reader = openReader(file);
  return {
    reading: accessTo(reader, { enter: strict ? refuseInside : null, onWrite: refuseWrite }),
    transaction,
    beside: async (work) => transaction('', work),
    migration: async (work) => transaction('', work),
    snapshot: async (work) => snapshotOf(file, work),
    close: async () => {
      await group.idle();
      await checkpoints?.close();
      reader.close();
      database.close();
    },
  };
}

interface AccessOptions {
  readonly enter: Enter;
  readonly onWrite: OnWrite;
}

function accessTo(database: BetterSqlite3.Database, { enter, onWrite }: AccessOptions): Access {
  const connection = sqliteConnection(database, onWrite);
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => managedDriver(connection, enter),
      createIntrospector: (tables) => new SqliteIntrospector(tables),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
  return { db, run: admitted(sqliteRunner(database, db, onWrite), enter), locksRows: false };
}

function refuseWrite(): never {
  throw new Error('what writes is done in a transaction');
}

async function snapshotOf<T>(file: string, work: (access: Access) => Promise<T>): Promise<T> {
  const database = openReader(file);
  try {
    // Sees the database as it is at its first look.
    database.exec('BEGIN');
    return await work(accessTo(database, { enter: null, onWrite: nothing }));
  } finally {
    database.close();
  }
}

function openReader(file: string): BetterSqlite3.Database {
  const database = new BetterSqlite3(file, { readonly: true });
  database.pragma('cache_size = -65536');
  return database;
}

function openFile(file: string): BetterSqlite3.Database {
  mkdirSync(dirname(file), { recursive: true, mode: FOLDER_MODE });
  const database = new BetterSqlite3(file, { timeout: 0 });
  chmodSync(file, FILE_MODE);
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
  database.pragma('busy_timeout = 0');
  return database;
}

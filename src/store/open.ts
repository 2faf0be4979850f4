import { chmodSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import BetterSqlite3 from 'better-sqlite3';
import { Kysely } from 'kysely';

import { migrate, pendingMigrations } from './migrate.js';
import type { Tables } from './schema.js';
import { sqliteDialect } from './sqlite-dialect.js';
import { createStore, type Store } from './store.js';

/** An open database. */
export interface OpenStore {
  readonly store: Store;
  /** Brings the tables up to date; the names of the migrations applied. */
  migrate(): Promise<readonly string[]>;
  /** What `migrate` would apply. */
  pendingMigrations(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Milliseconds since 1970; says when a migration was applied. */
  readonly clock: () => number;
}

/** Readers of the folder and the file: the account that runs the service, and nobody else. */
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

const SCHEME = 'sqlite:';
const MEMORY = ':memory:';

/**
 * Opens the database that a DATABASE_URL names: `sqlite:` and a path, relative to where the
 * service was started, or `sqlite::memory:`. Makes the folder and the file where there are none.
 *
 * @throws Error that says which forms there are, or why the file cannot be opened.
 */
export async function openStore(url: string, { clock }: OpenOptions): Promise<OpenStore> {
  const path = url.startsWith(SCHEME) ? url.slice(SCHEME.length) : '';
  if (path === '') {
    throw new Error('DATABASE_URL must be sqlite: and a path, for example sqlite:data/gatepost.db');
  }
  const db = new Kysely<Tables>({ dialect: sqliteDialect(openSqlite(path)) });
  return Promise.resolve({
    store: createStore(db),
    migrate: async () => migrate(db, clock),
    pendingMigrations: async () => (await pendingMigrations(db)).map(({ name }) => name),
    close: async () => db.destroy(),
  });
}

function openSqlite(path: string): BetterSqlite3.Database {
  const file = path === MEMORY ? path : resolve(path);
  if (file !== MEMORY) mkdirSync(dirname(file), { recursive: true, mode: FOLDER_MODE });
  const database = new BetterSqlite3(file);
  if (file !== MEMORY) chmodSync(file, FILE_MODE);
  // An answered request is on the disk: every commit of the write-ahead log is synced.
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('busy_timeout = 5000');
  database.pragma('wal_autocheckpoint = 4000');
  // What was erased is overwritten, and does not linger in pages that are free.
  database.pragma('secure_delete = ON');
  database.pragma('cache_size = -65536');
  return database;
}

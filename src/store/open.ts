import { isPostgresUrl, sqlitePath } from './database-url.js';
import type { Engine } from './engine.js';
import { migrate, pendingMigrations } from './migrate.js';
import { sqliteEngine } from './sqlite/engine.js';
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
  /** Refuses the outer store inside a transaction: for tests, as it slows everything down. */
  readonly strict?: boolean;
}

/**
 * Opens the database that a DATABASE_URL names: `sqlite:` and a path, relative to where the
 * service was started, `sqlite::memory:`, or `postgres://…`. Makes the folder and the file of
 * SQLite where there are none.
 *
 * @throws Error that says which forms there are, or why the file cannot be opened.
 */
export async function openStore(
  url: string,
  { clock, strict = false }: OpenOptions,
): Promise<OpenStore> {
  const engine = await engineOf(url, strict);
  return {
    store: createStore(engine),
    migrate: async () => migrate(engine, clock),
    pendingMigrations: async () => (await pendingMigrations(engine)).map(({ name }) => name),
    close: async () => engine.close(),
  };
}

/** The driver of PostgreSQL is loaded where it is used: it lengthens a start. */
async function engineOf(url: string, strict: boolean): Promise<Engine> {
  if (isPostgresUrl(url)) {
    const { postgresEngine } = await import('./postgres/engine.js');
    return postgresEngine(url, { strict });
  }
  const path = sqlitePath(url);
  if (path !== null) return sqliteEngine(path, { strict });
  throw new Error(
    'DATABASE_URL must be sqlite: and a path, for example sqlite:data/gatepost.db, or postgres://…',
  );
}

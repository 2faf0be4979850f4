import type BetterSqlite3 from 'better-sqlite3';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

import { STATEMENT_CACHE_MAX } from '../limits/desk.js';
import { insideTransaction } from './inside-transaction.js';
import { type Turn, turnstile } from './turnstile.js';

/**
 * Kysely over one better-sqlite3 connection: statements are prepared once, transactions begin
 * IMMEDIATE (a deferred one that reads first cannot wait for another process to finish writing),
 * and whoever needs the connection waits their turn.
 */
export function sqliteDialect(database: BetterSqlite3.Database): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => sqliteDriver(database),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

function sqliteDriver(database: BetterSqlite3.Database): Driver {
  const connection = sqliteConnection(database);
  const turns = turnstile();
  let turn: Turn | null = null;
  const run = (sql: string) => async (): Promise<void> => {
    database.exec(sql);
    return Promise.resolve();
  };
  return {
    init: async () => Promise.resolve(),
    acquireConnection: async () => {
      if (insideTransaction()) {
        throw new Error('inside a transaction, use the store that it was given, not the outer one');
      }
      turn = await turns.enter();
      return connection;
    },
    releaseConnection: async () => {
      turn?.leave();
      return Promise.resolve();
    },
    beginTransaction: async (_, { accessMode }) => {
      // A reader keeps nobody from writing, and sees the database as it is at its first look.
      database.exec(accessMode === 'read only' ? 'BEGIN' : 'BEGIN IMMEDIATE');
      return Promise.resolve();
    },
    commitTransaction: run('COMMIT'),
    rollbackTransaction: async () => {
      // After some faults, as a full disk, SQLite has rolled back by itself.
      if (database.inTransaction) database.exec('ROLLBACK');
      return Promise.resolve();
    },
    destroy: async () => {
      database.close();
      return Promise.resolve();
    },
  };
}

function sqliteConnection(database: BetterSqlite3.Database): DatabaseConnection {
  const prepare = statementCache(database);
  return {
    executeQuery: async <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
      const statement = prepare(sql);
      if (statement.reader) return Promise.resolve({ rows: statement.all(...parameters) as R[] });
      const { changes } = statement.run(...parameters);
      return Promise.resolve({ rows: [], numAffectedRows: BigInt(changes) });
    },
    streamQuery: () => {
      throw new Error('the store reads in pages; it does not stream');
    },
  };
}

/** Prepares each text once; the one that was not used for the longest time makes room. */
function statementCache(
  database: BetterSqlite3.Database,
): (sql: string) => BetterSqlite3.Statement {
  const cache = new Map<string, BetterSqlite3.Statement>();
  return (sql) => {
    const known = cache.get(sql);
    const statement = known ?? database.prepare(sql);
    cache.delete(sql);
    cache.set(sql, statement);
    if (cache.size > STATEMENT_CACHE_MAX) {
      for (const oldest of cache.keys()) {
        cache.delete(oldest);
        break;
      }
    }
    return statement;
  };
}

import type BetterSqlite3 from 'better-sqlite3';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';

import { STATEMENT_CACHE_MAX } from '../../limits/store.js';
import type { Database } from '../database.js';
import { compiled, type Prepared, type RunPrepared, type Text } from '../prepared.js';

/** Told before every query whether it writes. */
export type OnQuery = (writes: boolean) => void;

/** One better-sqlite3 connection as Kysely knows connections; statements are prepared once. */
export function sqliteConnection(
  database: BetterSqlite3.Database,
  onQuery: OnQuery,
): DatabaseConnection {
  const prepare = statementCache(database);
  return {
    executeQuery: async <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
      const statement = prepare(sql);
      onQuery(!statement.readonly);
      if (statement.reader) return Promise.resolve({ rows: statement.all(...parameters) as R[] });
      const { changes } = statement.run(...parameters);
      return Promise.resolve({ rows: [], numAffectedRows: BigInt(changes) });
    },
    streamQuery: () => {
      throw new Error('the store reads in pages; it does not stream');
    },
  };
}

/** Runs queries that were built once on a connection, without anything in between. */
export function sqliteRunner(
  database: BetterSqlite3.Database,
  db: Database,
  onQuery: OnQuery,
): RunPrepared {
  interface Known {
    readonly text: Text<object>;
    readonly statement: BetterSqlite3.Statement;
    /** Asked once: each time the answer comes from C++. */
    readonly writes: boolean;
    readonly returns: boolean;
  }
  // There are as many as the code names.
  const known = new Map<unknown, Known>();
  const of = <A extends object, R>(query: Prepared<A, R>): Known => {
    const before = known.get(query);
    if (before !== undefined) return before;
    const text = compiled(query, db) as Text<object>;
    const statement = database.prepare(text.sql);
    const fresh = { text, statement, writes: !statement.readonly, returns: statement.reader };
    known.set(query, fresh);
    return fresh;
  };
  return async (query, values) => {
    const { text, statement, writes, returns } = of(query);
    onQuery(writes);
    const bound = text.valuesOf(values);
    if (returns) return Promise.resolve(statement.all(...bound) as never);
    statement.run(...bound);
    return Promise.resolve([]);
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

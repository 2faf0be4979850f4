import type BetterSqlite3 from 'better-sqlite3';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';

import { keepLatest } from '../../domain/keep-latest.js';
import { STATEMENT_CACHE_MAX } from '../../limits/store.js';
import type { Database } from '../database.js';
import { compiled, type Prepared, type RunPrepared, type Text } from '../prepared.js';
import { prepareStatement, type Statement } from './rows.js';

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
      onQuery(statement.writes);
      const { rows, changes } = statement.run(parameters);
      return Promise.resolve({ rows: rows as R[], numAffectedRows: BigInt(changes) });
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
    readonly statement: Statement;
  }
  // There are as many as the code names.
  const known = new Map<unknown, Known>();
  const of = <A extends object, R>(query: Prepared<A, R>): Known => {
    const before = known.get(query);
    if (before !== undefined) return before;
    const text = compiled(query, db) as Text<object>;
    const fresh = { text, statement: prepareStatement(database, text.sql) };
    known.set(query, fresh);
    return fresh;
  };
  return async (query, values) => {
    const { text, statement } = of(query);
    onQuery(statement.writes);
    const { rows } = statement.run(text.valuesOf(values));
    return Promise.resolve(rows as never);
  };
}

/** Prepares each text once; the one that was not used for the longest time makes room. */
function statementCache(database: BetterSqlite3.Database): (sql: string) => Statement {
  const cache = new Map<string, Statement>();
  return (sql) => {
    const known = cache.get(sql);
    const statement = known ?? prepareStatement(database, sql);
    keepLatest(cache, [sql, statement], STATEMENT_CACHE_MAX);
    return statement;
  };
}

import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import pg from 'pg';

import type { Database } from '../database.js';
import { codeOf, readOnly, unreachable } from '../errors.js';
import { compiled, type Prepared, type RunPrepared, type Text } from '../prepared.js';

/** A client, or the pool, which lends one for each query. */
export type Queryable = Pick<pg.ClientBase, 'query'>;

const { INT8, NUMERIC } = pg.types.builtins;

/** Counts and sums are numbers, as SQLite has them; none comes near 2 to the 53rd. */
export const TYPES: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (oid === INT8 || oid === NUMERIC) return Number;
    return pg.types.getTypeParser(oid, format) as (value: string) => unknown;
  },
};

/** A client as Kysely knows connections. */
export function clientConnection(client: Queryable): DatabaseConnection {
  return {
    executeQuery: async <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
      const { rows, rowCount, command } = await client
        .query(sql, [...parameters])
        .catch(translate);
      return WRITES.has(command)
        ? { rows: rows as R[], numAffectedRows: BigInt(rowCount ?? 0) }
        : { rows: rows as R[] };
    },
    streamQuery: () => {
      throw new Error('the store reads in pages; it does not stream');
    },
  };
}

const WRITES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

interface Named {
  readonly name: string;
  readonly text: Text<object>;
}

/** One name for a query on every connection, under which the server keeps its plan. */
let names = new WeakMap<object, Named>();
let named = 0;

/** What a kept plan is refused with when its tables have changed, and what a server has not. */
const NOT_SUPPORTED = '0A000';

/** Runs queries that were built once as named statements, which are parsed once a connection. */
export function postgresRunner(client: Queryable, db: Database): RunPrepared {
  return async (query, values) => {
    const { name, text } = namedOf(query, db);
    const { rows } = await client
      .query({ name, text: text.sql, values: text.valuesOf(values) })
      .catch((error: unknown) => {
        // Under that name the connection would be refused again and again.
        if (codeOf(error) === NOT_SUPPORTED) names = new WeakMap();
        return translate(error);
      });
    return rows as never;
  };
}

function namedOf<A extends object, R>(query: Prepared<A, R>, db: Database): Named {
  const known = names.get(query);
  if (known) return known;
  named += 1;
  const fresh = { name: `gatepost_${named}`, text: compiled(query, db) as Text<object> };
  names.set(query, fresh);
  return fresh;
}

/**
 * Throws what happened, with a code also where the driver has only words for a lost connection, and
 * with that of a server that cannot be written to where a standby calls it a feature.
 */
export function translate(error: unknown): never {
  if (isLost(error)) throw unreachable(error);
  throw isOfStandby(error) ? readOnly(error) : error;
}

/** Whether a standby was to begin a transaction that writes. In whatever language it says so. */
function isOfStandby(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError) || error.code !== NOT_SUPPORTED) return false;
  return OF_SETTING.test(error.routine ?? '');
}

/** The functions of the server in which a setting of a transaction is refused. */
const OF_SETTING = /check_hook|check_transaction_read_only/u;

/** Whether the connection is gone, or none could be had. */
export function isLost(error: unknown): boolean {
  return error instanceof Error && !('code' in error && error.code) && LOST.test(error.message);
}

const LOST =
  /terminated|timeout exceeded|not queryable|Cannot use a pool|timeout expired|read timeout/iu;

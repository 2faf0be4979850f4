import type { Compilable, CompiledQuery, Kysely, RawBuilder } from 'kysely';

import type { Tables } from './schema.js';

/** What stands for a value while a query is built. */
interface Placeholder {
  readonly placeholder: string;
}

/** Names a value of the arguments where the query has it. */
export type Argument<A> = <N extends keyof A & string>(name: N) => A[N];

/**
 * A query that is built and compiled once for each engine, and run with values of its own each
 * time: to build one takes some ten times as long as to run it.
 */
export interface Prepared<A extends object, R> {
  readonly build: (db: Kysely<Tables>, argument: Argument<A>) => Compilable<R> | RawBuilder<R>;
}

/** Runs a query that was built once; the rows. */
export type RunPrepared = <A extends object, R>(
  query: Prepared<A, R>,
  values: A,
) => Promise<readonly R[]>;

/** Of what a noun is made with: the queries that are built once. */
export interface Running {
  readonly run: RunPrepared;
}

/** And where lists are read. */
export interface Listing extends Running {
  readonly aside: Kysely<Tables>;
}

/** A query by how it is built: `prepared<{ id: string }>()((db, argument) => …)`. */
export const prepared =
  <A extends object>() =>
  <R>(build: Prepared<A, R>['build']): Prepared<A, R> => ({ build });

/** The text of a query, and where its values come from. */
export interface Text<A extends object> {
  readonly sql: string;
  readonly valuesOf: (values: A) => unknown[];
}

/** Compiles a query for the engine that `db` belongs to. */
export function compiled<A extends object, R>(
  query: Prepared<A, R>,
  db: Kysely<Tables>,
): Text<A> {
  const argument = ((name: string): Placeholder => ({ placeholder: name })) as unknown;
  const built = compile(query.build(db, argument as Argument<A>), db);
  const { sql, parameters } = built;
  const places = parameters.map((parameter) =>
    isPlaceholder(parameter) ? parameter.placeholder : null,
  );
  return {
    sql,
    valuesOf: (values) =>
      places.map((name, at) =>
        name === null ? parameters[at] : (values as Record<string, unknown>)[name],
      ),
  };
}

function compile<R>(query: Compilable<R> | RawBuilder<R>, db: Kysely<Tables>): CompiledQuery {
  return 'isRawBuilder' in query ? query.compile(db) : (query).compile();
}

function isPlaceholder(parameter: unknown): parameter is Placeholder {
  return typeof parameter === 'object' && parameter !== null && 'placeholder' in parameter;
}

/** Inserts one row, with the columns that the row has. */
export async function insertRow<T extends keyof Tables>(
  run: RunPrepared,
  table: T,
  row: Tables[T],
): Promise<void> {
  await run(insertInto(table, Object.keys(row)), row as unknown as Record<string, unknown>);
}

interface Insert {
  readonly columns: readonly string[];
  readonly query: Prepared<Record<string, unknown>, unknown>;
}

/** By table; rows of one table are made in one or two places, each with columns of its own. */
const inserts = new Map<string, Insert[]>();

function insertInto(table: string, columns: readonly string[]): Insert['query'] {
  const ofTable = inserts.get(table) ?? [];
  const known = ofTable.find((each) => areSame(each.columns, columns));
  if (known) return known.query;
  const query = prepared<Record<string, unknown>>()((db, argument) =>
    db
      .insertInto(table as keyof Tables)
      .values(Object.fromEntries(columns.map((column) => [column, argument(column)])) as never),
  ) as Insert['query'];
  inserts.set(table, [...ofTable, { columns, query }]);
  return query;
}

function areSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((each, at) => each === others[at]);
}

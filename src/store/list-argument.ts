import { type RawBuilder, sql, type SqlBool } from 'kysely';

import type { Database } from './database.js';
import { dialectOf } from './dialect.js';

/** A list of texts as one value of a query. */
export type ListArgument = string & { readonly isList: true };

/** Of a query for those of a site that a list names. */
export interface OfList {
  readonly site_id: string;
  readonly ids: ListArgument;
}

export function listArgument(values: readonly string[]): ListArgument {
  return JSON.stringify(values) as ListArgument;
}

/**
 * Whether a column has one of the values of a list. `in` has a placeholder for each, so that every
 * length is a query of its own: to build one for fifty takes longer than to run it.
 */
export function among(db: Database, column: string, list: ListArgument): RawBuilder<SqlBool> {
  if (dialectOf(db) === 'sqlite') {
    return sql`${sql.ref(column)} IN (SELECT value FROM json_each(${list}))`;
  }
  const values = sql`SELECT jsonb_array_elements_text(CAST(${list} AS jsonb))`;
  return sql`${sql.ref(column)} = ANY (ARRAY(${values}))`;
}

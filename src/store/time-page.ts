import { type Expression, sql, type SqlBool } from 'kysely';

/** What a page goes by, a time and an id where times are equal: the columns, or their values. */
export interface PagedBy {
  readonly time: string;
  readonly id: string;
}

/**
 * What is at a time or later, or behind the last of the page before, oldest first. One lower bound
 * alone: with two, an index may be read from the wrong one for every page.
 */
export function startingFrom(
  { time, id }: PagedBy,
  start: { readonly from: string; readonly after: PagedBy | null },
): Expression<SqlBool> {
  if (start.after === null) return sql<SqlBool>`${sql.ref(time)} >= ${start.from}`;
  const { after } = start;
  return sql<SqlBool>`(${sql.ref(time)}, ${sql.ref(id)}) > (${after.time}, ${after.id})`;
}

/** A place that is named by when something was made. */
export function timed(
  place: { readonly created_at: string; readonly id: string } | null,
): PagedBy | null {
  return place && { time: place.created_at, id: place.id };
}

import { type RawBuilder, sql, type SqlBool } from 'kysely';

/** The columns that hold `searchText`. */
type Searchable = 'authors.search_name' | 'comments.search_text';

/** A text as searches compare it: width and case do not count. */
export function searchText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/**
 * Whether a column has `needle` in it. LIKE folds case on one engine and not on the other, and
 * gives % and _ a meaning; taking the needle out and looking whether anything went does neither.
 */
export function contains(column: Searchable, needle: string): RawBuilder<SqlBool> {
  const held = sql.ref(column);
  return sql<SqlBool>`replace(${held}, ${searchText(needle)}, '') <> ${held}`;
}

import { type Expression, type ExpressionBuilder, type RawBuilder, sql, type SqlBool } from 'kysely';

import type { PageRequest } from '../domain/page.js';
import { type CommentFilter, type CommentQuery, filtered } from './comment-filter.js';
import type { Database } from './database.js';
import { dialectOf } from './dialect.js';
import type { CommentRow, Tables } from './schema.js';
import { type Piece, piecesOf } from './search-words.js';

interface Search {
  /** All that must hold beside the text. */
  readonly filter: CommentFilter;
  readonly text: string;
  readonly page: PageRequest;
}

/**
 * The site's comments that have all the words of a text, latest first, one more than asked for
 * where there are more. On SQLite the latest is what was stored last, which for comments that were
 * imported is not what was written last.
 */
export async function searchedComments(
  db: Database,
  siteId: string,
  { filter, text, page }: Search,
): Promise<readonly CommentRow[]> {
  const pieces = piecesOf(text);
  if (pieces.length === 0) return [];
  // Of one author or thread there are not so many that an index of words would be quicker.
  const few = filter.author_id !== undefined || filter.thread_id !== undefined;
  if (few) return byId(filtered(ofSite(db, siteId), filter).where(standing(pieces)), page);
  const phrases = standing(pieces.filter(({ words }) => words.length > 1));
  if (dialectOf(db) === 'postgres') {
    const found = ofSite(db, siteId).where(hasWords(siteId, pieces));
    return byId(filtered(found, filter).where(phrases), page);
  }
  return byPlace(db, siteId, {
    query: filtered(foundOf(db, siteId, pieces), filter).where(phrases),
    page,
  });
}

const ofSite = (db: Database, siteId: string): CommentQuery =>
  db.selectFrom('comments').selectAll('comments').where('comments.site_id', '=', siteId);

async function byId(
  query: CommentQuery,
  { cursor, limit }: PageRequest,
): Promise<readonly CommentRow[]> {
  const page = query.orderBy('comments.comment_id', 'desc').limit(sql.lit(limit + 1));
  return (cursor === null ? page : page.where('comments.comment_id', '<', cursor)).execute();
}

/** On SQLite: the index answers in the order of the rows, and only those of the page are read. */
async function byPlace(
  db: Database,
  siteId: string,
  { query, page: { cursor, limit } }: { readonly query: CommentQuery; readonly page: PageRequest },
): Promise<readonly CommentRow[]> {
  const page = query.orderBy(sql`found.place`, 'desc').limit(sql.lit(limit + 1));
  if (cursor === null) return page.execute();
  const { rows } = await sql<{ place: number }>`SELECT rowid AS place FROM comments
    WHERE site_id = ${siteId} AND comment_id = ${cursor}`.execute(db);
  return page.where(sql<SqlBool>`found.place < ${rows[0]?.place ?? 0}`).execute();
}

/** On SQLite: comments in the order in which the index of words finds them. */
function foundOf(db: Database, siteId: string, pieces: readonly Piece[]): CommentQuery {
  const terms = wordsOf(pieces).map(({ word, prefix }) => `"${word}"${prefix ? ' *' : ''}`);
  const asked = [`"${siteId}"`, ...terms].join(' AND ');
  const found = sql<{ place: number }>`(SELECT rowid AS place FROM comment_words
    WHERE comment_words MATCH ${asked})`.as<'found'>('found');
  const query = db.selectFrom(found).crossJoin('comments').selectAll('comments');
  // Filters are about comments alone, and know of no other table.
  return (query as unknown as CommentQuery)
    .where(sql<SqlBool>`comments.rowid = found.place`)
    .where('comments.site_id', '=', siteId);
}

/** On PostgreSQL: as migrations/0004_search.sql indexes it. */
function hasWords(siteId: string, pieces: readonly Piece[]): RawBuilder<SqlBool> {
  const terms = wordsOf(pieces).map(({ word, prefix }) => `'${word}'${prefix ? ':*' : ''}`);
  const asked = [`'site:${siteId}'`, ...terms].join(' & ');
  return sql<SqlBool>`array_to_tsvector(array_remove(string_to_array('site:' || comments.site_id
    || ' ' || comments.search_text, ' '), '')) @@ ${asked}::tsquery`;
}

const wordsOf = (pieces: readonly Piece[]) =>
  pieces.flatMap(({ words, prefix }) =>
    words.map((word, at) => ({ word, prefix: prefix && at === words.length - 1 })),
  );

/** Whether each stands in the text as it is, whichever engine. */
function standing(pieces: readonly Piece[]) {
  return ({ and }: ExpressionBuilder<Tables, 'comments'>): Expression<SqlBool> =>
    and(
      pieces.map(({ words, prefix }) => {
        const text = sql<string>`(' ' || comments.search_text || ' ')`;
        return contains(text, ` ${words.join(' ')}${prefix ? '' : ' '}`);
      }),
    );
}

/** A name as searches compare it: width and case do not count. */
export function searchText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/**
 * Whether a text has `needle` in it. LIKE folds case on one engine and not on the other, and
 * gives % and _ a meaning; taking the needle out and looking whether anything went does neither.
 */
export function contains(held: Expression<string>, needle: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`replace(${held}, ${needle}, '') <> ${held}`;
}

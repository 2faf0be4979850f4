import { type SelectQueryBuilder, sql } from 'kysely';

import type { ActorKind, DecisionAction } from '../domain/decision.js';
import type { PageRequest } from '../domain/page.js';
import type { Database } from './database.js';
import type { DecisionRow, Tables } from './schema.js';

/** All that is given must hold. */
export interface DecisionFilter {
  readonly comment_id?: string;
  /** The author of the comment. */
  readonly author_id?: string;
  readonly actor_kind?: ActorKind;
  readonly actor_id?: string;
  readonly action?: DecisionAction;
  /** Inclusive. */
  readonly from?: string;
  /** Exclusive. */
  readonly to?: string;
}

type Query = SelectQueryBuilder<Tables, 'decisions', DecisionRow>;

/**
 * The site's decisions by when they were made, newest first, one more than asked for where there
 * are more. Read from an index in that order: a page late in the list, or of a long period, costs
 * what the first one does. Null when the cursor is no decision of the site.
 */
export async function listedDecisions(
  db: Database,
  siteId: string,
  { filter, page }: { readonly filter: DecisionFilter; readonly page: PageRequest },
): Promise<readonly DecisionRow[] | null> {
  const { author_id, from, to, ...equal } = filter;
  const after = page.cursor === null ? null : await placeOf(db, siteId, page.cursor);
  if (page.cursor !== null && after === null) return null;
  // Those of one comment are few, and put in order when they are found: SQLite would otherwise
  // go through all of the site, which are in order.
  const few = equal.comment_id !== undefined;
  const time = few ? sql<string>`created_at || ''` : sql.ref<string>('created_at');
  let query: Query = db
    .selectFrom('decisions')
    .selectAll('decisions')
    .where('decisions.site_id', '=', siteId)
    .orderBy(time, 'desc')
    .orderBy('decision_id', 'desc')
    .limit(sql.lit(page.limit + 1));
  for (const column of ['comment_id', 'actor_kind', 'actor_id', 'action'] as const) {
    const value = equal[column];
    if (value !== undefined) query = query.where(column, '=', value);
  }
  if (author_id !== undefined) query = aboutCommentsOf(query, author_id);
  if (from !== undefined) query = query.where('created_at', '>=', from);
  // One upper bound alone: with two, an index may be read from the wrong one for every page.
  if (after !== null) {
    return query
      .where(sql<boolean>`(${time}, decision_id) < (${after}, ${page.cursor})`)
      .execute();
  }
  return (to === undefined ? query : query.where('created_at', '<', to)).execute();
}

/** When the last decision of the page before was made; null where there is none of that id. */
async function placeOf(db: Database, siteId: string, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('decisions')
    .select('created_at')
    .where('site_id', '=', siteId)
    .where('decision_id', '=', id)
    .executeTakeFirst();
  return row?.created_at ?? null;
}

function aboutCommentsOf(query: Query, authorId: string): Query {
  return query.where(({ exists, selectFrom }) =>
    exists(
      selectFrom('comments')
        .select('comments.comment_id')
        .whereRef('comments.site_id', '=', 'decisions.site_id')
        .whereRef('comments.comment_id', '=', 'decisions.comment_id')
        .where('comments.author_id', '=', authorId),
    ),
  );
}

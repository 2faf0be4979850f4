import { sql } from 'kysely';

import type { Comment } from '../domain/comment.js';
import { commentOf } from './comment-row.js';
import type { Database } from './database.js';

/** What a comment came with, for comparing it with a block. */
export interface Trace
  extends Pick<Comment, 'author_name' | 'author_email' | 'author_ip' | 'received_at'> {
  readonly comment_id: string;
}

export interface VisibleQuery {
  readonly since: string;
  readonly limit: number;
}

/** What one decision made for a block's sake did. */
export interface TakenDown {
  readonly comment: Comment;
  /** The decision that it superseded; null for what had none. */
  readonly before: string | null;
}

/** What a block rejects after the fact, and what its end brings back. */
export interface TakeDownStore {
  /** The author's approved and waiting comments that came in since, oldest first: their ids. */
  visibleOfAuthor(
    siteId: string,
    query: VisibleQuery & { readonly author_id: string },
  ): Promise<readonly string[]>;
  /** All approved and waiting comments that came in since, oldest first. */
  visibleTraces(
    siteId: string,
    query: VisibleQuery & { readonly after: Trace | null },
  ): Promise<readonly Trace[]>;
  /** Rejected comments about which a decision of one of these blocks is the last word, by id. */
  standing(
    siteId: string,
    blockIds: readonly string[],
    limit: number,
  ): Promise<readonly TakenDown[]>;
  /** How many comments stand so. */
  countStanding(siteId: string, blockId: string): Promise<number>;
  /**
   * Rejected comments about which a judgement of the engine is the last word and rests on a match
   * of the rule, from after a decision on: the judgement's id and the comment's, oldest first.
   */
  judgedBy(siteId: string, query: JudgedByQuery): Promise<readonly JudgedBy[]>;
}

export interface JudgedByQuery {
  readonly rule: string;
  /** Null for anybody's. */
  readonly author_id: string | null;
  /** Ids of decisions sort by the time they were made at. */
  readonly after: string;
  readonly limit: number;
}

export interface JudgedBy {
  readonly decision_id: string;
  readonly comment_id: string;
}

export function takeDownStore(db: Database): TakeDownStore {
  return { ...visible(db), ...taken(db), judgedBy: judgedBy(db) };
}

function visible(
  db: Database,
): Pick<TakeDownStore, 'visibleOfAuthor' | 'visibleTraces'> {
  const since = (siteId: string, { since: from, limit }: VisibleQuery) =>
    db
      .selectFrom('comments')
      .where('site_id', '=', siteId)
      .where('received_at', '>=', from)
      .where('status', 'in', ['approved', 'pending'])
      .orderBy('received_at')
      .limit(limit);
  return {
    visibleOfAuthor: async (siteId, { author_id, ...query }) => {
      const rows = await since(siteId, query)
        .select('comment_id')
        .where('author_id', '=', author_id)
        .execute();
      return rows.map((row) => row.comment_id);
    },
    visibleTraces: async (siteId, { after, ...query }) => {
      let page = since(siteId, query).orderBy('comment_id').select([
        'comment_id',
        'received_at',
        'author_name',
        'author_email',
        'author_ip',
      ]);
      if (after !== null) {
        page = page.where(({ eb, refTuple, tuple }) =>
          eb(
            refTuple('received_at', 'comment_id'),
            '>',
            tuple(after.received_at, after.comment_id),
          ),
        );
      }
      return page.execute();
    },
  };
}

function taken(db: Database): Pick<TakeDownStore, 'standing' | 'countStanding'> {
  const standing = (siteId: string, blockIds: readonly string[]) =>
    db
      .selectFrom('decisions as d')
      .innerJoin('comments as c', (join) =>
        join
          .onRef('c.site_id', '=', 'd.site_id')
          .onRef('c.comment_id', '=', 'd.comment_id')
          .onRef('c.version', '=', 'd.comment_version'),
      )
      .where('d.site_id', '=', siteId)
      .where('d.block_id', 'in', blockIds)
      // As the last word it is also how the comment stands. Asked for that, or for an order, SQLite
      // would begin elsewhere than with the block.
      .where('d.action', '=', 'reject');
  return {
    standing: async (siteId, blockIds, limit) => {
      const rows = await standing(siteId, blockIds)
        .selectAll('c')
        .select('d.supersedes')
        .limit(limit)
        .execute();
      // Put in order here, for either engine has one of its own.
      return rows
        .toSorted((one, other) => (one.comment_id < other.comment_id ? -1 : 1))
        .map(({ supersedes, ...row }) => ({ comment: commentOf(row), before: supersedes }));
    },
    countStanding: async (siteId, blockId) => {
      const { count } = await standing(siteId, [blockId])
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow();
      return Number(count);
    },
  };
}

function judgedBy(db: Database): TakeDownStore['judgedBy'] {
  return async (siteId, { rule, author_id, after, limit }) => {
    let query = db
      .selectFrom('findings as f')
      .innerJoin('decisions as d', (join) =>
        join.onRef('d.site_id', '=', 'f.site_id').onRef('d.decision_id', '=', 'f.decision_id'),
      )
      .innerJoin('comments as c', (join) =>
        join
          .onRef('c.site_id', '=', 'd.site_id')
          .onRef('c.comment_id', '=', 'd.comment_id')
          .onRef('c.version', '=', 'd.comment_version'),
      )
      .select(['f.decision_id', 'c.comment_id'])
      .distinct()
      .where('f.site_id', '=', siteId)
      .where('f.rule', '=', rule)
      .where('f.outcome', '=', sql.lit('match'))
      .where('f.decision_id', '>', after)
      .where('d.actor_kind', '=', sql.lit('system'))
      .where('c.status', '=', 'rejected')
      .orderBy('f.decision_id')
      .limit(limit);
    if (author_id !== null) query = query.where('c.author_id', '=', author_id);
    return query.execute();
  };
}

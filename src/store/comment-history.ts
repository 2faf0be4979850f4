import { sql } from 'kysely';

import type { TextMarks } from '../domain/comment.js';
import type { Status } from '../domain/status.js';
import type { Database } from './database.js';

/** Whose latest comments are asked for, how far back and how many at most. */
export interface RecentQuery {
  readonly by: 'author_id' | 'author_ip';
  readonly value: string;
  readonly since: string;
  readonly limit: number;
}

export interface SameTextQuery {
  readonly author_id: string;
  readonly fingerprint: string;
  readonly since: string;
  /** The comment that is being edited, which is no repeat of itself. */
  readonly except: string | null;
}

export interface AuthorsOfTextQuery {
  readonly fingerprint: string;
  readonly since: string;
  /** Null for an author whom the site has not met. */
  readonly except: string | null;
  readonly limit: number;
}

export interface NearTextsQuery {
  readonly near_key_1: TextMarks['near_key_1'];
  readonly near_key_2: TextMarks['near_key_2'];
  readonly since: string;
  /** The comment that is being edited. */
  readonly except: string | null;
  /** For each key and place. */
  readonly limit: number;
}

/** A comment whose text may be nearly the same; its sketch tells. */
export interface NearText {
  readonly author_id: string;
  readonly received_at: string;
  readonly sketch: string;
}

export interface StatusesQuery {
  readonly author_id: string;
  readonly since: string;
  readonly limit: number;
}

export interface DatedStatus {
  readonly status: Status;
  readonly received_at: string;
}

/** What the record says that bears on a new comment: a few indexed look-ups. */
export interface CommentHistory {
  /** When the latest comments of an author or an IP came in, newest first. */
  recentTimes(siteId: string, query: RecentQuery): Promise<readonly string[]>;
  /** When the author last posted a text with that fingerprint. */
  lastSameText(siteId: string, query: SameTextQuery): Promise<string | null>;
  /** How many comments of these authors stand approved. */
  countApproved(siteId: string, authorIds: readonly string[]): Promise<number>;
  /** How many other authors posted a text with that fingerprint; stops counting at `limit`. */
  countAuthorsOfText(siteId: string, query: AuthorsOfTextQuery): Promise<number>;
  /** The latest comments that share a near key; one that shares both can come twice. */
  nearTexts(siteId: string, query: NearTextsQuery): Promise<readonly NearText[]>;
  /** How the latest comments of an author stand and when they came in, newest first. */
  recentStatuses(siteId: string, query: StatusesQuery): Promise<readonly DatedStatus[]>;
}

export function commentHistory(db: Database): CommentHistory {
  return { ...ofTexts(db), ...ofAuthors(db), nearTexts: nearTexts(db) };
}

function ofTexts(db: Database): Pick<CommentHistory, 'lastSameText' | 'countAuthorsOfText'> {
  const sameText = (siteId: string, fingerprint: string, since: string) =>
    db
      .selectFrom('comments')
      .where('site_id', '=', siteId)
      .where('fingerprint', '=', fingerprint)
      .where('received_at', '>=', since);
  return {
    lastSameText: async (siteId, { author_id, fingerprint, since, except }) => {
      let query = sameText(siteId, fingerprint, since)
        .select('received_at')
        .where('author_id', '=', author_id)
        .orderBy('received_at', 'desc')
        .limit(1);
      if (except !== null) query = query.where('comment_id', '<>', except);
      return (await query.executeTakeFirst())?.received_at ?? null;
    },
    countAuthorsOfText: async (siteId, { fingerprint, since, except, limit }) => {
      const rows = await sameText(siteId, fingerprint, since)
        .select('author_id')
        .distinct()
        .where('author_id', '<>', except ?? '')
        .limit(limit)
        .execute();
      return rows.length;
    },
  };
}

/** Each of the two keys in each of the two columns: four ranges of two indexes, all bounded. */
function nearTexts(db: Database): CommentHistory['nearTexts'] {
  return async (siteId, { near_key_1: one, near_key_2: two, since, except, limit }) => {
    const under = (column: 'near_key_1' | 'near_key_2', key: string | null) => sql`
      SELECT * FROM (
        SELECT author_id, received_at, sketch FROM comments
        WHERE site_id = ${siteId} AND ${sql.ref(column)} = ${key} AND received_at >= ${since}
          AND comment_id <> ${except ?? ''}
        ORDER BY received_at DESC LIMIT ${limit}
      ) AS latest`;
    const { rows } = await sql<NearText>`
      ${under('near_key_1', one)} UNION ALL ${under('near_key_2', one)} UNION ALL
      ${under('near_key_1', two)} UNION ALL ${under('near_key_2', two)}`.execute(db);
    return rows;
  };
}

function ofAuthors(
  db: Database,
): Pick<CommentHistory, 'recentTimes' | 'countApproved' | 'recentStatuses'> {
  return {
    recentTimes: async (siteId, { by, value, since, limit }) => {
      const rows = await db
        .selectFrom('comments')
        .select('received_at')
        .where('site_id', '=', siteId)
        .where(by, '=', value)
        .where('received_at', '>=', since)
        .orderBy('received_at', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => row.received_at);
    },
    countApproved: async (siteId, authorIds) => {
      if (authorIds.length === 0) return 0;
      const { count } = await db
        .selectFrom('comments')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('site_id', '=', siteId)
        .where('author_id', 'in', authorIds)
        .where('status', '=', 'approved')
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    recentStatuses: async (siteId, { author_id, since, limit }) => {
      const rows = await db
        .selectFrom('comments')
        .select(['status', 'received_at'])
        .where('site_id', '=', siteId)
        .where('author_id', '=', author_id)
        .where('received_at', '>=', since)
        .orderBy('received_at', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ ...row, status: row.status as Status }));
    },
  };
}

import { sql } from 'kysely';

import type { Database } from './database.js';

/** What is old enough to be erased. What was erased is not found again. */
export interface RetentionStore {
  /** Comments from before a time with an address or a user agent, oldest first. */
  identified(siteId: string, before: string, limit: number): Promise<readonly string[]>;
  /**
   * Comments that stand rejected since before a time and have their text, oldest first. Not those
   * about which an appeal or a notice is open.
   */
  rejected(siteId: string, before: string, limit: number): Promise<readonly string[]>;
  /** Comments that were withdrawn before a time and have their text, but for the same ones. */
  withdrawn(siteId: string, before: string, limit: number): Promise<readonly string[]>;
  /** How many there are of a kind, all of them. */
  count(siteId: string, kind: RetentionKind, before: string): Promise<number>;
  /** Remembered answers from before a time: how many. */
  countAnswers(siteId: string, before: string): Promise<number>;
}

export type RetentionKind = 'identified' | 'rejected' | 'withdrawn';

export function retentionStore(db: Database): RetentionStore {
  const ids =
    (kind: RetentionKind) =>
    async (siteId: string, before: string, limit: number): Promise<readonly string[]> => {
      const { rows } = await sql<{ readonly comment_id: string }>`
        SELECT c.comment_id FROM comments AS c ${CONDITIONS[kind](siteId, before)}
        ORDER BY ${sql.ref(ORDER[kind])} LIMIT ${limit}`.execute(db);
      return rows.map((row) => row.comment_id);
    };
  return {
    identified: ids('identified'),
    rejected: ids('rejected'),
    withdrawn: ids('withdrawn'),
    count: async (siteId, kind, before) => {
      const { rows } = await sql<{ readonly count: number | string }>`
        SELECT count(*) AS count FROM comments AS c
        ${CONDITIONS[kind](siteId, before)}`.execute(db);
      return Number(rows[0]?.count ?? 0);
    },
    countAnswers: async (siteId, before) => {
      const { count } = await db
        .selectFrom('idempotent_answers')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('site_id', '=', siteId)
        .where('created_at', '<', before)
        .executeTakeFirstOrThrow();
      return Number(count);
    },
  };
}

const ORDER = {
  identified: 'c.received_at',
  rejected: 'c.received_at',
  withdrawn: 'c.deleted_at',
} as const satisfies Record<RetentionKind, string>;

/** Somebody still has to read the text. */
const UNDISPUTED = sql`
  NOT EXISTS (SELECT 1 FROM appeals AS a WHERE a.site_id = c.site_id
    AND a.comment_id = c.comment_id AND a.resolved_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM notices AS n WHERE n.site_id = c.site_id
    AND n.comment_id = c.comment_id AND n.decided_at IS NULL)`;

/** The words of the partial indexes, and none of them a parameter: else those are not used. */
const CONDITIONS = {
  identified: (siteId: string, before: string) => sql`
    WHERE c.site_id = ${siteId} AND (c.author_ip IS NOT NULL OR c.user_agent IS NOT NULL)
      AND c.received_at < ${before}`,
  // A comment that came in long ago can have been rejected this morning.
  rejected: (siteId: string, before: string) => sql`
    WHERE c.site_id = ${siteId} AND c.redacted_at IS NULL AND c.status = 'rejected'
      AND c.received_at < ${before} AND ${UNDISPUTED}
      AND NOT EXISTS (SELECT 1 FROM decisions AS d WHERE d.site_id = c.site_id
        AND d.comment_id = c.comment_id AND d.created_at >= ${before})`,
  withdrawn: (siteId: string, before: string) => sql`
    WHERE c.site_id = ${siteId} AND c.redacted_at IS NULL AND c.status = 'deleted'
      AND c.deleted_at < ${before} AND ${UNDISPUTED}`,
} as const;

import { sql } from 'kysely';

import type { Database } from './database.js';

/** A moderator's last word on a text as it now is. */
export interface StoredLesson {
  readonly decision_id: string;
  readonly action: 'approve' | 'reject';
  /** In the moderator's words; null where none was given. */
  readonly reason: string | null;
  readonly moderator: string;
  readonly author_id: string;
  readonly body: string;
  readonly locale: string | null;
  readonly fingerprint: string;
}

/** What moderators decided, with the texts that they decided about. */
export interface LessonStore {
  /**
   * Newest first, from before a decision on; null for the newest of all. What was edited,
   * withdrawn, judged or decided again since is left out.
   */
  page(
    siteId: string,
    page: { readonly before: string | null; readonly limit: number },
  ): Promise<readonly StoredLesson[]>;
}

export function lessonStore(db: Database): LessonStore {
  return {
    page: async (siteId, { before, limit }) => {
      let query = db
        .selectFrom('decisions as d')
        .innerJoin('comments as c', (join) =>
          join
            .onRef('c.site_id', '=', 'd.site_id')
            .onRef('c.comment_id', '=', 'd.comment_id')
            .onRef('c.version', '=', 'd.comment_version'),
        )
        .select([
          'd.decision_id',
          'd.action',
          'd.reason',
          'd.actor_name as moderator',
          'c.author_id',
          'c.body',
          'c.locale',
          'c.fingerprint',
        ])
        .where('d.site_id', '=', siteId)
        // Not parameters: the index on these rows alone could not be chosen for one.
        .where('d.actor_kind', '=', sql.lit('moderator'))
        // Of a text that was erased nothing can be learnt.
        .where('c.redacted_at', 'is', null)
        .where('d.action', 'in', [sql.lit('approve'), sql.lit('reject')])
        // What was decided for the sake of a block says nothing about a text.
        .where('d.block_id', 'is', null)
        .orderBy('d.decision_id', 'desc')
        .limit(limit);
      if (before !== null) query = query.where('d.decision_id', '<', before);
      const rows = await query.execute();
      return rows.map((row) => ({ ...row, action: row.action as StoredLesson['action'] }));
    },
  };
}

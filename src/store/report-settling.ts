import type { ReportOutcome } from '../domain/report.js';
import type { Database } from './database.js';

/** By which decision, when, and what it says of the reports. */
export interface Settlement {
  readonly decision_id: string;
  readonly at: string;
  readonly outcome: ReportOutcome;
}

export interface ReportSettling {
  /**
   * A person's word on the comment's present text answers the reports about it, also those that an
   * earlier word answered otherwise. Open reports about an earlier text lapse.
   */
  settle(siteId: string, commentId: string, settlement: Settlement): Promise<void>;
  /** Whatever is open gets that outcome; what is answered stays. */
  close(siteId: string, commentId: string, settlement: Settlement): Promise<void>;
  /** What a decision answered is open again. */
  reopen(siteId: string, commentId: string, decisionId: string): Promise<void>;
  /** The version at which the comment's present text begins. */
  textSince(siteId: string, commentId: string): Promise<number>;
}

export function reportSettling(db: Database): ReportSettling {
  const about = (siteId: string, commentId: string) =>
    db.updateTable('reports').where('site_id', '=', siteId).where('comment_id', '=', commentId);
  const written = ({ decision_id, at, outcome }: Settlement) => ({
    settled_by: decision_id,
    settled_at: at,
    outcome,
  });
  const textSince: ReportSettling['textSince'] = async (siteId, commentId) => {
    const row = await db
      .selectFrom('revisions')
      .select(({ fn }) => fn.max('version').as('version'))
      .where('site_id', '=', siteId)
      .where('comment_id', '=', commentId)
      .executeTakeFirst();
    return 1 + (row?.version ?? 0);
  };
  const close: ReportSettling['close'] = async (siteId, commentId, settlement) => {
    await about(siteId, commentId)
      .set(written(settlement))
      .where('settled_at', 'is', null)
      .execute();
  };
  return {
    textSince,
    close,
    settle: async (siteId, commentId, settlement) => {
      const since = await textSince(siteId, commentId);
      await about(siteId, commentId)
        .set(written(settlement))
        .where('comment_version', '>=', since)
        .where((eb) => eb.or([eb('outcome', 'is', null), eb('outcome', '<>', settlement.outcome)]))
        .execute();
      // Left open are those about an earlier text; without an edit there are none.
      if (since > 1) await close(siteId, commentId, { ...settlement, outcome: 'lapsed' });
    },
    reopen: async (siteId, commentId, decisionId) => {
      await about(siteId, commentId)
        .set({ settled_by: null, settled_at: null, outcome: null })
        .where('settled_by', '=', decisionId)
        .execute();
    },
  };
}

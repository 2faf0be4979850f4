import type { Appeal, AppealStatus } from '../domain/appeal.js';
import type { PageRequest } from '../domain/page.js';
import type { Database } from './database.js';
import type { AppealRow } from './schema-desk.js';

/** All that is given must hold. */
export interface AppealFilter {
  readonly status?: AppealStatus;
  readonly comment_id?: string;
}

export interface AppealStore {
  /** False, and nothing changed, where the decision has been appealed against before. */
  insert(siteId: string, appeal: Appeal): Promise<boolean>;
  get(siteId: string, id: string): Promise<Appeal | null>;
  ofDecision(siteId: string, decisionId: string): Promise<Appeal | null>;
  /** The appeals about a comment that nobody has resolved yet. */
  openOf(siteId: string, commentId: string): Promise<readonly Appeal[]>;
  /** Newest first, one more than asked for where there are more. */
  list(siteId: string, filter: AppealFilter, page: PageRequest): Promise<readonly Appeal[]>;
  /** Only where it is still `filed`; else changes nothing and says false. */
  resolve(siteId: string, appeal: Appeal): Promise<boolean>;
  /** Names the decision that came of it. */
  setOutcomeDecision(siteId: string, appeal: Appeal): Promise<void>;
}

export function appealStore(db: Database): AppealStore {
  const ofSite = (siteId: string) =>
    db.selectFrom('appeals').selectAll().where('site_id', '=', siteId);
  return {
    insert: async (siteId, { id, ...rest }) => {
      const { numInsertedOrUpdatedRows = 0n } = await db
        .insertInto('appeals')
        .values({ site_id: siteId, appeal_id: id, ...rest })
        .onConflict((conflict) => conflict.columns(['site_id', 'decision_id']).doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows > 0n;
    },
    get: async (siteId, id) => {
      const row = await ofSite(siteId).where('appeal_id', '=', id).executeTakeFirst();
      return row ? appealOf(row) : null;
    },
    ofDecision: async (siteId, decisionId) => {
      const row = await ofSite(siteId).where('decision_id', '=', decisionId).executeTakeFirst();
      return row ? appealOf(row) : null;
    },
    openOf: async (siteId, commentId) => {
      const rows = await ofSite(siteId)
        .where('comment_id', '=', commentId)
        .where('status', '=', 'filed')
        .execute();
      return rows.map(appealOf);
    },
    list: async (siteId, { status, comment_id }, { cursor, limit }) => {
      let query = ofSite(siteId)
        .orderBy('appeal_id', 'desc')
        .limit(limit + 1);
      if (status !== undefined) query = query.where('status', '=', status);
      if (comment_id !== undefined) query = query.where('comment_id', '=', comment_id);
      if (cursor !== null) query = query.where('appeal_id', '<', cursor);
      return (await query.execute()).map(appealOf);
    },
    setOutcomeDecision: async (siteId, { id, outcome_decision_id }) => {
      await db
        .updateTable('appeals')
        .set({ outcome_decision_id })
        .where('site_id', '=', siteId)
        .where('appeal_id', '=', id)
        .execute();
    },
    resolve: async (siteId, { id, ...rest }) => {
      const { numUpdatedRows } = await db
        .updateTable('appeals')
        .set(rest)
        .where('site_id', '=', siteId)
        .where('appeal_id', '=', id)
        .where('status', '=', 'filed')
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}

function appealOf({ site_id: _, appeal_id, status, ...rest }: AppealRow): Appeal {
  return { id: appeal_id, status: status as AppealStatus, ...rest };
}

import type { ReportReason } from '../domain/report.js';
import type { Database } from './database.js';
import { startingFrom, timed } from './time-page.js';

/** From inclusive, to exclusive. */
export interface Within {
  readonly from: string;
  readonly to: string;
}

/** A place in what happened, in order of time. */
export interface Place {
  readonly created_at: string;
  readonly id: string;
}

/** A rejection, and of its comment what may be told to everybody. */
export interface RejectionAt extends Place {
  readonly comment_id: string;
  readonly locale: string | null;
  /** When the comment was written. */
  readonly posted_at: string;
}

/** What was settled by one decision. */
export interface SettledBy {
  readonly notices: readonly { readonly trusted: boolean }[];
  readonly reports: readonly ReportReason[];
}

/** What statements of reasons are made from, beside the nouns themselves. */
export interface StatementStore {
  /** The comment that a decision is about; null for no such decision. */
  commentOf(siteId: string, decisionId: string): Promise<string | null>;
  /**
   * By decision: the notices about these comments that it followed, and the reasons of the reports
   * that it agreed with. Decisions that followed none are not among them.
   */
  settledBy(
    siteId: string,
    commentIds: readonly string[],
  ): Promise<ReadonlyMap<string, SettledBy>>;
  /** The version of the policy that was in force; null before the first. */
  policyVersionAt(siteId: string, time: string): Promise<number | null>;
  /** When a decision was made, by its id; null for no such decision. */
  placeOf(siteId: string, decisionId: string): Promise<Place | null>;
  /** When a block was made; null for no such block. */
  placeOfBlock(siteId: string, blockId: string): Promise<Place | null>;
  /** Rejections that were decided here within a time, oldest first, at most `limit`. */
  rejections(
    siteId: string,
    within: Within,
    page: { readonly after: Place | null; readonly limit: number },
  ): Promise<readonly RejectionAt[]>;
  /** Blocks of authors within a time, oldest first, at most `limit`: their ids. */
  blocksOfAuthors(
    siteId: string,
    within: Within,
    page: { readonly after: Place | null; readonly limit: number },
  ): Promise<readonly string[]>;
}

export function statementStore(db: Database): StatementStore {
  return { ...places(db), ...pages(db), settledBy: settledBy(db) };
}

type Places = 'commentOf' | 'policyVersionAt' | 'placeOf' | 'placeOfBlock';

function places(db: Database): Pick<StatementStore, Places> {
  const decision = async (siteId: string, id: string) =>
    db
      .selectFrom('decisions')
      .select(['comment_id', 'created_at', 'decision_id as id'])
      .where('site_id', '=', siteId)
      .where('decision_id', '=', id)
      .executeTakeFirst();
  return {
    commentOf: async (siteId, id) => (await decision(siteId, id))?.comment_id ?? null,
    placeOf: async (siteId, id) => (await decision(siteId, id)) ?? null,
    placeOfBlock: async (siteId, id) => {
      const row = await db
        .selectFrom('blocks')
        .select(['created_at', 'block_id as id'])
        .where('site_id', '=', siteId)
        .where('block_id', '=', id)
        .executeTakeFirst();
      return row ?? null;
    },
    policyVersionAt: async (siteId, time) => {
      const row = await db
        .selectFrom('policies')
        .select('version')
        .where('site_id', '=', siteId)
        .where('created_at', '<=', time)
        .orderBy('version', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.version ?? null;
    },
  };
}

function pages(db: Database): Pick<StatementStore, 'rejections' | 'blocksOfAuthors'> {
  return {
    rejections: async (siteId, { from, to }, { after, limit }) => {
      const query = db
        .selectFrom('decisions as d')
        .innerJoin('comments as c', (join) =>
          join.onRef('c.site_id', '=', 'd.site_id').onRef('c.comment_id', '=', 'd.comment_id'),
        )
        .select(['d.decision_id as id', 'd.comment_id', 'd.created_at', 'c.locale'])
        .select('c.created_at as posted_at')
        .where('d.site_id', '=', siteId)
        .where('d.action', '=', 'reject')
        .where('d.actor_kind', '<>', 'import')
        .where('d.created_at', '<', to)
        .orderBy('d.created_at')
        .orderBy('d.decision_id')
        .limit(limit)
        .where(startingFrom({ time: 'd.created_at', id: 'd.decision_id' }, { from, after: timed(after) }));
      return query.execute();
    },
    blocksOfAuthors: async (siteId, { from, to }, { after, limit }) => {
      const query = db
        .selectFrom('blocks')
        .select('block_id')
        .where('site_id', '=', siteId)
        .where('kind', '=', 'author')
        .where('created_at', '<', to)
        .orderBy('created_at')
        .orderBy('block_id')
        .limit(limit)
        .where(startingFrom({ time: 'created_at', id: 'block_id' }, { from, after: timed(after) }));
      return (await query.execute()).map(({ block_id }) => block_id);
    },
  };
}

function settledBy(db: Database): StatementStore['settledBy'] {
  return async (siteId, commentIds) => {
    const found = new Map<string, { notices: { trusted: boolean }[]; reports: ReportReason[] }>();
    if (commentIds.length === 0) return found;
    const of = (decisionId: string) => {
      const known = found.get(decisionId) ?? { notices: [], reports: [] };
      found.set(decisionId, known);
      return known;
    };
    const notices = await db
      .selectFrom('notices')
      .select(['decision_id', 'trusted_flagger_at', 'status'])
      .where('site_id', '=', siteId)
      .where('comment_id', 'in', commentIds)
      .execute();
    // By status here: there is an index on it as well, which would read those of all comments.
    for (const { decision_id, trusted_flagger_at, status } of notices) {
      const trusted = trusted_flagger_at !== null;
      if (decision_id !== null && status === 'removed') of(decision_id).notices.push({ trusted });
    }
    const reports = await db
      .selectFrom('reports')
      .select(['report_id', 'settled_by', 'reason', 'outcome'])
      .where('site_id', '=', siteId)
      .where('comment_id', 'in', commentIds)
      .execute();
    const agreed = reports.filter(({ outcome }) => outcome === 'agreed');
    // Sorted here: by their ids, the reports of all comments would be read.
    const oldestFirst = agreed.toSorted((a, b) => (a.report_id < b.report_id ? -1 : 1));
    for (const { settled_by, reason } of oldestFirst) {
      if (settled_by !== null) of(settled_by).reports.push(reason as ReportReason);
    }
    return found;
  };
}

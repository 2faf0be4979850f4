import type { AppealStatus } from '../domain/appeal.js';
import type { BlockMode, BlockRaiser } from '../domain/block.js';
import type { DecisionAction } from '../domain/decision.js';
import type { NoticeStatus } from '../domain/notice.js';
import type { Database } from './database.js';
import { startingFrom, timed } from './time-page.js';
import type { Place, Within } from './statement-store.js';

/** A person's decision about what the engine, or readers' reports, had decided. */
export interface Reviewed extends Place {
  readonly action: DecisionAction;
  readonly person_action: DecisionAction;
  readonly person_at: string;
}

/** Something that somebody waited to have answered. */
export interface Answered<S> {
  readonly id: string;
  readonly status: S;
  readonly created_at: string;
  readonly answered_at: string | null;
}

export interface CountedBlocks {
  readonly mode: BlockMode;
  readonly raised_by: BlockRaiser;
  readonly for_good: boolean;
  readonly count: number;
}

interface AfterId {
  readonly after: string;
  readonly limit: number;
}

/** What a report on a site's moderation counts, read from the record. */
export interface TransparencyStore {
  /** How often the engine decided what. */
  engineDecisions(siteId: string, within: Within): Promise<ReadonlyMap<DecisionAction, number>>;
  /**
   * Decisions of the engine or of reports within the time that a moderator's decision superseded,
   * with that; oldest first. Take-downs by a block say nothing of the single comment.
   */
  reviewed(
    siteId: string,
    within: Within,
    page: { readonly after: Place | null; readonly limit: number },
  ): Promise<readonly Reviewed[]>;
  /** Rejections by the engine within the time that an appeal left as they were. */
  upheldOfEngine(siteId: string, within: Within): Promise<number>;
  /** Notices that came in within the time, after an id. */
  notices(
    siteId: string,
    within: Within,
    page: AfterId,
  ): Promise<readonly (Answered<NoticeStatus> & { readonly trusted: boolean })[]>;
  /** Appeals that were filed within the time, after an id. */
  appeals(
    siteId: string,
    within: Within,
    page: AfterId,
  ): Promise<readonly Answered<AppealStatus>[]>;
  /** Blocks of every kind that were raised within the time. */
  blocks(siteId: string, within: Within): Promise<readonly CountedBlocks[]>;
}

export function transparencyStore(db: Database): TransparencyStore {
  return { ...ofDecisions(db), ...ofPeople(db) };
}

type OfDecisions = 'engineDecisions' | 'reviewed' | 'upheldOfEngine';

function ofDecisions(db: Database): Pick<TransparencyStore, OfDecisions> {
  return {
    engineDecisions: async (siteId, { from, to }) => {
      const rows = await db
        .selectFrom('decisions')
        .select(({ fn }) => ['action', fn.countAll().as('count')])
        .where('site_id', '=', siteId)
        .where('created_at', '>=', from)
        .where('created_at', '<', to)
        .where('actor_kind', '=', 'system')
        .groupBy('action')
        .execute();
      return new Map(rows.map(({ action, count }) => [action as DecisionAction, Number(count)]));
    },
    reviewed: async (siteId, within, page) => {
      const rows = await reviewed(db, siteId, { ...within, ...page }).execute();
      return rows.map((row) => ({
        ...row,
        action: row.action as DecisionAction,
        person_action: row.person_action as DecisionAction,
      }));
    },
    upheldOfEngine: async (siteId, { from, to }) => {
      const { count } = await db
        .selectFrom('appeals as a')
        .innerJoin('decisions as d', (join) =>
          join.onRef('d.site_id', '=', 'a.site_id').onRef('d.decision_id', '=', 'a.decision_id'),
        )
        .select(({ fn }) => fn.countAll().as('count'))
        .where('a.site_id', '=', siteId)
        .where('a.status', '=', 'upheld')
        .where('d.actor_kind', '=', 'system')
        .where('d.created_at', '>=', from)
        .where('d.created_at', '<', to)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('decisions as p')
                .select('p.decision_id')
                .whereRef('p.site_id', '=', 'd.site_id')
                .whereRef('p.comment_id', '=', 'd.comment_id')
                .whereRef('p.supersedes', '=', 'd.decision_id')
                .where('p.actor_kind', '=', 'moderator')
                .where('p.block_id', 'is', null),
            ),
          ),
        )
        .executeTakeFirstOrThrow();
      return Number(count);
    },
  };
}

function reviewed(
  db: Database,
  siteId: string,
  {
    from,
    to,
    after,
    limit,
  }: Within & { readonly after: Place | null; readonly limit: number },
) {
  return db
    .selectFrom('decisions as d')
    .innerJoin('decisions as p', (join) =>
      join
        .onRef('p.site_id', '=', 'd.site_id')
        .onRef('p.comment_id', '=', 'd.comment_id')
        .onRef('p.supersedes', '=', 'd.decision_id'),
    )
    .select(['d.decision_id as id', 'd.created_at', 'd.action'])
    .select(['p.action as person_action', 'p.created_at as person_at'])
    .where('d.site_id', '=', siteId)
    .where('d.actor_kind', 'in', ['system', 'reader'])
    .where('p.actor_kind', '=', 'moderator')
    .where('p.block_id', 'is', null)
    .where('d.created_at', '<', to)
    .orderBy('d.created_at')
    .orderBy('d.decision_id')
    .limit(limit)
    .where(startingFrom({ time: 'd.created_at', id: 'd.decision_id' }, { from, after: timed(after) }));
}

function ofPeople(db: Database): Pick<TransparencyStore, 'notices' | 'appeals' | 'blocks'> {
  return {
    notices: async (siteId, { from, to }, { after, limit }) => {
      const rows = await db
        .selectFrom('notices')
        .select(['notice_id', 'status', 'trusted_flagger_at', 'created_at', 'decided_at'])
        .where('site_id', '=', siteId)
        .where('notice_id', '>', after)
        .where('created_at', '>=', from)
        .where('created_at', '<', to)
        .orderBy('notice_id')
        .limit(limit)
        .execute();
      return rows.map(({ notice_id, status, trusted_flagger_at, created_at, decided_at }) => ({
        id: notice_id,
        status: status as NoticeStatus,
        trusted: trusted_flagger_at !== null,
        created_at,
        answered_at: decided_at,
      }));
    },
    appeals: async (siteId, { from, to }, { after, limit }) => {
      const rows = await db
        .selectFrom('appeals')
        .select(['appeal_id as id', 'status', 'created_at', 'resolved_at as answered_at'])
        .where('site_id', '=', siteId)
        .where('appeal_id', '>', after)
        .where('created_at', '>=', from)
        .where('created_at', '<', to)
        .orderBy('appeal_id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ ...row, status: row.status as AppealStatus }));
    },
    blocks: async (siteId, { from, to }) => {
      const rows = await db
        .selectFrom('blocks')
        .select(({ fn }) => [
          'mode',
          'raised_by',
          fn.countAll().as('count'),
          fn.count('until').as('temporary'),
        ])
        .where('site_id', '=', siteId)
        .where('created_at', '>=', from)
        .where('created_at', '<', to)
        .groupBy(['mode', 'raised_by'])
        .execute();
      return rows.flatMap(({ mode, raised_by, count, temporary }) => {
        const kind = { mode: mode as BlockMode, raised_by: raised_by as BlockRaiser };
        const ending = Number(temporary);
        return [
          { ...kind, for_good: false, count: ending },
          { ...kind, for_good: true, count: Number(count) - ending },
        ];
      });
    },
  };
}

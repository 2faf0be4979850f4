import type { AppealOutcome } from '../domain/appeal.js';
import type { ActorKind, DecisionAction } from '../domain/decision.js';
import type { Standard } from '../domain/standard.js';
import type { Status } from '../domain/status.js';
import { appealStatistics } from './appeal-statistics.js';
import type { Database } from './database.js';
import { placed } from './placed.js';
import { startingFrom } from './time-page.js';
import { padded } from './record-store.js';

/** A time, both bounds given, `to` exclusive, and the row to go on behind. */
export interface StatisticsPage {
  readonly from: string;
  readonly to: string;
  readonly after: StatisticsPlace | null;
  readonly limit: number;
  /** Whether to look up where it happened, which takes half of the time. */
  readonly places: boolean;
}

export interface StatisticsPlace {
  readonly time: string;
  readonly id: string;
}

/** The thread that something happened in; null where that was not asked for. */
export interface Where {
  readonly thread_id: string | null;
  readonly section: string | null;
}

/** A comment came in, or was complained of. */
export interface CameIn extends StatisticsPlace, Where {
  readonly comment_id: string;
}

/** A decision, and the one that it superseded. */
export interface WasDecided extends StatisticsPlace, Where {
  readonly comment_id: string;
  readonly actor_kind: ActorKind;
  readonly actor_id: string | null;
  readonly actor_name: string;
  readonly action: DecisionAction;
  readonly standard: Standard | null;
  /** Null for the first decision about a comment. */
  readonly before: {
    readonly actor_kind: ActorKind;
    readonly actor_id: string | null;
    readonly actor_name: string;
    readonly status: Status;
    readonly time: string;
  } | null;
}

/** An appeal that somebody answered; `actor` is who did. */
export interface AppealResolved extends CameIn {
  readonly status: AppealOutcome;
  readonly actor_id: string | null;
  readonly actor_name: string;
}

/** Rows of the record in the order of time, in pages that are short enough for a shared store. */
export interface StatisticsStore {
  cameIn(siteId: string, page: StatisticsPage): Promise<readonly CameIn[]>;
  decided(siteId: string, page: StatisticsPage): Promise<readonly WasDecided[]>;
  reported(siteId: string, page: StatisticsPage): Promise<readonly CameIn[]>;
  /** Appeals by when they came in. */
  appealed(siteId: string, page: StatisticsPage): Promise<readonly CameIn[]>;
  /** Appeals by when they were answered, those that were. */
  appealsResolved(siteId: string, page: StatisticsPage): Promise<readonly AppealResolved[]>;
  /** Pending comments after one, with the time since which they wait. */
  waiting(
    siteId: string,
    page: { readonly after: string; readonly limit: number },
  ): Promise<readonly { readonly id: string; readonly since: string }[]>;
  /** What matched in the engine's decisions about these comments, each standard once for each. */
  standardsOf(
    siteId: string,
    commentIds: readonly string[],
  ): Promise<readonly { readonly comment_id: string; readonly standard: Standard }[]>;
  /** Titles of threads, by their ids. */
  titles(siteId: string, threadIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export function statisticsStore(db: Database): StatisticsStore {
  return {
    cameIn: cameIn(db),
    decided: decided(db),
    reported: reported(db),
    ...appealStatistics(db),
    waiting: async (siteId, { after, limit }) =>
      db
        .selectFrom('comments as c')
        .innerJoin('decisions as d', (join) =>
          join
            .onRef('d.site_id', '=', 'c.site_id')
            .onRef('d.comment_id', '=', 'c.comment_id')
            .onRef('d.comment_version', '=', 'c.version'),
        )
        .select(['c.comment_id as id', 'd.created_at as since'])
        .where('c.site_id', '=', siteId)
        .where('c.status', '=', 'pending')
        .where('c.comment_id', '>', after)
        .orderBy('c.comment_id')
        .limit(limit)
        .execute(),
    standardsOf: async (siteId, commentIds) => {
      if (commentIds.length === 0) return [];
      const rows = await db
        .selectFrom('findings')
        .select(['comment_id', 'standard'])
        .distinct()
        .where('site_id', '=', siteId)
        .where('comment_id', 'in', padded(commentIds))
        .where('outcome', '=', 'match')
        .execute();
      return rows.map((row) => ({ ...row, standard: row.standard as Standard }));
    },
    titles: async (siteId, threadIds) => {
      if (threadIds.length === 0) return new Map();
      const rows = await db
        .selectFrom('threads')
        .select(['thread_id', 'external_id', 'title'])
        .where('site_id', '=', siteId)
        .where('thread_id', 'in', padded(threadIds))
        .execute();
      return new Map(rows.map((row) => [row.thread_id, row.title ?? row.external_id]));
    },
  };
}

function cameIn(db: Database): StatisticsStore['cameIn'] {
  return async (siteId, { from, to, after, limit, places }) => {
    const query = db
      .selectFrom('comments as c')
      .$if(places, (each) =>
        each
          .innerJoin('threads as t', (join) =>
            join.onRef('t.site_id', '=', 'c.site_id').onRef('t.thread_id', '=', 'c.thread_id'),
          )
          .select(['c.thread_id', 't.section']),
      )
      .select(['c.received_at as time', 'c.comment_id as id', 'c.comment_id'])
      .where('c.site_id', '=', siteId)
      .where('c.received_at', '<', to)
      .orderBy('c.received_at')
      .orderBy('c.comment_id')
      .limit(limit)
      .where(startingFrom({ time: 'c.received_at', id: 'c.comment_id' }, { from, after }));
    return placed(await query.execute());
  };
}

function decided(db: Database): StatisticsStore['decided'] {
  return async (siteId, { from, to, after, limit, places }) => {
    const query = db
      .selectFrom('decisions as d')
      .leftJoin('decisions as b', (join) =>
        join.onRef('b.site_id', '=', 'd.site_id').onRef('b.decision_id', '=', 'd.supersedes'),
      )
      .$if(places, (each) =>
        each
          .innerJoin('comments as c', (join) =>
            join.onRef('c.site_id', '=', 'd.site_id').onRef('c.comment_id', '=', 'd.comment_id'),
          )
          .innerJoin('threads as t', (join) =>
            join.onRef('t.site_id', '=', 'c.site_id').onRef('t.thread_id', '=', 'c.thread_id'),
          )
          .select(['c.thread_id', 't.section']),
      )
      .select(['d.created_at as time', 'd.decision_id as id', 'd.comment_id', 'd.action'])
      .select(['d.actor_kind', 'd.actor_id', 'd.actor_name', 'd.standard'])
      .select(['b.actor_kind as before_kind', 'b.actor_id as before_id'])
      .select(['b.actor_name as before_name', 'b.status as before_status'])
      .select('b.created_at as before_time')
      .where('d.site_id', '=', siteId)
      .where('d.created_at', '<', to)
      .orderBy('d.created_at')
      .orderBy('d.decision_id')
      .limit(limit)
      .where(startingFrom({ time: 'd.created_at', id: 'd.decision_id' }, { from, after }));
    return placed(await query.execute()).map(decisionOf);
  };
}

function reported(db: Database): StatisticsStore['reported'] {
  return async (siteId, { from, to, after, limit, places }) => {
    const query = db
      .selectFrom('reports as r')
      .$if(places, (each) =>
        each
          .innerJoin('comments as c', (join) =>
            join.onRef('c.site_id', '=', 'r.site_id').onRef('c.comment_id', '=', 'r.comment_id'),
          )
          .innerJoin('threads as t', (join) =>
            join.onRef('t.site_id', '=', 'c.site_id').onRef('t.thread_id', '=', 'c.thread_id'),
          )
          .select(['c.thread_id', 't.section']),
      )
      .select(['r.created_at as time', 'r.report_id as id', 'r.comment_id'])
      .where('r.site_id', '=', siteId)
      .where('r.created_at', '<', to)
      .orderBy('r.created_at')
      .orderBy('r.report_id')
      .limit(limit)
      .where(startingFrom({ time: 'r.created_at', id: 'r.report_id' }, { from, after }));
    return placed(await query.execute());
  };
}

interface DecidedRow extends Omit<WasDecided, 'before' | Word> {
  readonly actor_kind: string;
  readonly action: string;
  readonly standard: string | null;
  readonly before_kind: string | null;
  readonly before_id: string | null;
  readonly before_name: string | null;
  readonly before_status: string | null;
  readonly before_time: string | null;
}

/** Columns that hold one of a closed set of words. */
type Word = 'actor_kind' | 'action' | 'standard';

function decisionOf(read: DecidedRow): WasDecided {
  const { before_kind, before_id, before_name, before_status, before_time, ...row } = read;
  return {
    ...row,
    actor_kind: row.actor_kind as ActorKind,
    action: row.action as DecisionAction,
    standard: row.standard as Standard | null,
    before:
      before_kind === null || before_name === null || before_time === null
        ? null
        : {
            actor_kind: before_kind as ActorKind,
            actor_id: before_id,
            actor_name: before_name,
            status: before_status as Status,
            time: before_time,
          },
  };
}

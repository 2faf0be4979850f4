import { sql } from 'kysely';

import type { Action } from '../domain/action.js';
import type { Comment } from '../domain/comment.js';
import type { Decision, DecisionAction } from '../domain/decision.js';
import type { Database } from './database.js';

/** A time, `from` inclusive and `to` exclusive; null where it has no bound. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

/** A comment's place in the order in which comments came in. */
export interface RecordPlace {
  readonly received_at: string;
  readonly comment_id: string;
}

type Judged =
  | 'body'
  | 'locale'
  | 'author_name'
  | 'author_email'
  | 'author_url'
  | 'author_ip'
  | 'user_agent';

/** A stored comment with what was decided about its present text. */
export interface JudgedComment extends RecordPlace, Pick<Comment, Judged> {
  /** The engine's latest decision, which is about this text; null for none. */
  readonly judgement: {
    readonly id: string;
    readonly action: Action;
    readonly policy_digest: string;
    readonly facts: string | null;
  } | null;
  /** What a moderator decided last of this text, and not for the sake of a block. */
  readonly person: DecisionAction | null;
}

/** What one finding of a decision led to. */
export interface FindingAction {
  readonly decision_id: string;
  readonly rule: string;
  readonly action: Action;
}

/** The record read as a whole, in steps that are short enough for a store that others use. */
export interface RecordStore {
  /** Comments that came in within the period and before `before`, newest first. */
  judged(siteId: string, period: Period, page: RecordPage): Promise<readonly JudgedComment[]>;
  /**
   * One step of counting what `judged` would read: at most `limit` comments, and the place to go
   * on from; null when all are counted.
   */
  countStep(
    siteId: string,
    period: Period,
    page: RecordPage,
  ): Promise<{ readonly count: number; readonly next: RecordPlace | null }>;
  /** The rules that these decisions rested on, with what each led to. */
  findingActions(siteId: string, decisionIds: readonly string[]): Promise<readonly FindingAction[]>;
  /** The first decision made at that time or later; null for none. */
  firstDecisionSince(siteId: string, time: string): Promise<string | null>;
  /** How many judgements between two decisions have findings of a rule, `to` exclusive. */
  countFindings(
    siteId: string,
    rule: string,
    between: DecisionRange,
  ): Promise<{ readonly match: number; readonly unknown: number }>;
  /** What moderators decided, but for the sake of a block, from one decision on, oldest first. */
  decisionsByPeople(
    siteId: string,
    page: { readonly after: string; readonly limit: number },
  ): Promise<readonly Pick<Decision, 'id' | 'comment_id'>[]>;
}

export interface RecordPage {
  readonly before: RecordPlace | null;
  readonly limit: number;
}

export interface DecisionRange {
  readonly from: string;
  /** Null for all that follow. */
  readonly to: string | null;
}

export function recordStore(db: Database): RecordStore {
  return { ...comments(db), ...findings(db), ...decisions(db) };
}

function comments(db: Database): Pick<RecordStore, 'judged' | 'countStep'> {
  return {
    judged: async (siteId, period, page) => {
      const rows = await withDecisions(within(db, siteId, { ...period, ...page }))
        .orderBy('c.received_at', 'desc')
        .orderBy('c.comment_id', 'desc')
        .limit(page.limit)
        .execute();
      return rows.map(judgedOf);
    },
    countStep: async (siteId, period, page) => {
      const places = within(db, siteId, { ...period, ...page });
      const last = await places
        .select(['c.received_at', 'c.comment_id'])
        .orderBy('c.received_at', 'desc')
        .orderBy('c.comment_id', 'desc')
        .offset(page.limit - 1)
        .limit(1)
        .executeTakeFirst();
      if (last) return { count: page.limit, next: last };
      const { count } = await places
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow();
      return { count: Number(count), next: null };
    },
  };
}

function within(
  db: Database,
  siteId: string,
  { from, to, before }: Period & Pick<RecordPage, 'before'>,
) {
  let query = db.selectFrom('comments as c').where('c.site_id', '=', siteId);
  if (from !== null) query = query.where('c.received_at', '>=', from);
  if (before === null) return to === null ? query : query.where('c.received_at', '<', to);
  // One upper bound alone: with two, an index may be read from the wrong one for every page.
  return query.where(({ eb, refTuple, tuple }) =>
    eb(
      refTuple('c.received_at', 'c.comment_id'),
      '<',
      tuple(before.received_at, before.comment_id),
    ),
  );
}

/** The engine's and the moderators' latest decisions, each by one look into an index. */
function withDecisions(query: ReturnType<typeof within>) {
  return query
    .leftJoin('decisions as e', (join) =>
      join
        .onRef('e.site_id', '=', 'c.site_id')
        .onRef('e.comment_id', '=', 'c.comment_id')
        .on('e.comment_version', '=', (eb) =>
          eb
            .selectFrom('decisions as latest')
            .select(({ fn }) => fn.max('latest.comment_version').as('version'))
            .whereRef('latest.site_id', '=', 'c.site_id')
            .whereRef('latest.comment_id', '=', 'c.comment_id')
            .where('latest.actor_kind', '=', 'system'),
        ),
    )
    .leftJoin('decisions as p', (join) =>
      join
        .onRef('p.site_id', '=', 'c.site_id')
        .onRef('p.comment_id', '=', 'c.comment_id')
        .on('p.comment_version', '=', (eb) =>
          eb
            .selectFrom('decisions as said')
            .select(({ fn }) => fn.max('said.comment_version').as('version'))
            .whereRef('said.site_id', '=', 'c.site_id')
            .whereRef('said.comment_id', '=', 'c.comment_id')
            .whereRef('said.comment_version', '>', 'e.comment_version')
            .where('said.actor_kind', '=', 'moderator')
            // What a block took down, and what its end brought back, nobody read.
            .where('said.block_id', 'is', null),
        ),
    )
    .select([
      'c.comment_id',
      'c.received_at',
      'c.body',
      'c.locale',
      'c.author_name',
      'c.author_email',
      'c.author_url',
      'c.author_ip',
      'c.user_agent',
      'e.decision_id',
      'e.action',
      'e.policy_digest',
      'e.facts',
      'p.action as person',
    ]);
}

type JoinedRow = Awaited<ReturnType<ReturnType<typeof withDecisions>['execute']>>[number];

function judgedOf({ decision_id, action, policy_digest, facts, ...comment }: JoinedRow) {
  const judgement =
    decision_id === null || policy_digest === null
      ? null
      : { id: decision_id, action: action as Action, policy_digest, facts };
  return { ...comment, judgement, person: comment.person as DecisionAction | null };
}

/**
 * The same ids, the last repeated to a power of two: a statement is prepared for each number of
 * them, and every number from 1 to a page would push out what submits have prepared.
 */
export function padded(ids: readonly string[]): readonly string[] {
  const length = 2 ** Math.ceil(Math.log2(ids.length));
  return Array.from({ length }, (_, at) => ids[Math.min(at, ids.length - 1)] ?? '');
}

function findings(db: Database): Pick<RecordStore, 'findingActions' | 'countFindings'> {
  return {
    findingActions: async (siteId, decisionIds) => {
      if (decisionIds.length === 0) return [];
      const rows = await db
        .selectFrom('findings')
        .select(['decision_id', 'rule', 'action'])
        .where('site_id', '=', siteId)
        .where('decision_id', 'in', padded(decisionIds))
        .execute();
      return rows.map((row) => ({ ...row, action: row.action as Action }));
    },
    countFindings: async (siteId, rule, { from, to }) => {
      let query = db
        .selectFrom('findings')
        .select(({ fn }) => ['outcome', fn.count('decision_id').distinct().as('count')])
        .where('site_id', '=', siteId)
        .where('rule', '=', rule)
        .where('decision_id', '>=', from)
        .groupBy('outcome');
      if (to !== null) query = query.where('decision_id', '<', to);
      const counts = new Map(
        (await query.execute()).map((row) => [row.outcome, Number(row.count)]),
      );
      return { match: counts.get('match') ?? 0, unknown: counts.get('unknown') ?? 0 };
    },
  };
}

function decisions(db: Database): Pick<RecordStore, 'firstDecisionSince' | 'decisionsByPeople'> {
  return {
    firstDecisionSince: async (siteId, time) => {
      const row = await db
        .selectFrom('decisions')
        .select('decision_id')
        .where('site_id', '=', siteId)
        .where('created_at', '>=', time)
        .orderBy('created_at')
        .orderBy('decision_id')
        .limit(1)
        .executeTakeFirst();
      return row?.decision_id ?? null;
    },
    decisionsByPeople: async (siteId, { after, limit }) => {
      const rows = await db
        .selectFrom('decisions')
        .select(['decision_id', 'comment_id'])
        .where('site_id', '=', siteId)
        // Not a parameter: the index on these rows alone could not be chosen for one.
        .where('actor_kind', '=', sql.lit('moderator'))
        .where('block_id', 'is', null)
        .where('decision_id', '>', after)
        .orderBy('decision_id')
        .limit(limit)
        .execute();
      return rows.map(({ decision_id, comment_id }) => ({ id: decision_id, comment_id }));
    },
  };
}

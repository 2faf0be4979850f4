import type { ActorKind, Decision, DecisionAction } from '../domain/decision.js';
import type { Field, Finding, Span } from '../domain/finding.js';
import type { Action } from '../domain/action.js';
import type { PageRequest } from '../domain/page.js';
import type { ReasonCode } from '../domain/reasons.js';
import type { Standard } from '../domain/standard.js';
import type { Status } from '../domain/status.js';
import type { Database } from './database.js';
import { type DecisionFilter, listedDecisions } from './decision-list.js';
import { insertRow, type Running } from './prepared.js';
import type { DecisionRow, FindingRow } from './schema.js';

type ById = ReadonlyMap<string, Decision>;

/** Decisions are only ever added. */
export interface DecisionStore {
  /** With its findings. */
  insert(siteId: string, decision: Decision): Promise<void>;
  get(siteId: string, id: string): Promise<Decision | null>;
  /** Without findings; who is not there has no entry. */
  byIds(siteId: string, ids: readonly string[]): Promise<ById>;
  /** Every decision about a comment, oldest first. */
  ofComment(siteId: string, commentId: string): Promise<readonly Decision[]>;
  /** Every decision about some comments, oldest first for each. */
  ofComments(siteId: string, commentIds: readonly string[]): Promise<readonly Decision[]>;
  /** The codes of a decision's findings, each once. */
  reasonsOf(siteId: string, id: string): Promise<readonly ReasonCode[]>;
  /** The site's decisions, newest first, one more than asked for where there are more. */
  list(siteId: string, filter: DecisionFilter, page: PageRequest): Promise<readonly Decision[]>;
  /** The decision that stands, by the comment's id. */
  latestOf(siteId: string, commentIds: readonly string[]): Promise<ById>;
  /** The engine's latest decision, by the comment's id. */
  latestJudgementOf(siteId: string, commentIds: readonly string[]): Promise<ById>;
  /** The latest decision by a moderator who looked at the comment, which for a block nobody did. */
  latestByPeopleOf(siteId: string, commentIds: readonly string[]): Promise<ById>;
}

export function decisionStore(db: Database, { run }: Running): DecisionStore {
  return {
    insert: async (siteId, decision) => {
      await Promise.all([
        insertRow(run, 'decisions', rowOf(siteId, decision)),
        ...findingRows(siteId, decision).map(async (row) => insertRow(run, 'findings', row)),
      ]);
    },
    get: async (siteId, id) => {
      const rows = await db
        .selectFrom('decisions')
        .selectAll()
        .where('site_id', '=', siteId)
        .where('decision_id', '=', id)
        .execute();
      return (await withFindings(db, siteId, rows))[0] ?? null;
    },
    byIds: async (siteId, ids) => {
      if (ids.length === 0) return new Map();
      const rows = await db
        .selectFrom('decisions')
        .selectAll()
        .where('site_id', '=', siteId)
        .where('decision_id', 'in', ids)
        .execute();
      return new Map(rows.map((row) => [row.decision_id, decisionOf(row, [])]));
    },
    ofComment: async (siteId, commentId) => {
      const rows = await db
        .selectFrom('decisions')
        .selectAll()
        .where('site_id', '=', siteId)
        .where('comment_id', '=', commentId)
        .orderBy('comment_version')
        .execute();
      return withFindings(db, siteId, rows);
    },
    ...lists(db),
    latestOf: async (siteId, commentIds) => latest(db, siteId, { commentIds, by: null }),
    latestJudgementOf: async (siteId, commentIds) =>
      latest(db, siteId, { commentIds, by: 'system' }),
    latestByPeopleOf: async (siteId, commentIds) =>
      latest(db, siteId, { commentIds, by: 'moderator' }),
  };
}

function lists(db: Database): Pick<DecisionStore, 'ofComments' | 'reasonsOf' | 'list'> {
  const ofSite = (siteId: string) =>
    db.selectFrom('decisions').selectAll('decisions').where('decisions.site_id', '=', siteId);
  return {
    ofComments: async (siteId, commentIds) => {
      if (commentIds.length === 0) return [];
      const rows = await ofSite(siteId)
        .where('comment_id', 'in', commentIds)
        .orderBy('comment_id')
        .orderBy('comment_version')
        .execute();
      return withFindings(db, siteId, rows);
    },
    reasonsOf: async (siteId, id) => {
      const rows = await db
        .selectFrom('findings')
        .select('reason')
        .where('site_id', '=', siteId)
        .where('decision_id', '=', id)
        .orderBy('position')
        .execute();
      return [...new Set(rows.map((row) => row.reason as ReasonCode))];
    },
    list: async (siteId, filter, page) =>
      withFindings(db, siteId, await listedDecisions(db, siteId, { filter, page })),
  };
}

async function latest(
  db: Database,
  siteId: string,
  { commentIds, by }: { readonly commentIds: readonly string[]; readonly by: ActorKind | null },
): Promise<ById> {
  if (commentIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('decisions')
    .selectAll('decisions')
    .where('decisions.site_id', '=', siteId)
    .where('decisions.comment_id', 'in', commentIds)
    .where('decisions.comment_version', '=', (eb) => {
      const newest = eb
        .selectFrom('decisions as newest')
        .select(({ fn }) => fn.max('newest.comment_version').as('version'))
        .whereRef('newest.site_id', '=', 'decisions.site_id')
        .whereRef('newest.comment_id', '=', 'decisions.comment_id');
      if (by === null) return newest;
      const theirs = newest.where('newest.actor_kind', '=', by);
      return by === 'moderator' ? theirs.where('newest.block_id', 'is', null) : theirs;
    })
    .execute();
  const decisions = await withFindings(db, siteId, rows);
  return new Map(decisions.map((decision) => [decision.comment_id, decision]));
}

async function withFindings(
  db: Database,
  siteId: string,
  rows: readonly DecisionRow[],
): Promise<readonly Decision[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.decision_id);
  const findings = await db
    .selectFrom('findings')
    .selectAll()
    .where('site_id', '=', siteId)
    .where('decision_id', 'in', ids)
    .orderBy('decision_id')
    .orderBy('position')
    .execute();
  const byDecision = new Map<string, Finding[]>();
  for (const row of findings) {
    const known = byDecision.get(row.decision_id);
    if (known) known.push(findingOf(row));
    else byDecision.set(row.decision_id, [findingOf(row)]);
  }
  return rows.map((row) => decisionOf(row, byDecision.get(row.decision_id) ?? []));
}

/** A decision as it is stored, without its findings. */
export function rowOf(siteId: string, decision: Decision): DecisionRow {
  const { id, actor, shadow, findings: _, ...rest } = decision;
  return {
    ...rest,
    site_id: siteId,
    decision_id: id,
    actor_kind: actor.kind,
    actor_id: actor.id,
    actor_name: actor.name,
    shadowed_at: shadow ? decision.created_at : null,
  };
}

function findingRows(siteId: string, { id, comment_id, findings }: Decision): FindingRow[] {
  return findings.map(({ spans, terms, ...rest }, position) => ({
    ...rest,
    site_id: siteId,
    decision_id: id,
    position,
    comment_id,
    spans: JSON.stringify(spans),
    terms: JSON.stringify(terms),
  }));
}

function decisionOf(row: DecisionRow, findings: readonly Finding[]): Decision {
  const { site_id: _, decision_id, actor_kind, actor_id, actor_name, shadowed_at, ...rest } = row;
  return {
    ...rest,
    id: decision_id,
    actor: { kind: actor_kind as ActorKind, id: actor_id, name: actor_name },
    action: rest.action as DecisionAction,
    status: rest.status as Status,
    standard: rest.standard as Standard | null,
    shadow: shadowed_at !== null,
    findings,
  };
}

function findingOf(row: FindingRow): Finding {
  return {
    rule: row.rule,
    standard: row.standard as Standard,
    reason: row.reason as ReasonCode,
    outcome: row.outcome as Finding['outcome'],
    action: row.action as Action,
    observed_action: row.observed_action as Action | null,
    message: row.message,
    field: row.field as Field | null,
    spans: JSON.parse(row.spans) as readonly Span[],
    terms: JSON.parse(row.terms) as readonly string[],
  };
}

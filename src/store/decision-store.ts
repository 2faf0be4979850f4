import { sql } from 'kysely';

import type { ActorKind, Decision } from '../domain/decision.js';
import type { Finding } from '../domain/finding.js';
import type { PageRequest } from '../domain/page.js';
import type { ReasonCode } from '../domain/reasons.js';
import type { Database } from './database.js';
import { type DecisionFilter, listedDecisions } from './decision-list.js';
import { decisionOf, findingOf, findingRows, rowOf } from './decision-row.js';
import { among, listArgument, type OfList } from './list-argument.js';
import {
  insertRow,
  type Prepared,
  prepared,
  type RunPrepared,
  type Listing,
} from './prepared.js';
import type { DecisionRow } from './schema.js';

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
  /**
   * The site's decisions, newest first, one more than asked for where there are more; null when the
   * cursor is no decision of the site.
   */
  list(
    siteId: string,
    filter: DecisionFilter,
    page: PageRequest,
  ): Promise<readonly Decision[] | null>;
  /** The decision that stands, by the comment's id. */
  latestOf(siteId: string, commentIds: readonly string[]): Promise<ById>;
  /** The engine's latest decision, by the comment's id. */
  latestJudgementOf(siteId: string, commentIds: readonly string[]): Promise<ById>;
  /** The latest decision by a moderator who looked at the comment, which for a block nobody did. */
  latestByPeopleOf(siteId: string, commentIds: readonly string[]): Promise<ById>;
}

export function decisionStore(db: Database, { run, aside }: Listing): DecisionStore {
  const latest = async (query: Latest, siteId: string, ids: readonly string[]): Promise<ById> => {
    if (ids.length === 0) return new Map();
    const rows = await run(query, { site_id: siteId, ids: listArgument(ids) });
    const decisions = await withFindings(run, siteId, rows);
    return new Map(decisions.map((decision) => [decision.comment_id, decision]));
  };
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
      return (await withFindings(run, siteId, rows))[0] ?? null;
    },
    byIds: async (siteId, ids) => {
      if (ids.length === 0) return new Map();
      const rows = await run(BY_IDS, { site_id: siteId, ids: listArgument(ids) });
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
      return withFindings(run, siteId, rows);
    },
    ...lists(db, run),
    list: async (siteId, filter, page) => {
      const rows = await listedDecisions(aside, siteId, { filter, page });
      return rows && withFindings(run, siteId, rows);
    },
    latestOf: async (siteId, commentIds) => latest(LATEST, siteId, commentIds),
    latestJudgementOf: async (siteId, commentIds) => latest(LATEST_JUDGEMENTS, siteId, commentIds),
    latestByPeopleOf: async (siteId, commentIds) => latest(LATEST_BY_PEOPLE, siteId, commentIds),
  };
}

function lists(
  db: Database,
  run: RunPrepared,
): Pick<DecisionStore, 'ofComments' | 'reasonsOf'> {
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
      return withFindings(run, siteId, rows);
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
  };
}

const BY_IDS = prepared<OfList>()((db, argument) =>
  db
    .selectFrom('decisions')
    .selectAll()
    .where('site_id', '=', argument('site_id'))
    .where(among(db, 'decision_id', argument('ids'))),
);

type Latest = Prepared<OfList, DecisionRow>;

/** The latest decisions about comments, by anybody or by actors of a kind. */
const latestBy = (kind: ActorKind | null): Latest =>
  prepared<OfList>()((db, argument) =>
    db
      .selectFrom('decisions')
      .selectAll('decisions')
      .where('decisions.site_id', '=', argument('site_id'))
      .where(among(db, 'decisions.comment_id', argument('ids')))
      .where('decisions.comment_version', '=', (eb) => {
        const newest = eb
          .selectFrom('decisions as newest')
          .select(({ fn }) => fn.max('newest.comment_version').as('version'))
          .whereRef('newest.site_id', '=', 'decisions.site_id')
          .whereRef('newest.comment_id', '=', 'decisions.comment_id');
        if (kind === null) return newest;
        const theirs = newest.where('newest.actor_kind', '=', sql.lit(kind));
        return kind === 'moderator' ? theirs.where('newest.block_id', 'is', null) : theirs;
      }),
  );

const LATEST = latestBy(null);
const LATEST_JUDGEMENTS = latestBy('system');
const LATEST_BY_PEOPLE = latestBy('moderator');

const FINDINGS = prepared<OfList>()((db, argument) =>
  db
    .selectFrom('findings')
    .selectAll()
    .where('site_id', '=', argument('site_id'))
    .where(among(db, 'decision_id', argument('ids')))
    .orderBy('decision_id')
    .orderBy('position'),
);

async function withFindings(
  run: RunPrepared,
  siteId: string,
  rows: readonly DecisionRow[],
): Promise<readonly Decision[]> {
  if (rows.length === 0) return [];
  const ids = listArgument(rows.map((row) => row.decision_id));
  const findings = await run(FINDINGS, { site_id: siteId, ids });
  const byDecision = new Map<string, Finding[]>();
  for (const row of findings) {
    const known = byDecision.get(row.decision_id);
    if (known) known.push(findingOf(row));
    else byDecision.set(row.decision_id, [findingOf(row)]);
  }
  return rows.map((row) => decisionOf(row, byDecision.get(row.decision_id) ?? []));
}

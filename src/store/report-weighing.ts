import { sql } from 'kysely';

import type { ReportReason, ReportStatus } from '../domain/report.js';
import type { ReporterRecord } from '../domain/reporter.js';
import type { Database } from './database.js';

/** How far back and how many of a reader's answered reports are looked at. */
export interface RecordBounds {
  /** Only answers since then. */
  readonly since: string;
  /** Of each reader, the latest. */
  readonly answers: number;
}

export interface OpenReportsQuery extends RecordBounds {
  readonly comment_ids: readonly string[];
  /** Of each comment, the first. */
  readonly reports: number;
}

/** All that is given must hold. */
export interface ReportFilter {
  readonly status?: ReportStatus;
  readonly reason?: ReportReason;
  /** The CMS's id of the reader who complains. */
  readonly reporter?: string;
}

/** How many open reports a comment has of one reason. */
export interface ReasonCount {
  readonly comment_id: string;
  readonly reason: ReportReason;
  readonly count: number;
}

export interface ReportWeighing {
  /** By comment and reason, how many reports are open. */
  openCounts(siteId: string, commentIds: readonly string[]): Promise<readonly ReasonCount[]>;
  /** The records of those who reported comments, for each open report one. */
  openRecords(
    siteId: string,
    query: OpenReportsQuery,
  ): Promise<readonly (ReporterRecord & { readonly comment_id: string })[]>;
  recordOf(siteId: string, reporter: string, bounds: RecordBounds): Promise<ReporterRecord>;
  /** How many of a reader's reports came to what, and since when; null for none. */
  countsOf(siteId: string, reporter: string): Promise<ReporterCounts | null>;
  /** When the reader made the last report but `before`; null where there are fewer. */
  timeOfLast(siteId: string, reporter: string, before: number): Promise<string | null>;
}

export interface ReporterCounts {
  readonly total: number;
  readonly open: number;
  readonly agreed: number;
  readonly disagreed: number;
  readonly lapsed: number;
  readonly first_at: string;
  readonly last_at: string;
}

export function reportWeighing(db: Database): ReportWeighing {
  return { ...ofComments(db), ...ofReporters(db) };
}

function ofComments(db: Database): Pick<ReportWeighing, 'openCounts' | 'openRecords'> {
  return {
    openCounts: async (siteId, commentIds) => {
      if (commentIds.length === 0) return [];
      const rows = await db
        .selectFrom('reports')
        .select(({ fn }) => ['comment_id', 'reason', fn.countAll().as('count')])
        .where('site_id', '=', siteId)
        .where('comment_id', 'in', commentIds)
        .where('settled_at', 'is', null)
        // Not by the reason alone: for its order SQLite would go through all of the site.
        .groupBy(['comment_id', sql`reason || ''`, 'reason'])
        .execute();
      return rows.map(({ comment_id, reason, count }) => ({
        comment_id,
        reason: reason as ReportReason,
        count: Number(count),
      }));
    },
    openRecords: async (siteId, query) => {
      if (query.comment_ids.length === 0) return [];
      const numbered = db
        .selectFrom('reports')
        .select([
          'comment_id',
          'reporter_external_id',
          sql<number>`ROW_NUMBER() OVER (PARTITION BY comment_id ORDER BY report_id)`.as('place'),
        ])
        .where('site_id', '=', siteId)
        .where('comment_id', 'in', query.comment_ids)
        .where('settled_at', 'is', null)
        .as('waiting');
      const counted = (outcome: string) =>
        answered(siteId, { reporter: sql.ref('waiting.reporter_external_id'), outcome, ...query });
      return db
        .selectFrom(numbered)
        .select([
          'waiting.comment_id',
          counted('agreed').as('agreed'),
          counted('disagreed').as('disagreed'),
        ])
        .where('waiting.place', '<=', query.reports)
        .execute();
    },
  };
}

/** Of a reader's latest answered reports, how many came to one outcome. */
function answered(
  siteId: string,
  of: RecordBounds & { readonly reporter: ReturnType<typeof sql.ref>; readonly outcome: string },
) {
  // The outcomes are no parameters: the index on answered reports could not be chosen for those.
  return sql<number>`(
    SELECT COUNT(*) FROM (
      SELECT past.outcome FROM reports AS past
      WHERE past.site_id = ${siteId} AND past.reporter_external_id = ${of.reporter}
        AND past.outcome IN ('agreed', 'disagreed') AND past.settled_at >= ${of.since}
      ORDER BY past.settled_at DESC LIMIT ${of.answers}
    ) AS latest WHERE latest.outcome = ${of.outcome}
  )`;
}

function ofReporters(
  db: Database,
): Pick<ReportWeighing, 'recordOf' | 'countsOf' | 'timeOfLast'> {
  const of = (siteId: string, reporter: string) =>
    db
      .selectFrom('reports')
      .where('site_id', '=', siteId)
      .where('reporter_external_id', '=', reporter);
  return {
    recordOf: async (siteId, reporter, { since, answers }) => {
      const rows = await of(siteId, reporter)
        .select('outcome')
        .where('outcome', 'in', [sql.lit('agreed'), sql.lit('disagreed')])
        .where('settled_at', '>=', since)
        .orderBy('settled_at', 'desc')
        .limit(answers)
        .execute();
      const agreed = rows.filter((row) => row.outcome === 'agreed').length;
      return { agreed, disagreed: rows.length - agreed };
    },
    countsOf: async (siteId, reporter) => {
      const rows = await of(siteId, reporter)
        .select(({ fn }) => [
          'outcome',
          fn.countAll().as('count'),
          fn.min('created_at').as('first_at'),
          fn.max('created_at').as('last_at'),
        ])
        .groupBy('outcome')
        .execute();
      const [first_at] = rows.map((row) => row.first_at).toSorted();
      const last_at = rows.map((row) => row.last_at).toSorted().at(-1);
      if (first_at === undefined || last_at === undefined) return null;
      const counts = new Map(rows.map((row) => [row.outcome, Number(row.count)]));
      return {
        total: [...counts.values()].reduce((total, count) => total + count, 0),
        open: counts.get(null) ?? 0,
        agreed: counts.get('agreed') ?? 0,
        disagreed: counts.get('disagreed') ?? 0,
        lapsed: counts.get('lapsed') ?? 0,
        first_at,
        last_at,
      };
    },
    timeOfLast: async (siteId, reporter, before) => {
      const row = await of(siteId, reporter)
        .select('created_at')
        .orderBy('report_id', 'desc')
        .offset(before)
        .limit(1)
        .executeTakeFirst();
      return row?.created_at ?? null;
    },
  };
}

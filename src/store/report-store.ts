import { sql } from 'kysely';

import type { PageRequest } from '../domain/page.js';
import type { Report, ReportOutcome, ReportReason } from '../domain/report.js';
import type { Database } from './database.js';
import { type Listing, prepared, type RunPrepared } from './prepared.js';
import { type ReportSettling, reportSettling } from './report-settling.js';
import { type ReportFilter, type ReportWeighing, reportWeighing } from './report-weighing.js';
import type { ReportRow } from './schema.js';

export interface ReportsOfAuthorQuery {
  readonly author_id: string;
  /** Only reports about comments that came in since. */
  readonly since: string;
  readonly limit: number;
}

export interface ReportStore extends ReportSettling, ReportWeighing {
  /** False, and nothing changed, where the reader has reported the comment before. */
  insert(siteId: string, report: Report): Promise<boolean>;
  /** @throws where the reader has not reported the comment. */
  ofReporter(siteId: string, commentId: string, reporter: string): Promise<Report>;
  count(siteId: string, commentId: string): Promise<number>;
  /** Newest first, one more than asked for where there are more. */
  list(siteId: string, commentId: string, page: PageRequest): Promise<readonly Report[]>;
  get(siteId: string, id: string): Promise<Report | null>;
  /** Of all comments; newest first, one more than asked for where there are more. */
  listAll(siteId: string, filter: ReportFilter, page: PageRequest): Promise<readonly Report[]>;
  /**
   * How many of the author's comments were reported and by how many readers, among the latest
   * `limit` reports that no moderator has disagreed with.
   */
  againstAuthor(
    siteId: string,
    query: ReportsOfAuthorQuery,
  ): Promise<{ readonly comments: number; readonly reporters: number }>;
}

export function reportStore(db: Database, { run, aside }: Listing): ReportStore {
  const about = (siteId: string, commentId: string) =>
    db.selectFrom('reports').where('site_id', '=', siteId).where('comment_id', '=', commentId);
  const listAll = listed(aside);
  return {
    ...reportWeighing(db),
    ...reportSettling(db),
    insert: async (siteId, { id, ...rest }) => {
      const { numInsertedOrUpdatedRows = 0n } = await db
        .insertInto('reports')
        .values({ site_id: siteId, report_id: id, ...rest })
        .onConflict((conflict) =>
          conflict.columns(['site_id', 'comment_id', 'reporter_external_id']).doNothing(),
        )
        .executeTakeFirst();
      return numInsertedOrUpdatedRows > 0n;
    },
    ofReporter: async (siteId, commentId, reporter) => {
      const row = await about(siteId, commentId)
        .selectAll()
        .where('reporter_external_id', '=', reporter)
        .executeTakeFirstOrThrow();
      return reportOf(row);
    },
    count: async (siteId, commentId) => {
      const { count } = await about(siteId, commentId)
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    list: async (siteId, commentId, { cursor, limit }) => {
      let query = about(siteId, commentId)
        .selectAll()
        .orderBy('report_id', 'desc')
        .limit(limit + 1);
      if (cursor !== null) query = query.where('report_id', '<', cursor);
      return (await query.execute()).map(reportOf);
    },
    get: async (siteId, id) => {
      const row = await db
        .selectFrom('reports')
        .selectAll()
        .where('site_id', '=', siteId)
        .where('report_id', '=', id)
        .executeTakeFirst();
      return row ? reportOf(row) : null;
    },
    listAll,
    againstAuthor: againstAuthor(db, run),
  };
}

function listed(db: Database): ReportStore['listAll'] {
  return async (siteId, { status, reason, reporter }, { cursor, limit }) => {
    let query = db
      .selectFrom('reports')
      .selectAll()
      .where('site_id', '=', siteId)
      .orderBy('report_id', 'desc')
      .limit(limit + 1);
    if (status === 'open') query = query.where('settled_at', 'is', null);
    if (status === 'settled') query = query.where('settled_at', 'is not', null);
    if (reason !== undefined) query = query.where('reason', '=', reason);
    if (reporter !== undefined) query = query.where('reporter_external_id', '=', reporter);
    if (cursor !== null) query = query.where('report_id', '<', cursor);
    return (await query.execute()).map(reportOf);
  };
}

/** Reports looked at for each that may count. */
const LOOKED_AT_FOR_ONE = 5;

/** Of most authors nobody has complained, and they are the ones to be quick for. */
const ANY_AGAINST = prepared<{ site_id: string; author_id: string; since: string }>()(
  (db, argument) =>
    db
      .selectFrom('reports')
      .select('report_id')
      .where('site_id', '=', argument('site_id'))
      .where('author_id', '=', argument('author_id'))
      .where('comment_received_at', '>=', argument('since'))
      .limit(sql.lit(1)),
);

function againstAuthor(db: Database, run: RunPrepared): ReportStore['againstAuthor'] {
  return async (siteId, { author_id, since, limit }) => {
    const any = await run(ANY_AGAINST, { site_id: siteId, author_id, since });
    if (any.length === 0) return { comments: 0, reporters: 0 };
    const latest = db
      .selectFrom('reports')
      .select(['comment_id', 'reporter_external_id'])
      .where('site_id', '=', siteId)
      .where('author_id', '=', author_id)
      .where('comment_received_at', '>=', since)
      .orderBy('comment_received_at', 'desc');
    // Those that were answered are looked at too, so there must be an end to them.
    const looked = latest
      .select('outcome')
      .limit(limit * LOOKED_AT_FOR_ONE)
      .as('reports');
    const rows = await db
      .selectFrom(looked)
      .select(['reports.comment_id', 'reports.reporter_external_id'])
      .where((eb) => eb.or([eb('outcome', 'is', null), eb('outcome', '<>', 'disagreed')]))
      .limit(limit)
      .execute();
    return {
      comments: new Set(rows.map((row) => row.comment_id)).size,
      reporters: new Set(rows.map((row) => row.reporter_external_id)).size,
    };
  };
}

function reportOf({ site_id: _, report_id, reason, outcome, ...rest }: ReportRow): Report {
  return {
    ...rest,
    id: report_id,
    reason: reason as ReportReason,
    outcome: outcome as ReportOutcome | null,
  };
}

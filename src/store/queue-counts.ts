import { type ExpressionBuilder, sql } from 'kysely';

import type { ReportReason } from '../domain/report.js';
import type { Standard } from '../domain/standard.js';
import { latestJudgement } from './comment-filter.js';
import type { Database } from './database.js';
import { among, listArgument, type OfList } from './list-argument.js';
import { prepared, type RunPrepared } from './prepared.js';
import { type QueueMoment, reportsUntil, waitingSince } from './queue-filter.js';
import type { Tables } from './schema.js';

export interface SectionCount {
  /** Null for threads of none. */
  readonly section: string | null;
  readonly count: number;
}

/** One step of counting what waits. */
export interface WaitingCounts {
  readonly sections: readonly SectionCount[];
  readonly standards: readonly { readonly standard: Standard; readonly count: number }[];
  /** When the first of them began to wait, in seconds since 1970; null for none. */
  readonly oldest: number | null;
  /** The comment to go on after; null when all are counted. */
  readonly next: string | null;
}

export interface ReasonCount {
  readonly comment_id: string;
  readonly reason: ReportReason;
  readonly count: number;
}

export interface ReportedCounts {
  /** `visible` ones are seen by readers; the others are pending as well. */
  readonly sections: readonly (SectionCount & { readonly visible: number })[];
  readonly reasons: readonly { readonly reason: ReportReason; readonly count: number }[];
  readonly oldest: string | null;
}

/** Counted from the rows, each time anew. */
export interface QueueCounts {
  countWaiting(
    siteId: string,
    step: { readonly after: string; readonly limit: number },
  ): Promise<WaitingCounts>;
  /** Comments with open reports, pending or seen by readers. */
  countReported(siteId: string): Promise<ReportedCounts>;
  /** What open reports say of these comments, the commonest first. */
  openReasons(
    siteId: string,
    commentIds: readonly string[],
    moment: QueueMoment,
  ): Promise<readonly ReasonCount[]>;
}

export function queueCounts(db: Database, run: RunPrepared): QueueCounts {
  return {
    countWaiting: countWaiting(db),
    countReported: countReported(db),
    openReasons: openReasons(run),
  };
}

function countWaiting(db: Database): QueueCounts['countWaiting'] {
  return async (siteId, { after, limit }) => {
    const behind = db
      .selectFrom('comments')
      .where('comments.site_id', '=', siteId)
      .where('comments.status', '=', 'pending')
      .where('comments.comment_id', '>', after);
    const last = await behind
      .select('comments.comment_id')
      .orderBy('comments.comment_id')
      .offset(limit - 1)
      .limit(1)
      .executeTakeFirst();
    const step = last ? behind.where('comments.comment_id', '<=', last.comment_id) : behind;
    const sections = await step
      .innerJoin('threads', (join) =>
        join
          .onRef('threads.site_id', '=', 'comments.site_id')
          .onRef('threads.thread_id', '=', 'comments.thread_id'),
      )
      .select(['threads.section', ({ fn }) => fn.countAll().as('count')])
      .select(({ fn }) => fn.min(waitingSince).as('oldest'))
      .groupBy('threads.section')
      .execute();
    const standards = await step
      .innerJoin('findings', (join) =>
        join
          .onRef('findings.site_id', '=', 'comments.site_id')
          .onRef('findings.comment_id', '=', 'comments.comment_id'),
      )
      .where('findings.outcome', '=', 'match')
      .where((eb) => ofLatestJudgement(eb))
      .select(['findings.standard'])
      .select(({ fn }) => fn.count('comments.comment_id').distinct().as('count'))
      .groupBy('findings.standard')
      .execute();
    const times = sections.map(({ oldest }) => oldest);
    return {
      sections: sections.map(({ section, count }) => ({ section, count: Number(count) })),
      standards: standards.map(({ standard, count }) => ({
        standard: standard as Standard,
        count: Number(count),
      })),
      oldest: times.length === 0 ? null : Math.min(...times),
      next: last?.comment_id ?? null,
    };
  };
}

type Joined = ExpressionBuilder<Tables, 'comments' | 'findings'>;

/** A comment that was never edited has been judged once: there is nothing to look up. */
function ofLatestJudgement(eb: Joined) {
  const latest = latestJudgement(eb);
  return eb.or([
    eb('comments.edited_at', 'is', null),
    eb('findings.decision_id', '=', latest),
  ]);
}

function countReported(db: Database): QueueCounts['countReported'] {
  return async (siteId) => {
    const open = db
      .selectFrom('reports')
      .innerJoin('comments', (join) =>
        join
          .onRef('comments.site_id', '=', 'reports.site_id')
          .onRef('comments.comment_id', '=', 'reports.comment_id'),
      )
      .where('reports.site_id', '=', siteId)
      .where('reports.settled_at', 'is', null)
      // Beginning with the open reports: by its status a comment would be looked for among all.
      .where(sql<string>`comments.status || ''`, 'in', ['approved', 'pending']);
    const comments = sql<number>`count(distinct reports.comment_id)`.as('count');
    const visible = sql<number>`count(distinct case comments.status || ''
      when 'approved' then reports.comment_id end)`.as('visible');
    const reasons = await open
      .select(['reports.reason', comments])
      .select(({ fn }) => fn.min('reports.created_at').as('oldest'))
      .groupBy([sql`reports.reason || ''`, 'reports.reason'])
      .execute();
    const sections = await open
      .innerJoin('threads', (join) =>
        join
          .onRef('threads.site_id', '=', 'comments.site_id')
          .onRef('threads.thread_id', '=', 'comments.thread_id'),
      )
      .select(['threads.section', comments, visible])
      .groupBy('threads.section')
      .execute();
    return {
      sections,
      reasons: reasons.map(({ reason, count }) => ({ reason: reason as ReportReason, count })),
      oldest: reasons.map(({ oldest }) => oldest).sort()[0] ?? null,
    };
  };
}

interface OpenReasons extends OfList {
  /** Reports with smaller ids. */
  readonly before: string;
}

const OPEN_REASONS = prepared<OpenReasons>()((db, argument) =>
  db
    .selectFrom('reports')
    .select(['comment_id', 'reason', sql<number>`count(*)`.as('count')])
    .where('site_id', '=', argument('site_id'))
    .where(among(db, 'comment_id', argument('ids')))
    .where('settled_at', 'is', null)
    .where('report_id', '<', argument('before'))
    // Not by the reason alone: for its order SQLite would go through all reports of the site.
    .groupBy(['comment_id', sql`reason || ''`, 'reason'])
    .orderBy('count', 'desc')
    .orderBy('reason'),
);

function openReasons(run: RunPrepared): QueueCounts['openReasons'] {
  return async (siteId, commentIds, moment) => {
    if (commentIds.length === 0) return [];
    const ids = listArgument(commentIds);
    const before = `rep_${reportsUntil(moment).id}`;
    const rows = await run(OPEN_REASONS, { site_id: siteId, ids, before });
    return rows.map(({ comment_id, reason, count }) => ({
      comment_id,
      reason: reason as ReportReason,
      count,
    }));
  };
}

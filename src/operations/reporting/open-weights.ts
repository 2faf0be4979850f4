import type { Deps } from '../../deps.js';
import type { ReportReason } from '../../domain/report.js';
import { type ReporterRecord, weightTogether } from '../../domain/reporter.js';
import { secondsBefore, timestamp } from '../../domain/time.js';
import {
  REPORTER_ANSWERS_MAX,
  REPORTER_WINDOW_SECONDS,
  REPORTS_WEIGHED_MAX,
} from '../../limits/desk.js';
import type { ReportSettings } from '../../moderation/policy/desk/reports.js';
import { deskSettings } from '../../moderation/policy/desk/settings.js';
import type { RecordBounds } from '../../store/report-weighing.js';
import { currentPolicy } from '../found.js';

/** The open reports of one comment. */
export interface OpenReports {
  /** How many readers. */
  readonly count: number;
  /** What they weigh together; a reader of whom nothing is known weighs 1. */
  readonly weight: number;
  readonly by_reason: Readonly<Partial<Record<ReportReason, number>>>;
}

export const NO_OPEN_REPORTS: OpenReports = { count: 0, weight: 0, by_reason: {} };

type Needs = Pick<Deps, 'store' | 'clock'>;

/**
 * What readers say of these comments that nobody has answered yet, by the comment's id; comments
 * without open reports are left out. Computed from the rows, in three statements however many
 * comments there are; of one comment the first reports alone are weighed, and all are counted.
 */
export async function openReportWeights(
  deps: Needs,
  siteId: string,
  commentIds: readonly string[],
): Promise<ReadonlyMap<string, OpenReports>> {
  if (commentIds.length === 0) return new Map();
  const { document } = await currentPolicy(deps, siteId);
  const settings = deskSettings(document, 'reports');
  const counts = await deps.store.reports.openCounts(siteId, commentIds);
  const reported = [...new Set(counts.map((each) => each.comment_id))];
  const weights = await weighed(deps, siteId, { commentIds: reported, settings });
  const open = new Map<string, OpenReports>();
  for (const { comment_id, reason, count } of counts) {
    const known = open.get(comment_id) ?? NO_OPEN_REPORTS;
    open.set(comment_id, {
      count: known.count + count,
      weight: weights.get(comment_id) ?? 0,
      by_reason: { ...known.by_reason, [reason]: count },
    });
  }
  return open;
}

/** The weight of the open reports of these comments, by the comment's id. */
export async function weighed(
  deps: Needs,
  siteId: string,
  of: {
    readonly commentIds: readonly string[];
    readonly settings: Pick<ReportSettings, 'unproven_weight_max'>;
  },
): Promise<ReadonlyMap<string, number>> {
  const records = await deps.store.reports.openRecords(siteId, {
    comment_ids: of.commentIds,
    reports: REPORTS_WEIGHED_MAX,
    ...recordBounds(deps),
  });
  const byComment = new Map<string, ReporterRecord[]>();
  for (const record of records) {
    byComment.set(record.comment_id, [...(byComment.get(record.comment_id) ?? []), record]);
  }
  const { unproven_weight_max } = of.settings;
  return new Map(
    [...byComment].map(([id, some]) => [id, weightTogether(some, unproven_weight_max)]),
  );
}

/** What counts of a reader's record now. */
export function recordBounds({ clock }: Pick<Deps, 'clock'>): RecordBounds {
  const since = secondsBefore(timestamp(clock()), REPORTER_WINDOW_SECONDS);
  return { since, answers: REPORTER_ANSWERS_MAX };
}

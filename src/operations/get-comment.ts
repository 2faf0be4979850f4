import type { Caller, Deps } from '../deps.js';
import type { Revision } from '../domain/comment.js';
import type { Decision } from '../domain/decision.js';
import type { Finding } from '../domain/finding.js';
import { foundComment, withCompany } from './found.js';
import { claimsOn, type NamedClaim } from './queueing/claims-on.js';
import type { CommentRecord } from './judging/record.js';
import { openNoticesOf } from './reporting/open-notices.js';
import { NO_OPEN_REPORTS, type OpenReports, openReportWeights } from './reporting/open-weights.js';
import { type LatestNotes, latestNotes } from './noting/latest-notes.js';

export interface CommentFile extends CommentRecord {
  /** Of the engine's latest judgement, which is of the present text. */
  readonly findings: readonly Finding[];
  /** Every decision, oldest first. */
  readonly decisions: readonly Decision[];
  /** Every earlier text, oldest first. */
  readonly revisions: readonly Revision[];
  /** How many readers reported it. */
  readonly report_count: number;
  readonly open_reports: OpenReports;
  readonly open_notices: { readonly open: number; readonly trusted: number };
  /** Who is working on it; null for nobody. */
  readonly claim: NamedClaim | null;
  readonly notes: LatestNotes;
}

/**
 * Everything on record about one comment, by our id or the CMS's.
 *
 * @throws GatepostError `not_found`.
 */
export async function getComment(
  deps: Pick<Deps, 'store' | 'clock'>,
  { caller, id }: { readonly caller: Caller; readonly id: string },
): Promise<CommentFile> {
  const siteId = caller.site_id;
  const record = await withCompany(deps, siteId, await foundComment(deps, siteId, id));
  const decisions = await deps.store.decisions.ofComment(siteId, record.comment.id);
  const ids = [record.comment.id];
  const reports = await openReportWeights(deps, siteId, ids);
  const notices = (await openNoticesOf(deps, siteId, ids)).get(record.comment.id);
  const judgement = decisions.findLast((decision) => decision.actor.kind === 'system');
  return {
    ...record,
    findings: judgement?.findings ?? [],
    decisions,
    revisions: await deps.store.comments.revisions(siteId, record.comment.id),
    report_count: await deps.store.reports.count(siteId, record.comment.id),
    open_reports: reports.get(record.comment.id) ?? NO_OPEN_REPORTS,
    open_notices: { open: notices?.count ?? 0, trusted: notices?.trusted ?? 0 },
    claim: (await claimsOn(deps, siteId, ids)).get(record.comment.id) ?? null,
    notes: await latestNotes(deps, siteId, {
      object_kind: 'comment',
      object_id: record.comment.id,
    }),
  };
}

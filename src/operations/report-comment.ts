import type { Caller, Deps } from '../deps.js';
import type { Comment } from '../domain/comment.js';
import { GatepostError } from '../domain/errors.js';
import type { Policy } from '../domain/policy.js';
import type { Report, ReportReason } from '../domain/report.js';
import { secondsBefore, timestamp } from '../domain/time.js';
import { REPORTER_FLOOD_SECONDS } from '../limits/desk.js';
import { deskSettings } from '../moderation/policy/desk/settings.js';
import { refuseDeleted } from './edit-comment.js';
import { currentPolicy, foundComment, withCompany } from './found.js';
import { reported } from './recording/acts.js';
import { recordActs } from './recording/record-acts.js';
import { holdReported } from './reporting/hold-reported.js';

export interface ReportInput {
  readonly caller: Caller;
  /** Our id of the comment or the CMS's. */
  readonly id: string;
  /** The CMS's id of the reader who complains. */
  readonly reporter: string;
  readonly reason: ReportReason;
  readonly text: string | null;
}

export interface Reported {
  readonly report: Report;
  /** False when the reader had reported the comment before: that report stands as it was. */
  readonly created: boolean;
}

/**
 * A reader complains about a comment. One reader counts once for a comment, and the first word
 * stands, so sending a report again is harmless. Where the reports then weigh enough, the comment
 * is held in the same transaction.
 *
 * @throws GatepostError `not_found`, `comment_deleted`, `own_comment`, `too_many_reports`.
 */
export async function reportComment(
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  input: ReportInput,
): Promise<Reported> {
  const siteId = input.caller.site_id;
  return deps.store.transaction(siteId, async (store) => {
    const bound = { ...deps, store };
    const found = await foundComment(bound, siteId, input.id);
    const { comment, author } = await withCompany(bound, siteId, found);
    refuseDeleted(comment);
    if (author.external_id === input.reporter) {
      throw new GatepostError('own_comment', 'The reporter is the author of the comment.', {
        errors: [{ pointer: '/reporter/external_id', detail: 'is the author of the comment' }],
      });
    }
    const policy = await currentPolicy(bound, siteId);
    const report: Report = {
      id: deps.newId('rep'),
      comment_id: comment.id,
      comment_version: comment.version,
      comment_received_at: comment.received_at,
      author_id: comment.author_id,
      reporter_external_id: input.reporter,
      reason: input.reason,
      text: input.text,
      created_at: timestamp(deps.clock()),
      ...(await settledBefore(bound, siteId, comment)),
    };
    if (!(await store.reports.insert(siteId, report))) {
      const known = await store.reports.ofReporter(siteId, comment.id, input.reporter);
      return { report: known, created: false };
    }
    await refuseFlood(bound, siteId, { report, policy });
    await recordActs(bound, siteId, [reported(report)]);
    await holdReported(bound, siteId, { comment, policy });
    return { report, created: true };
  });
}

type Settled = Pick<Report, 'settled_at' | 'settled_by' | 'outcome'>;

/** Readers do not see what stands rejected: a report from an old page has nothing to answer. */
async function settledBefore(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  siteId: string,
  { id, status }: Comment,
): Promise<Settled> {
  if (status !== 'rejected') return { settled_at: null, settled_by: null, outcome: null };
  const standing = await store.decisions.latestOf(siteId, [id]);
  return {
    settled_at: timestamp(clock()),
    settled_by: standing.get(id)?.id ?? null,
    outcome: 'lapsed',
  };
}

/** A reader who reports without end is told so; the report just made is undone with the rest. */
async function refuseFlood(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
  { report, policy }: { readonly report: Report; readonly policy: Policy },
): Promise<void> {
  const { max_per_reporter_per_hour: max } = deskSettings(policy.document, 'reports');
  if (max === 0) return;
  const { reporter_external_id, created_at } = report;
  const time = await store.reports.timeOfLast(siteId, reporter_external_id, max);
  if (time === null || time <= secondsBefore(created_at, REPORTER_FLOOD_SECONDS)) return;
  throw new GatepostError(
    'too_many_reports',
    `The reader has made ${max} reports within an hour.`,
    { errors: [{ pointer: '/reporter/external_id', detail: 'has reported too much of late' }] },
  );
}

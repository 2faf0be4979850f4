import type { Caller, Deps } from '../deps.js';
import { GatepostError } from '../domain/errors.js';
import type { Report, ReportReason } from '../domain/report.js';
import { timestamp } from '../domain/time.js';
import { refuseDeleted } from './edit-comment.js';
import { foundComment, withCompany } from './found.js';
import { reported } from './recording/acts.js';
import { recordActs } from './recording/record-acts.js';

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
 * stands, so sending a report again is harmless.
 *
 * @throws GatepostError `not_found`, `comment_deleted`, `own_comment`.
 */
export async function reportComment(
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  input: ReportInput,
): Promise<Reported> {
  const siteId = input.caller.site_id;
  return deps.store.transaction(async (store) => {
    const found = await foundComment({ store }, siteId, input.id);
    const { comment, author } = await withCompany({ store }, siteId, found);
    refuseDeleted(comment);
    if (author.external_id === input.reporter) {
      throw new GatepostError('own_comment', 'The reporter is the author of the comment.', {
        errors: [{ pointer: '/reporter/external_id', detail: 'is the author of the comment' }],
      });
    }
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
      settled_at: null,
      settled_by: null,
      outcome: null,
    };
    if (await store.reports.insert(siteId, report)) {
      await recordActs({ ...deps, store }, siteId, [reported(report)]);
      return { report, created: true };
    }
    const known = await store.reports.ofReporter(siteId, comment.id, input.reporter);
    return { report: known, created: false };
  });
}

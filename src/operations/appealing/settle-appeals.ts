import type { AppealStatus } from '../../domain/appeal.js';
import type { Comment } from '../../domain/comment.js';
import type { Decision } from '../../domain/decision.js';
import type { Status } from '../../domain/status.js';
import type { DecidingDeps } from '../deciding/apply-decision.js';
import { appealResolved } from '../recording/acts-of-appeals.js';
import { recordActs } from '../recording/record-acts.js';

/** What becomes of an open appeal when its comment comes to stand so without it. */
const OUTCOMES: Readonly<Partial<Record<Status, AppealStatus>>> = {
  approved: 'overturned',
  deleted: 'withdrawn',
};

/**
 * Ends open appeals about a comment that a decision brought back, or that its author withdrew: what
 * was asked for is done, or there is nothing left to ask for. A comment that is rejected once more
 * leaves its appeal open, because nobody has answered it.
 */
export async function settleAppeals(
  deps: DecidingDeps,
  siteId: string,
  { comment, decision }: { readonly comment: Comment; readonly decision: Decision },
): Promise<void> {
  const status = OUTCOMES[comment.status];
  if (status === undefined) return;
  const open = await deps.store.appeals.openOf(siteId, comment.id);
  const { actor } = decision;
  for (const appeal of open) {
    const person = actor.kind === 'moderator';
    const resolved = {
      ...appeal,
      status,
      resolved_at: decision.created_at,
      resolved_by: person ? actor.id : null,
      resolved_by_name: person ? actor.name : null,
      outcome_reason: person ? decision.reason : null,
      outcome_decision_id: status === 'overturned' ? decision.id : null,
    };
    await deps.store.appeals.resolve(siteId, resolved);
    await recordActs(deps, siteId, [appealResolved(resolved, actor)]);
  }
}

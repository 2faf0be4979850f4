import type { Deps } from '../../deps.js';
import type { Decision } from '../../domain/decision.js';
import type { ReportOutcome } from '../../domain/report.js';

/**
 * What a decision makes of the reports about its comment, within its transaction.
 *
 * A person's approval or rejection answers those about the present text, and the last word counts:
 * one who changes their mind changes the answer. Open ones about an earlier text lapse, as all open
 * ones do when the author withdraws the comment. A block's take-down and what was decided before
 * the site came here say nothing of what readers reported, and neither does bringing back what a
 * take-down had changed. Undoing a decision opens again what it had answered.
 */
export async function settleReports(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
  on: {
    readonly decision: Decision;
    /** The decision that stood before. */
    readonly superseded: Decision | null;
  },
): Promise<void> {
  const { decision, superseded } = on;
  const { id, comment_id, action, actor, block_id } = decision;
  const written = { decision_id: id, at: decision.created_at };
  if (action === 'delete') {
    await store.reports.close(siteId, comment_id, { ...written, outcome: 'lapsed' });
    return;
  }
  if (actor.kind !== 'moderator' || block_id !== null) return;
  if (superseded !== null && isUndone(decision, superseded)) {
    await store.reports.reopen(siteId, comment_id, superseded.id);
    return;
  }
  if (superseded !== null && endsTakeDown(decision, superseded)) return;
  const outcome = OUTCOME[action];
  if (outcome === null) return;
  await store.reports.settle(siteId, comment_id, { ...written, outcome });
}

const OUTCOME: Readonly<Record<'approve' | 'hold' | 'reject', ReportOutcome | null>> = {
  approve: 'disagreed',
  reject: 'agreed',
  hold: null,
};

/** Back to waiting, or to the same status without the person's word. */
function isUndone({ restores, action }: Decision, superseded: Decision): boolean {
  return restores !== null && (action === 'hold' || action === superseded.action);
}

function endsTakeDown({ restores }: Decision, superseded: Decision): boolean {
  return restores !== null && superseded.block_id !== null;
}

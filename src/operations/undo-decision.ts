import type { Caller, Deps } from '../deps.js';
import type { Decision, DecisionAction } from '../domain/decision.js';
import { GatepostError } from '../domain/errors.js';
import type { Status } from '../domain/status.js';
import { moderator } from './decide-comment.js';
import { applyDecision, type DecidingDeps } from './deciding/apply-decision.js';
import type { Decided } from './deciding/decide-one.js';
import { refuseClaimed } from './deciding/refuse-claimed.js';
import { refuseDeleted } from './edit-comment.js';
import { currentPolicy, foundComment, withCompany } from './found.js';
import { learnAfterDecision } from './house/after-decision.js';

export interface UndoInput {
  readonly caller: Caller;
  /** Of the decision. */
  readonly id: string;
  readonly reason: string | null;
  readonly note: string | null;
  /** Although another moderator has claimed the comment. */
  readonly override: boolean;
}

const ACTION_OF: Readonly<Record<Exclude<Status, 'deleted'>, DecisionAction>> = {
  approved: 'approve',
  pending: 'hold',
  rejected: 'reject',
};

/**
 * Takes a decision back: the comment stands again as the decision before it had it, hidden from
 * its author or not, by a new decision that supersedes the one undone and names the one restored.
 * Only the decision that stands can be undone, so of two who undo it one wins. An undo is undone
 * in the same way.
 *
 * @throws GatepostError `not_found`, `comment_deleted` for what its author withdrew,
 *   `decision_superseded`, `nothing_to_restore`, `claimed_by_another`, `text_erased`.
 */
export async function undoDecision(
  deps: Pick<Deps, 'store' | 'classifier' | 'clock' | 'stopwatch' | 'newId' | 'meter' | 'log'>,
  input: UndoInput,
): Promise<Decided> {
  const { caller, reason, note } = input;
  const siteId = caller.site_id;
  const undone = await deps.store.transaction(siteId, async (store) => {
    const bound = { ...deps, store };
    const { undoing, restored } = await undoable(bound, input);
    const found = await foundComment(bound, siteId, undoing.comment_id);
    const before = await withCompany(bound, siteId, found);
    if (!input.override) await refuseClaimed(bound, caller, before.comment.id);
    const { status, shadow, standard, legal_ground, block_id } = restored;
    // What was withdrawn is never decided about again, so no decision stands on a withdrawal.
    if (status === 'deleted') throw new Error(`decision ${restored.id} was a withdrawal`);
    const applied = await applyDecision(bound, siteId, {
      before: before.comment,
      act: {
        actor: moderator(caller),
        action: ACTION_OF[status],
        shadow,
        reason,
        note,
        standard,
        legal_ground,
        block_id,
        restores: restored.id,
      },
      policy: await currentPolicy(bound, siteId),
    });
    if (applied === null) throw superseded(undoing);
    return { ...before, ...applied };
  });
  deps.meter.decided(undone.comment.status);
  learnAfterDecision(deps, siteId);
  return undone;
}

async function undoable(
  deps: DecidingDeps,
  { caller, id }: UndoInput,
): Promise<{ readonly undoing: Decision; readonly restored: Decision }> {
  const { decisions } = deps.store;
  const siteId = caller.site_id;
  const undoing = await decisions.get(siteId, id);
  if (undoing === null) {
    const said = `There is no decision with the id ${JSON.stringify(id)}.`;
    throw new GatepostError('not_found', said);
  }
  refuseDeleted(await foundComment(deps, siteId, undoing.comment_id));
  const latest = await decisions.latestOf(siteId, [undoing.comment_id]);
  if (latest.get(undoing.comment_id)?.id !== undoing.id) throw superseded(undoing);
  // A judgement keeps its facts. What stood before it, if anything, was said of another text.
  const restored =
    undoing.facts !== null || undoing.supersedes === null
      ? null
      : await decisions.get(siteId, undoing.supersedes);
  if (restored === null) {
    const detail =
      'It is the first word about the present text, so there is none to go back to.';
    throw new GatepostError('nothing_to_restore', detail);
  }
  return { undoing, restored };
}

function superseded({ id }: Decision): GatepostError {
  const detail = `Another decision has been made since ${id}.`;
  return new GatepostError('decision_superseded', detail);
}

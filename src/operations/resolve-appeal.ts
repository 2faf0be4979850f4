import type { Caller, Deps } from '../deps.js';
import type { Appeal, AppealOutcome } from '../domain/appeal.js';
import { GatepostError } from '../domain/errors.js';
import { timestamp } from '../domain/time.js';
import { foundAppeal } from './appealing/found-appeal.js';
import { moderator } from './decide-comment.js';
import { applyDecision, type Applied } from './deciding/apply-decision.js';
import { versionConflict } from './deciding/version-conflict.js';
import { currentPolicy, foundComment, withCompany } from './found.js';
import { learnAfterDecision } from './house/after-decision.js';
import type { CommentRecord } from './judging/record.js';
import { appealResolved } from './recording/acts-of-appeals.js';
import { recordActs } from './recording/record-acts.js';

export interface ResolveAppealInput {
  readonly caller: Caller;
  readonly id: string;
  readonly outcome: AppealOutcome;
  /** Why, in words for the author. */
  readonly reason: string;
  /** The version of the comment that the moderator looked at. */
  readonly seen_version: number;
}

export interface AppealResolved {
  readonly appeal: Appeal;
  readonly record: CommentRecord;
}

type Needs = Pick<
  Deps,
  'store' | 'classifier' | 'clock' | 'stopwatch' | 'newId' | 'meter' | 'log'
>;

/**
 * Answers an appeal. Where the decision was a moderator's, another one answers, as long as the site
 * has another. Upholding leaves the decision as it is; overturning approves the comment, which
 * counts against the rules that objected to it. Of two who answer at once, one wins.
 *
 * @throws GatepostError `not_found`, `appeal_resolved`, `same_moderator`, and `version_conflict`
 *   with the comment as it now is.
 */
export async function resolveAppeal(
  deps: Needs,
  input: ResolveAppealInput,
): Promise<AppealResolved> {
  const siteId = input.caller.site_id;
  const done = await deps.store.transaction(siteId, async (store) => {
    const bound = { ...deps, store };
    const appeal = await foundAppeal(bound, siteId, input.id);
    if (appeal.status !== 'filed') throw resolvedBefore(appeal);
    await requireOther(bound, input.caller, appeal);
    const before = await withCompany(
      bound,
      siteId,
      await foundComment(bound, siteId, appeal.comment_id),
    );
    if (before.comment.version !== input.seen_version) throw versionConflict(before);
    return answered(bound, input, { appeal, before });
  });
  if (done.applied !== null) {
    deps.meter.decided(done.applied.comment.status);
    learnAfterDecision(deps, siteId);
  }
  return { appeal: done.appeal, record: done.record };
}

interface Found {
  readonly appeal: Appeal;
  readonly before: CommentRecord;
}

async function answered(
  deps: Needs,
  { caller, outcome, reason }: ResolveAppealInput,
  { appeal, before }: Found,
): Promise<AppealResolved & { readonly applied: Applied | null }> {
  const siteId = caller.site_id;
  const { id, name } = caller;
  const resolved: Appeal = {
    ...appeal,
    status: outcome,
    resolved_at: timestamp(deps.clock()),
    resolved_by: id,
    resolved_by_name: name,
    outcome_reason: reason,
  };
  // Before the decision, which ends the appeals that are still open.
  if (!(await deps.store.appeals.resolve(siteId, resolved))) throw resolvedBefore(appeal);
  await recordActs(deps, siteId, [appealResolved(resolved, moderator(caller))]);
  if (outcome === 'upheld' || before.comment.status === 'approved') {
    return { appeal: resolved, record: before, applied: null };
  }
  const applied = await overturn(deps, { caller, reason, before });
  const final = { ...resolved, outcome_decision_id: applied.decision.id };
  await deps.store.appeals.setOutcomeDecision(siteId, final);
  return { appeal: final, record: { ...before, comment: applied.comment }, applied };
}

async function overturn(
  deps: Needs,
  said: { readonly caller: Caller; readonly reason: string; readonly before: CommentRecord },
): Promise<Applied> {
  const { caller, reason, before } = said;
  const siteId = caller.site_id;
  const earlier = await deps.store.decisions.ofComment(siteId, before.comment.id);
  const applied = await applyDecision(deps, siteId, {
    before: before.comment,
    act: {
      actor: moderator(caller),
      action: 'approve',
      shadow: false,
      reason,
      note: null,
      restores: earlier.findLast(({ status }) => status === 'approved')?.id ?? null,
    },
    policy: await currentPolicy(deps, siteId),
  });
  if (applied === null) throw versionConflict(before);
  return applied;
}

/** Nobody answers for their own decision while somebody else could. */
async function requireOther(
  { store }: Pick<Deps, 'store'>,
  caller: Caller,
  { decided_first_by }: Appeal,
): Promise<void> {
  if (decided_first_by !== caller.id) return;
  const keys = await store.keys.list(caller.site_id);
  const others = keys.filter(
    (key) => key.id !== caller.id && key.revoked_at === null && key.scope !== 'submit',
  );
  if (others.length === 0) return;
  throw new GatepostError('same_moderator', 'The decision is by the holder of this key.');
}

function resolvedBefore({ status }: Appeal): GatepostError {
  return new GatepostError('appeal_resolved', `The appeal is ${status}.`);
}

import type { Deps } from '../../deps.js';
import type { Comment } from '../../domain/comment.js';
import type { Decision } from '../../domain/decision.js';
import type { Policy } from '../../domain/policy.js';
import { timestamp } from '../../domain/time.js';
import { strikeOut } from '../blocking/strike-out.js';
import { settleAppeals } from '../appealing/settle-appeals.js';
import { decide, type PersonalDecision } from '../judging/record.js';
import { decided } from '../recording/acts.js';
import { recordActs } from '../recording/record-acts.js';
import { settleReports } from '../reporting/settle-reports.js';
import { endClaim } from './end-claim.js';
import { refuseTextless } from './refuse-textless.js';

/** A comment as it stands after a decision, and the decision. */
export interface Applied {
  readonly comment: Comment;
  readonly decision: Decision;
}

export type DecidingDeps = Pick<Deps, 'store' | 'clock' | 'newId'>;

/**
 * Puts a person's decision on a comment with all that follows from it, within the caller's
 * transaction: the comment as it then stands, the decision that supersedes the one before, and the
 * record. Every decision but the engine's goes through here. Null, and nothing changed, where the
 * comment is no longer at the version of `before`.
 *
 * @throws GatepostError `text_erased` where readers would be shown a comment without its text.
 */
export async function applyDecision(
  deps: DecidingDeps,
  siteId: string,
  on: {
    /** The comment as the caller saw it. */
    readonly before: Comment;
    readonly act: PersonalDecision;
    readonly policy: Pick<Policy, 'version' | 'digest' | 'document'>;
  },
): Promise<Applied | null> {
  const { store } = deps;
  const { before, act, policy } = on;
  const latest = await store.decisions.latestOf(siteId, [before.id]);
  const superseded = latest.get(before.id) ?? null;
  const applied = decide(deps, act, {
    comment: before,
    policy,
    supersedes: superseded?.id ?? null,
    now: timestamp(deps.clock()),
  });
  const { comment, decision } = applied;
  refuseTextless(before, comment.status);
  if (!(await store.comments.update(siteId, comment, before.version))) return null;
  await store.decisions.insert(siteId, decision);
  await recordActs(deps, siteId, [decided(decision, before, comment)]);
  await strikeOut(deps, siteId, { author_id: comment.author_id, decision, policy });
  await settleAppeals(deps, siteId, applied);
  await settleReports(deps, siteId, { decision, superseded });
  await endClaim(deps, siteId, comment.id);
  return applied;
}

import type { Deps } from '../../deps.js';
import type { Comment } from '../../domain/comment.js';
import { type Decision, READERS } from '../../domain/decision.js';
import type { Finding } from '../../domain/finding.js';
import type { Policy } from '../../domain/policy.js';
import { REASONS } from '../../domain/reasons.js';
import { deskSettings } from '../../moderation/policy/desk/settings.js';
import { applyDecision } from '../deciding/apply-decision.js';
import { weighed } from './open-weights.js';

/** Not a rule of the engine: it stands with the decision that readers brought about. */
const REPORTED: Finding = {
  rule: 'reports',
  ...REASONS['conduct.reported'],
  reason: 'conduct.reported',
  outcome: 'match',
  action: 'hold',
  observed_action: null,
  field: null,
  spans: [],
  terms: [],
};

/**
 * Holds a comment that readers see where the policy says that the open reports about it weigh
 * enough, within the transaction that brought a report or another text. The decision is the
 * readers' (actor kind `reader`), so that the engine's judgement and its findings stay what they
 * are. The comment as it then stands, which is as it was where nothing follows.
 */
export async function holdReported(
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  siteId: string,
  on: { readonly comment: Comment; readonly policy: Policy },
): Promise<Comment> {
  const { comment, policy } = on;
  if (comment.status !== 'approved') return comment;
  const settings = deskSettings(policy.document, 'reports');
  const standing = (await deps.store.decisions.latestOf(siteId, [comment.id])).get(comment.id);
  const threshold = isApprovedByPerson(standing) ? settings.hold_again_at : settings.hold_at;
  if (threshold === 0) return comment;
  const weights = await weighed(deps, siteId, { commentIds: [comment.id], settings });
  if ((weights.get(comment.id) ?? 0) < threshold) return comment;
  const act = {
    actor: READERS,
    action: 'hold',
    shadow: false,
    reason: null,
    note: null,
    findings: [REPORTED],
  } as const;
  const applied = await applyDecision(deps, siteId, { before: comment, act, policy });
  return applied?.comment ?? comment;
}

function isApprovedByPerson(standing: Decision | undefined): boolean {
  return standing?.actor.kind === 'moderator' && standing.block_id === null;
}

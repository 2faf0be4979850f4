import type { Caller, Deps } from '../deps.js';
import type { Comment } from '../domain/comment.js';
import { statusOf } from '../domain/status.js';
import type { Standard } from '../domain/standard.js';
import { moderator } from './decide-comment.js';
import { decideOne } from './deciding/decide-one.js';
import { currentPolicy, foundComment, withCompany } from './found.js';
import { learnAfterDecision } from './house/after-decision.js';

export interface SettleCommentInput {
  readonly caller: Caller;
  /** Our id or the CMS's. */
  readonly id: string;
  readonly action: 'approve' | 'reject';
  readonly reason: string;
  /** What is enforced by a rejection. */
  readonly standard: Standard | null;
}

/**
 * Brings a comment to the state in which it stands at the client's, by a decision of whoever holds
 * the key, whatever version it has here and whoever is working on it: the client tells of what its
 * people did. Nothing is decided where it stands so already, where its author withdrew it, and
 * where its text was erased, which cannot be shown again.
 *
 * @throws GatepostError `not_found`; `version_conflict` where somebody decides at the same moment.
 */
export async function settleComment(
  deps: Pick<Deps, 'store' | 'classifier' | 'clock' | 'stopwatch' | 'newId' | 'meter' | 'log'>,
  { caller, id, action, reason, standard }: SettleCommentInput,
): Promise<Comment> {
  const siteId = caller.site_id;
  const settled = await deps.store.transaction(siteId, async (store) => {
    const bound = { ...deps, store };
    const before = await withCompany(bound, siteId, await foundComment(bound, siteId, id));
    const { comment } = before;
    if (comment.status === statusOf(action) || comment.status === 'deleted') return { comment };
    if (comment.redacted_at !== null && action === 'approve') return { comment };
    const said = { id, action, seen_version: comment.version, reason, note: null, standard };
    const policy = await currentPolicy(bound, siteId);
    return decideOne(bound, before, { siteId, actor: moderator(caller), said, policy });
  });
  if ('decision' in settled) {
    deps.meter.decided(settled.comment.status);
    learnAfterDecision(deps, siteId);
  }
  return settled.comment;
}

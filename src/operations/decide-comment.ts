import type { Caller, Deps } from '../deps.js';
import type { Actor } from '../domain/decision.js';
import { decidable, decideOne, type Decided, type Said } from './deciding/decide-one.js';
import { currentPolicy } from './found.js';
import { learnAfterDecision } from './house/after-decision.js';

export interface DecideInput extends Said {
  readonly caller: Caller;
}

/** The moderator who holds the key. */
export function moderator(caller: Caller): Actor {
  return { kind: 'moderator', id: caller.id, name: caller.name };
}

/**
 * A moderator approves or rejects a comment as they saw it. Of two who saw the same version, one
 * wins: the version seen is compared with the one stored, in the transaction that changes it.
 *
 * @throws GatepostError `not_found`, `comment_deleted`, `claimed_by_another`, and
 *   `version_conflict` with the comment as it now is.
 */
export async function decideComment(
  deps: Pick<Deps, 'store' | 'classifier' | 'clock' | 'stopwatch' | 'newId' | 'meter' | 'log'>,
  { caller, ...said }: DecideInput,
): Promise<Decided> {
  const siteId = caller.site_id;
  const decided = await deps.store.transaction(siteId, async (store) => {
    const bound = { ...deps, store };
    const policy = await currentPolicy(bound, siteId);
    const before = await decidable(bound, caller, said);
    return decideOne(bound, before, { siteId, actor: moderator(caller), said, policy });
  });
  deps.meter.decided(decided.comment.status);
  learnAfterDecision(deps, siteId);
  return decided;
}

import type { Caller, Deps } from '../../deps.js';
import { GatepostError } from '../../domain/errors.js';
import { timestamp } from '../../domain/time.js';

/**
 * Refuses to decide about a comment that another moderator is working on.
 *
 * @throws GatepostError `claimed_by_another`, which says until when.
 */
export async function refuseClaimed(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  caller: Caller,
  commentId: string,
): Promise<void> {
  const claims = await store.claims.on(caller.site_id, [commentId], timestamp(clock()));
  const claim = claims.get(commentId);
  if (claim === undefined || claim.key_id === caller.id) return;
  throw new GatepostError(
    'claimed_by_another',
    `Another moderator has claimed the comment until ${claim.expires_at}.`,
  );
}

import type { Caller, Deps } from '../deps.js';
import { GatepostError } from '../domain/errors.js';
import { timestamp } from '../domain/time.js';
import { moderator } from './decide-comment.js';
import { foundComment } from './found.js';
import { claimReleased } from './recording/acts-of-queue.js';
import { recordActs } from './recording/record-acts.js';

export interface ReleaseInput {
  readonly caller: Caller;
  /** Our id of a comment, or the CMS's; null for everything that the moderator holds. */
  readonly id: string | null;
}

/**
 * A moderator gives back what they claimed; how many it were. Claims of others stay.
 *
 * @throws GatepostError `not_found` for a comment that is not there or not theirs.
 */
export async function releaseClaims(
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  { caller, id }: ReleaseInput,
): Promise<number> {
  const siteId = caller.site_id;
  return deps.store.transaction(siteId, async (store) => {
    const bound = { ...deps, store };
    const now = timestamp(deps.clock());
    const own = await store.claims.of(siteId, { key_id: caller.id, now });
    const only = id === null ? null : (await foundComment(bound, siteId, id)).id;
    const claims = only === null ? own : own.filter(({ comment_id }) => comment_id === only);
    if (only !== null && claims.length === 0) {
      throw new GatepostError('not_found', 'You have not claimed the comment.');
    }
    const ids = claims.map(({ comment_id }) => comment_id);
    const comments = await store.comments.byIds(siteId, ids);
    for (const commentId of ids) await store.claims.end(siteId, commentId);
    const acts = claims.flatMap((claim) => {
      const comment = comments.get(claim.comment_id);
      return comment ? [claimReleased(claim, comment, moderator(caller))] : [];
    });
    await recordActs(bound, siteId, acts);
    return claims.length;
  });
}

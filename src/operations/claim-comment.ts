import type { Caller, Deps } from '../deps.js';
import type { Claim } from '../domain/claim.js';
import { timestamp } from '../domain/time.js';
import { CLAIMS_MAX } from '../limits/desk.js';
import { moderator } from './decide-comment.js';
import { refuseClaimed } from './deciding/refuse-claimed.js';
import { refuseDeleted } from './edit-comment.js';
import { foundComment } from './found.js';
import type { NamedClaim } from './queueing/claims-on.js';
import { claimReleased, claimTaken } from './recording/acts-of-queue.js';
import { recordActs } from './recording/record-acts.js';

export interface ClaimOneInput {
  readonly caller: Caller;
  /** Our id of a comment, or the CMS's. */
  readonly id: string;
  readonly minutes: number;
}

type Needs = Pick<Deps, 'store' | 'clock' | 'newId'>;

/**
 * A moderator takes the comment they are looking at, wherever it stands in the queue; their own
 * claim begins anew. Whoever holds as many as one may gives back what they took first.
 *
 * @throws GatepostError `not_found`, `comment_deleted`, `claimed_by_another`.
 */
export async function claimComment(deps: Needs, input: ClaimOneInput): Promise<NamedClaim> {
  const { caller, id, minutes } = input;
  const siteId = caller.site_id;
  return deps.store.transaction(siteId, async (store) => {
    const bound = { ...deps, store };
    const comment = await foundComment(bound, siteId, id);
    refuseDeleted(comment);
    await refuseClaimed(bound, caller, comment.id);
    const now = timestamp(deps.clock());
    const claim: Claim = {
      comment_id: comment.id,
      key_id: caller.id,
      claimed_at: now,
      expires_at: timestamp(Date.parse(now) + minutes * 60_000),
    };
    await makeRoom(bound, caller, claim);
    await store.claims.take(siteId, claim);
    await recordActs(bound, siteId, [claimTaken(claim, comment, moderator(caller))]);
    return { ...claim, key_name: caller.name };
  });
}

/** Ends the moderator's own claim on the comment, and the oldest where they hold too many. */
async function makeRoom(deps: Needs, caller: Caller, claim: Claim): Promise<void> {
  const { store } = deps;
  const siteId = caller.site_id;
  await store.claims.end(siteId, claim.comment_id);
  const held = await store.claims.of(siteId, { key_id: caller.id, now: claim.claimed_at });
  const [first] = held.toSorted((a, b) => (a.claimed_at < b.claimed_at ? -1 : 1));
  if (first === undefined || held.length < CLAIMS_MAX) return;
  const comment = await store.comments.get(siteId, first.comment_id);
  await store.claims.end(siteId, first.comment_id);
  const acts = comment === null ? [] : [claimReleased(first, comment, moderator(caller))];
  await recordActs(deps, siteId, acts);
}

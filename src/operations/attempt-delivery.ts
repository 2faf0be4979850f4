import { leaseEnd, postClaimed, type Posting, type PostingDeps } from './webhooks/post-claimed.js';

/**
 * Takes a due delivery, as it was read, posts it once and writes down what came of it. Of two who
 * take the same, one does. A process that dies in between leaves a lease, after which the delivery
 * is due again.
 */
export async function attemptDelivery(deps: PostingDeps, due: Posting): Promise<void> {
  const delivery = await deps.store.transaction(due.site_id, async ({ deliveries }) =>
    deliveries.claim(due.site_id, due.delivery, leaseEnd(deps)),
  );
  if (delivery !== null) await postClaimed(deps, { ...due, delivery });
}

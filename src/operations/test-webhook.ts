import type { Caller } from '../deps.js';
import { timestamp } from '../domain/time.js';
import { type Delivery, TEST_EVENT } from '../domain/webhook.js';
import { type DeliveryFile, getDelivery } from './get-delivery.js';
import { foundWebhook } from './webhooks/found-webhook.js';
import { leaseEnd, postClaimed, type PostingDeps } from './webhooks/post-claimed.js';

export interface TestWebhookInput {
  readonly caller: Caller;
  readonly id: string;
}

/**
 * Sends an endpoint one event of its own, at once and once, and tells what came of it. Also to a
 * disabled one: that is how one sees that it is back.
 *
 * @throws GatepostError `not_found`.
 */
export async function testWebhook(
  deps: PostingDeps,
  { caller, id }: TestWebhookInput,
): Promise<DeliveryFile> {
  const { site_id } = caller;
  const webhook = await foundWebhook(deps, site_id, id);
  const now = timestamp(deps.clock());
  const delivery: Delivery = {
    id: deps.newId('dlv'),
    endpoint_id: webhook.id,
    sequence: 0,
    event_id: deps.newId('evt'),
    event_type: TEST_EVENT,
    comment_id: null,
    status: 'pending',
    // Claimed from the beginning, so that nobody else sends it as well.
    attempts: 1,
    attempts_before: 0,
    next_attempt_at: leaseEnd(deps),
    created_at: now,
    settled_at: null,
  };
  await deps.store.transaction(site_id, async ({ deliveries }) =>
    deliveries.insert(site_id, [delivery]),
  );
  const stop = new AbortController().signal;
  await postClaimed(deps, { site_id, webhook, delivery, stop });
  return getDelivery(deps, { caller, id: webhook.id, delivery: delivery.id });
}

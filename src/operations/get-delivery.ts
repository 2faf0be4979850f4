import type { Caller, Deps } from '../deps.js';
import type { Attempt, Delivery } from '../domain/webhook.js';
import { WEBHOOK_ATTEMPTS_SHOWN_MAX } from '../limits/webhooks.js';
import { type DeliveryIds, foundDelivery } from './webhooks/found-webhook.js';

/** A delivery and its latest attempts, oldest first. */
export interface DeliveryFile {
  readonly delivery: Delivery;
  readonly attempts: readonly Attempt[];
}

/**
 * One delivery with what came of each attempt.
 *
 * @throws GatepostError `not_found`.
 */
export async function getDelivery(
  deps: Pick<Deps, 'store'>,
  { caller, ...ids }: { readonly caller: Caller } & DeliveryIds,
): Promise<DeliveryFile> {
  const { site_id } = caller;
  const delivery = await foundDelivery(deps, site_id, ids);
  const { deliveries } = deps.store;
  const attempts = await deliveries.attempts(site_id, delivery.id, WEBHOOK_ATTEMPTS_SHOWN_MAX);
  return { delivery, attempts };
}

import type { Deps } from '../deps.js';
import { secondsBefore, timestamp } from '../domain/time.js';
import { WEBHOOK_DELIVERIES_KEPT_SECONDS, WEBHOOK_DELIVERIES_STEP } from '../limits/webhooks.js';
import type { SiteWebhook } from '../store/webhook-store.js';

/**
 * Removes one step of the deliveries of an endpoint that ended long ago; of a deleted endpoint one
 * step of all, and at last the endpoint. True where there may be more.
 */
export async function sweepDeliveries(
  deps: Pick<Deps, 'store' | 'clock'>,
  { site_id: siteId, webhook, deleted }: SiteWebhook,
): Promise<boolean> {
  const past = secondsBefore(timestamp(deps.clock()), WEBHOOK_DELIVERIES_KEPT_SECONDS);
  const which = { settled_before: deleted ? null : past, limit: WEBHOOK_DELIVERIES_STEP };
  return deps.store.transaction(siteId, async (store) => {
    const removed = await store.deliveries.sweep(siteId, webhook.id, which);
    if (deleted && removed === 0) await store.webhooks.remove(siteId, webhook.id);
    return removed === WEBHOOK_DELIVERIES_STEP;
  });
}

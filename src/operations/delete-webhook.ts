import type { Caller, Deps } from '../deps.js';
import { timestamp } from '../domain/time.js';
import type { Webhook } from '../domain/webhook.js';
import { webhookDeleted } from './recording/acts-of-webhooks.js';
import { recordActs } from './recording/record-acts.js';
import { foundWebhook } from './webhooks/found-webhook.js';

/**
 * Ends an endpoint, its address and its secrets. What was on its way stays unsent; the deliveries
 * are removed in steps afterwards.
 *
 * @throws GatepostError `not_found`.
 */
export async function deleteWebhook(
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  { caller, id }: { readonly caller: Caller; readonly id: string },
): Promise<Webhook> {
  return deps.store.transaction(caller.site_id, async (store) => {
    const webhook = await foundWebhook({ store }, caller.site_id, id);
    await store.webhooks.markDeleted(caller.site_id, id, timestamp(deps.clock()));
    await recordActs({ ...deps, store }, caller.site_id, [webhookDeleted(webhook, caller)]);
    return webhook;
  });
}

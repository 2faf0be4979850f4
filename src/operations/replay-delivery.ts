import type { Caller, Deps } from '../deps.js';
import { GatepostError } from '../domain/errors.js';
import { type DeliveryFile, getDelivery } from './get-delivery.js';
import { type DeliveryIds, foundDelivery, foundWebhook } from './webhooks/found-webhook.js';
import { refuseDisabled, reopen } from './webhooks/reopen.js';

/**
 * Sends a settled delivery again, with the same webhook-id, and the whole schedule if need be.
 *
 * @throws GatepostError `not_found`, `webhook_disabled`, `delivery_pending`.
 */
export async function replayDelivery(
  deps: Pick<Deps, 'store' | 'clock'>,
  { caller, ...ids }: { readonly caller: Caller } & DeliveryIds,
): Promise<DeliveryFile> {
  return deps.store.transaction(caller.site_id, async (store) => {
    const bound = { ...deps, store };
    const delivery = await foundDelivery(bound, caller.site_id, ids);
    refuseDisabled(await foundWebhook(bound, caller.site_id, ids.id));
    if (!(await reopen(bound, caller.site_id, delivery))) {
      throw new GatepostError('delivery_pending', `${delivery.id} has not ended yet.`);
    }
    return getDelivery(bound, { caller, ...ids });
  });
}

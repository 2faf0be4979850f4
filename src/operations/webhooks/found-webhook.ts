import type { Deps } from '../../deps.js';
import { GatepostError } from '../../domain/errors.js';
import type { Delivery, Webhook } from '../../domain/webhook.js';

type Read = Pick<Deps, 'store'>;

/** @throws GatepostError `not_found`. */
export async function foundWebhook({ store }: Read, siteId: string, id: string): Promise<Webhook> {
  const webhook = await store.webhooks.get(siteId, id);
  if (webhook) return webhook;
  throw new GatepostError('not_found', `There is no webhook with the id ${JSON.stringify(id)}.`);
}

/** A delivery, by its id and by that of its endpoint. */
export interface DeliveryIds {
  readonly id: string;
  readonly delivery: string;
}

/** @throws GatepostError `not_found`. */
export async function foundDelivery(
  deps: Read,
  siteId: string,
  { id, delivery }: DeliveryIds,
): Promise<Delivery> {
  const webhook = await foundWebhook(deps, siteId, id);
  const found = await deps.store.deliveries.get(siteId, webhook.id, delivery);
  if (found) return found;
  const named = JSON.stringify(delivery);
  throw new GatepostError('not_found', `There is no delivery with the id ${named}.`);
}

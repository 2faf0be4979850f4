import type { Caller, Deps } from '../deps.js';
import { type Page, type PageRequest, pageOf } from '../domain/page.js';
import type { Delivery, DeliveryStatus } from '../domain/webhook.js';
import { foundWebhook } from './webhooks/found-webhook.js';

export interface ListDeliveriesInput {
  readonly caller: Caller;
  /** Of the endpoint. */
  readonly id: string;
  readonly status: DeliveryStatus | null;
  readonly page: PageRequest;
}

/**
 * What was sent or is to be sent to one endpoint, newest first.
 *
 * @throws GatepostError `not_found`.
 */
export async function listDeliveries(
  deps: Pick<Deps, 'store'>,
  { caller, id, status, page }: ListDeliveriesInput,
): Promise<Page<Delivery>> {
  const { id: endpoint_id } = await foundWebhook(deps, caller.site_id, id);
  const filter = { endpoint_id, status };
  return pageOf(await deps.store.deliveries.list(caller.site_id, filter, page), page.limit);
}

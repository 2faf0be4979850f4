import type { Caller, Deps } from '../deps.js';
import type { Webhook } from '../domain/webhook.js';
import { foundWebhook } from './webhooks/found-webhook.js';

/**
 * One endpoint.
 *
 * @throws GatepostError `not_found`.
 */
export async function getWebhook(
  deps: Pick<Deps, 'store'>,
  { caller, id }: { readonly caller: Caller; readonly id: string },
): Promise<Webhook> {
  return foundWebhook(deps, caller.site_id, id);
}

import type { Caller, Deps } from '../deps.js';
import type { EventType } from '../domain/audit.js';
import { GatepostError } from '../domain/errors.js';
import type { Webhook } from '../domain/webhook.js';
import { WEBHOOKS_PER_SITE_MAX } from '../limits/webhooks.js';
import { checkedUrl, inOrder } from './webhooks/endpoint.js';
import { keepEndpoint } from './webhooks/keep-endpoint.js';

export interface CreateWebhookInput {
  readonly caller: Caller;
  readonly url: string;
  readonly description: string | null;
  /** Null for every type, also those to come. */
  readonly event_types: readonly EventType[] | null;
}

/**
 * Names an address that events are posted to from now on. Nobody can read its secret afterwards.
 *
 * @throws GatepostError `invalid_webhook_url`, `too_many_webhooks`.
 */
export async function createWebhook(
  deps: Pick<Deps, 'store' | 'clock' | 'newId' | 'randomBytes' | 'sender'>,
  { caller, url, description, event_types }: CreateWebhookInput,
): Promise<Webhook> {
  const siteId = caller.site_id;
  // Outside of the transaction: a name is looked up.
  const checked = await checkedUrl(deps, url);
  return deps.store.transaction(siteId, async (store) => {
    const all = await store.webhooks.list(siteId);
    const own = all.filter(({ callback_key_id }) => callback_key_id === null);
    if (own.length >= WEBHOOKS_PER_SITE_MAX) {
      const detail = `A site has at most ${WEBHOOKS_PER_SITE_MAX} webhooks.`;
      throw new GatepostError('too_many_webhooks', detail);
    }
    return keepEndpoint({ ...deps, store }, caller, {
      url: checked,
      description,
      event_types: inOrder(event_types),
      callback_key_id: null,
      callback_key: null,
    });
  });
}

import type { Caller, Deps } from '../deps.js';
import type { EventType } from '../domain/audit.js';
import { GatepostError } from '../domain/errors.js';
import { timestamp } from '../domain/time.js';
import type { Webhook } from '../domain/webhook.js';
import { WEBHOOKS_PER_SITE_MAX } from '../limits/webhooks.js';
import { webhookCreated } from './recording/acts-of-webhooks.js';
import { recordActs } from './recording/record-acts.js';
import { checkedUrl, inOrder, newWebhookSecret } from './webhooks/endpoint.js';

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
    const webhook: Webhook = {
      id: deps.newId('whk'),
      url: checked,
      description,
      event_types: inOrder(event_types),
      secret: newWebhookSecret(deps),
      previous_secret: null,
      previous_secret_until: null,
      planned_sequence: (await store.audit.head(siteId)).sequence,
      disabled_at: null,
      disabled_reason: null,
      failing_since: null,
      created_at: timestamp(deps.clock()),
      created_by: caller.name,
      callback_key_id: null,
      callback_key: null,
    };
    await store.webhooks.insert(siteId, webhook);
    await recordActs({ ...deps, store }, siteId, [webhookCreated(webhook, caller)]);
    return webhook;
  });
}

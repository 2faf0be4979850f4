import type { Caller, Deps } from '../../deps.js';
import { timestamp } from '../../domain/time.js';
import type { Webhook } from '../../domain/webhook.js';
import { webhookCreated } from '../recording/acts-of-webhooks.js';
import { recordActs } from '../recording/record-acts.js';
import { newWebhookSecret } from './endpoint.js';

type Wanted = Pick<
  Webhook,
  'url' | 'description' | 'event_types' | 'callback_key_id' | 'callback_key'
>;

/**
 * Puts a new endpoint in force, with a secret of its own; it is told of what comes from now on.
 * Within a transaction of the caller's site.
 */
export async function keepEndpoint(
  deps: Pick<Deps, 'store' | 'clock' | 'newId' | 'randomBytes'>,
  caller: Caller,
  wanted: Wanted,
): Promise<Webhook> {
  const { store } = deps;
  const siteId = caller.site_id;
  const webhook: Webhook = {
    ...wanted,
    id: deps.newId('whk'),
    secret: newWebhookSecret(deps),
    previous_secret: null,
    previous_secret_until: null,
    planned_sequence: (await store.audit.head(siteId)).sequence,
    disabled_at: null,
    disabled_reason: null,
    failing_since: null,
    created_at: timestamp(deps.clock()),
    created_by: caller.name,
  };
  await store.webhooks.insert(siteId, webhook);
  await recordActs(deps, siteId, [webhookCreated(webhook, caller)]);
  return webhook;
}

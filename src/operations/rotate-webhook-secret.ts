import type { Caller, Deps } from '../deps.js';
import { timestamp } from '../domain/time.js';
import type { Webhook } from '../domain/webhook.js';
import { WEBHOOK_OLD_SECRET_SECONDS } from '../limits/webhooks.js';
import { webhookSecretRotated } from './recording/acts-of-webhooks.js';
import { recordActs } from './recording/record-acts.js';
import { newWebhookSecret } from './webhooks/endpoint.js';
import { foundWebhook } from './webhooks/found-webhook.js';

/**
 * Gives an endpoint a new secret. The old one signs beside it for WEBHOOK_OLD_SECRET_SECONDS; one
 * that was still older signs no more.
 *
 * @throws GatepostError `not_found`.
 */
export async function rotateWebhookSecret(
  deps: Pick<Deps, 'store' | 'clock' | 'newId' | 'randomBytes'>,
  { caller, id }: { readonly caller: Caller; readonly id: string },
): Promise<Webhook> {
  return deps.store.transaction(caller.site_id, async (store) => {
    const before = await foundWebhook({ store }, caller.site_id, id);
    const after: Webhook = {
      ...before,
      secret: newWebhookSecret(deps),
      previous_secret: before.secret,
      previous_secret_until: timestamp(deps.clock() + WEBHOOK_OLD_SECRET_SECONDS * 1000),
    };
    await store.webhooks.replace(caller.site_id, after);
    await recordActs({ ...deps, store }, caller.site_id, [webhookSecretRotated(after, caller)]);
    return after;
  });
}

import type { Caller, Deps } from '../deps.js';
import type { EventType } from '../domain/audit.js';
import { timestamp } from '../domain/time.js';
import type { Webhook } from '../domain/webhook.js';
import { webhookChanged } from './recording/acts-of-webhooks.js';
import { recordActs } from './recording/record-acts.js';
import { checkedUrl, inOrder } from './webhooks/endpoint.js';
import { foundWebhook } from './webhooks/found-webhook.js';

export interface ChangeWebhookInput {
  readonly caller: Caller;
  readonly id: string;
  /** What is undefined stays as it is. */
  readonly url?: string | undefined;
  readonly description?: string | null | undefined;
  readonly event_types?: readonly EventType[] | null | undefined;
  readonly enabled?: boolean | undefined;
}

/**
 * Changes an endpoint. One that is enabled again goes on where it stood: nothing of the time
 * between is lost.
 *
 * @throws GatepostError `not_found`, `invalid_webhook_url`.
 */
export async function changeWebhook(
  deps: Pick<Deps, 'store' | 'clock' | 'newId' | 'sender'>,
  { caller, id, ...change }: ChangeWebhookInput,
): Promise<Webhook> {
  const siteId = caller.site_id;
  await foundWebhook(deps, siteId, id);
  // Outside of the transaction: a name is looked up.
  const url = change.url === undefined ? undefined : await checkedUrl(deps, change.url);
  return deps.store.transaction(siteId, async (store) => {
    const before = await foundWebhook({ store }, siteId, id);
    const { description = before.description, event_types = before.event_types } = change;
    const after: Webhook = {
      ...before,
      url: url ?? before.url,
      description,
      event_types: inOrder(event_types),
      ...switched(before, change.enabled, timestamp(deps.clock())),
      ...(url !== undefined && url !== before.url && { failing_since: null }),
    };
    await store.webhooks.replace(siteId, after);
    await recordActs({ ...deps, store }, siteId, [webhookChanged(before, after, caller)]);
    return after;
  });
}

type Switch = Pick<Webhook, 'disabled_at' | 'disabled_reason' | 'failing_since'>;

function switched(before: Webhook, enabled: boolean | undefined, now: string): Switch {
  const { disabled_at, disabled_reason, failing_since } = before;
  if (enabled === true && disabled_at !== null) {
    return { disabled_at: null, disabled_reason: null, failing_since: null };
  }
  if (enabled === false && disabled_at === null) {
    return { disabled_at: now, disabled_reason: 'by_admin', failing_since };
  }
  return { disabled_at, disabled_reason, failing_since };
}

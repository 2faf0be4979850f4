import type { Deps } from '../../deps.js';
import { type Delivery, TEST_EVENT, type Webhook } from '../../domain/webhook.js';
import type { Message } from '../../webhooks/sender.js';
import { eventPayload } from '../events/event-payload.js';
import { callbackBody } from './callback-message.js';

/** A delivery as it is posted: the body, and the secrets that sign it now. */
export async function messageOf(
  deps: Pick<Deps, 'store' | 'clock'>,
  siteId: string,
  { webhook, delivery }: { readonly webhook: Webhook; readonly delivery: Delivery },
): Promise<Message> {
  const { url, secret, previous_secret, previous_secret_until } = webhook;
  const old =
    previous_secret !== null &&
    previous_secret_until !== null &&
    Date.parse(previous_secret_until) > deps.clock();
  return {
    url,
    secrets: old ? [secret, previous_secret] : [secret],
    id: delivery.event_id,
    body: JSON.stringify(await bodyOf(deps, siteId, { webhook, delivery })),
  };
}

async function bodyOf(
  deps: Pick<Deps, 'store'>,
  siteId: string,
  { webhook, delivery }: { readonly webhook: Webhook; readonly delivery: Delivery },
): Promise<object> {
  if (delivery.event_type === TEST_EVENT) {
    const { created_at, endpoint_id } = delivery;
    return { type: TEST_EVENT, timestamp: created_at, data: { webhook_id: endpoint_id } };
  }
  const [entry] = await deps.store.audit.after(siteId, delivery.sequence - 1, 1);
  if (!entry) throw new Error(`delivery ${delivery.id} has lost its entry of the record`);
  if (webhook.callback_key !== null) {
    const { comment_id } = delivery;
    const comment = comment_id === null ? null : await deps.store.comments.get(siteId, comment_id);
    return callbackBody(webhook, entry, comment ?? { external_id: null, metadata: null });
  }
  const { type, timestamp, data } = await eventPayload(deps, siteId, entry);
  return { type, timestamp, data };
}

import type { Static } from '@sinclair/typebox';

import type { Delivery, Webhook } from '../../domain/webhook.js';
import type { DeliveryFile } from '../../operations/get-delivery.js';
import type {
  DeliverySchema,
  DeliveryWithAttemptsSchema,
  WebhookSchema,
  WebhookWithSecretSchema,
} from '../schemas/webhook.js';

/** Everything but the secrets. */
export function webhookView(webhook: Webhook): Static<typeof WebhookSchema> {
  return {
    id: webhook.id,
    url: webhook.url,
    description: webhook.description,
    event_types: webhook.event_types && [...webhook.event_types],
    enabled: webhook.disabled_at === null,
    disabled_at: webhook.disabled_at,
    disabled_reason: webhook.disabled_reason,
    failing_since: webhook.failing_since,
    previous_secret_until: webhook.previous_secret_until,
    created_at: webhook.created_at,
    created_by: webhook.created_by,
    callback: webhook.callback_key_id !== null,
  };
}

export function webhookWithSecretView(webhook: Webhook): Static<typeof WebhookWithSecretSchema> {
  return { ...webhookView(webhook), secret: webhook.secret };
}

export function deliveryView(delivery: Delivery): Static<typeof DeliverySchema> {
  return {
    id: delivery.id,
    webhook_id: delivery.endpoint_id,
    event_id: delivery.event_id,
    event_type: delivery.event_type,
    comment_id: delivery.comment_id,
    status: delivery.status,
    attempt_count: delivery.attempts,
    next_attempt_at: delivery.next_attempt_at,
    created_at: delivery.created_at,
    settled_at: delivery.settled_at,
  };
}

export function deliveryFileView({
  delivery,
  attempts,
}: DeliveryFile): Static<typeof DeliveryWithAttemptsSchema> {
  return { ...deliveryView(delivery), attempts: [...attempts] };
}

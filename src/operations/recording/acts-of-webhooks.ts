import type { Act, RecordedState } from '../../domain/audit.js';
import type { Caller } from '../../deps.js';
import { SYSTEM } from '../../domain/decision.js';
import type { Webhook } from '../../domain/webhook.js';

/** The address of an endpoint may hold a secret, so the record says only that it was changed. */

type WebhookActKind = Extract<Act['kind'], `webhook.${string}`>;

function act(
  kind: WebhookActKind,
  caller: Caller | null,
  { id, ...states }: { readonly id: string } & Pick<Act, 'before' | 'after'>,
): Act {
  const actor: Act['actor'] =
    caller === null ? { kind: SYSTEM.kind, id: null } : { kind: 'moderator', id: caller.id };
  return { kind, actor, object: { kind: 'webhook', id }, comment_id: null, author_id: null, ...states };
}

function stands({ event_types, disabled_reason }: Webhook): RecordedState {
  return {
    enabled: disabled_reason === null,
    event_types: event_types === null ? null : event_types.join(' '),
  };
}

export function webhookCreated(webhook: Webhook, caller: Caller): Act {
  return act('webhook.created', caller, { id: webhook.id, before: null, after: stands(webhook) });
}

export function webhookChanged(before: Webhook, after: Webhook, caller: Caller): Act {
  return act('webhook.changed', caller, {
    id: after.id,
    before: stands(before),
    after: { ...stands(after), address_changed: before.url !== after.url },
  });
}

export function webhookSecretRotated({ id }: Webhook, caller: Caller): Act {
  return act('webhook.secret_rotated', caller, { id, before: null, after: null });
}

/** The service gave an endpoint up; an admin who switches it off has changed it. */
export function webhookDisabled(before: Webhook, after: Webhook): Act {
  return act('webhook.disabled', null, {
    id: after.id,
    before: stands(before),
    after: { ...stands(after), reason: after.disabled_reason },
  });
}

export function webhookDeleted(webhook: Webhook, caller: Caller): Act {
  return act('webhook.deleted', caller, { id: webhook.id, before: stands(webhook), after: null });
}

import type { Deps } from '../deps.js';
import { type AuditEntry, isEventType } from '../domain/audit.js';
import { timestamp } from '../domain/time.js';
import type { Delivery, Webhook } from '../domain/webhook.js';
import { WEBHOOK_PLAN_BATCH } from '../limits/webhooks.js';
import { isToldOf } from './webhooks/callback-message.js';

/**
 * Gives the next entries of the record their deliveries at one endpoint, and remembers in the same
 * transaction how far it came: what is planned twice, or by two at once, is planned once. True
 * where there is more to plan.
 */
export async function planDeliveries(
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  { site_id: siteId, id }: { readonly site_id: string; readonly id: string },
): Promise<boolean> {
  return deps.store.transaction(siteId, async (store) => {
    const webhook = await store.webhooks.get(siteId, id);
    if (webhook === null || webhook.disabled_at !== null) return false;
    const from = webhook.planned_sequence;
    const entries = await store.audit.after(siteId, from, WEBHOOK_PLAN_BATCH);
    const to = entries.at(-1)?.sequence ?? from;
    if (to === from || !(await store.webhooks.advance(siteId, id, { from, to }))) return false;
    const deliveries: Delivery[] = [];
    const pending = new Set<string>();
    for (const entry of entries.filter((each) => isSubscribed(webhook, each))) {
      if (!(await isToldOf({ store }, siteId, { webhook, entry }))) continue;
      const { comment_id } = entry;
      const waits =
        comment_id !== null &&
        (pending.has(comment_id) || (await store.deliveries.waiting(siteId, id, comment_id)));
      if (comment_id !== null) pending.add(comment_id);
      const next_attempt_at = waits ? null : timestamp(deps.clock());
      deliveries.push({ ...newDelivery(deps, webhook, entry), next_attempt_at });
    }
    if (deliveries.length > 0) await store.deliveries.insert(siteId, deliveries);
    return entries.length === WEBHOOK_PLAN_BATCH;
  });
}

function isSubscribed({ event_types }: Webhook, { kind }: AuditEntry): boolean {
  return isEventType(kind) && (event_types === null || event_types.includes(kind));
}

function newDelivery(
  deps: Pick<Deps, 'clock' | 'newId'>,
  webhook: Webhook,
  entry: AuditEntry,
): Delivery {
  return {
    id: deps.newId('dlv'),
    endpoint_id: webhook.id,
    sequence: entry.sequence,
    event_id: entry.id,
    event_type: entry.kind as Delivery['event_type'],
    comment_id: entry.comment_id,
    status: 'pending',
    attempts: 0,
    attempts_before: 0,
    next_attempt_at: null,
    created_at: timestamp(deps.clock()),
    settled_at: null,
  };
}

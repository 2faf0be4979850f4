import type { Deps } from '../../deps.js';
import { GatepostError } from '../../domain/errors.js';
import { timestamp } from '../../domain/time.js';
import type { Delivery, Webhook } from '../../domain/webhook.js';

/**
 * Puts a settled delivery back in line: at once, or after what of its comment is pending. False
 * for one that is pending. Within a transaction.
 */
export async function reopen(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  siteId: string,
  { id, endpoint_id, comment_id }: Delivery,
): Promise<boolean> {
  const waits =
    comment_id !== null && (await store.deliveries.waiting(siteId, endpoint_id, comment_id));
  return store.deliveries.reopen(siteId, id, waits ? null : timestamp(clock()));
}

/** @throws GatepostError `webhook_disabled`. */
export function refuseDisabled(webhook: Webhook): void {
  if (webhook.disabled_at === null) return;
  throw new GatepostError('webhook_disabled', `${webhook.id} is disabled, so nothing is sent to it.`);
}

import type { Caller, Deps } from '../deps.js';
import { inUtc } from '../domain/time.js';
import { WEBHOOK_DELIVERIES_STEP, WEBHOOK_REPLAYS_MAX } from '../limits/webhooks.js';
import { foundWebhook } from './webhooks/found-webhook.js';
import { refuseDisabled, reopen } from './webhooks/reopen.js';

export interface ReplayFailedInput {
  readonly caller: Caller;
  /** Of the endpoint. */
  readonly id: string;
  /** RFC 3339: those that were given up since. */
  readonly since: string;
}

/** `more` where the request reached its limit: the same one again goes on. */
export interface Replayed {
  readonly replayed: number;
  readonly more: boolean;
}

/**
 * Sends again what was given up since a time, the oldest first, at most WEBHOOK_REPLAYS_MAX.
 *
 * @throws GatepostError `not_found`, `webhook_disabled`.
 */
export async function replayFailedDeliveries(
  deps: Pick<Deps, 'store' | 'clock'>,
  { caller, id, since }: ReplayFailedInput,
): Promise<Replayed> {
  const siteId = caller.site_id;
  const query = { since: inUtc(since), limit: WEBHOOK_DELIVERIES_STEP };
  let replayed = 0;
  while (replayed < WEBHOOK_REPLAYS_MAX) {
    const step = await deps.store.transaction(siteId, async (store) => {
      refuseDisabled(await foundWebhook({ store }, siteId, id));
      const failed = await store.deliveries.failedSince(siteId, id, query);
      for (const delivery of failed) await reopen({ ...deps, store }, siteId, delivery);
      return failed.length;
    });
    replayed += step;
    if (step < WEBHOOK_DELIVERIES_STEP) return { replayed, more: false };
  }
  return { replayed, more: true };
}

import type { Caller, Deps } from '../deps.js';
import { timestamp } from '../domain/time.js';
import { webhookDeleted } from './recording/acts-of-webhooks.js';
import { recordActs } from './recording/record-acts.js';

/**
 * Tells a client no more: ends the endpoints that were made for this key, on the host of the
 * client's address where one is named. Says how many there were.
 */
export async function forgetCallbacks(
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  { caller, blog }: { readonly caller: Caller; readonly blog: string },
): Promise<number> {
  const siteId = caller.site_id;
  const host = URL.canParse(blog) ? new URL(blog).host : null;
  return deps.store.transaction(siteId, async (store) => {
    const all = await store.webhooks.list(siteId);
    const ended = all.filter(
      ({ callback_key_id, url }) => callback_key_id === caller.id && new URL(url).host === host,
    );
    for (const { id } of ended) {
      await store.webhooks.markDeleted(siteId, id, timestamp(deps.clock()));
    }
    const acts = ended.map((webhook) => webhookDeleted(webhook, caller));
    await recordActs({ ...deps, store }, siteId, acts);
    return ended.length;
  });
}

import type { Caller, Deps } from '../deps.js';
import type { Webhook } from '../domain/webhook.js';

/** Every endpoint of the site, oldest first; there are at most WEBHOOKS_PER_SITE_MAX. */
export async function listWebhooks(
  { store }: Pick<Deps, 'store'>,
  { caller }: { readonly caller: Caller },
): Promise<readonly Webhook[]> {
  return store.webhooks.list(caller.site_id);
}

import type { Deps } from '../deps.js';
import type { ApiKey } from '../domain/api-key.js';
import { GatepostError } from '../domain/errors.js';
import { timestamp } from '../domain/time.js';
import type { Store } from '../store/store.js';
import { keyHolder, type KeyMaker } from './keys/holder.js';
import { keyRevoked } from './recording/acts-of-administration.js';
import { recordActs } from './recording/record-acts.js';

/**
 * Ends a key: the next request with it is refused. Revoking it again changes nothing.
 *
 * @throws GatepostError `not_found`; `last_admin_key`, so that no site is locked out.
 */
export async function revokeKey(
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  { caller, id }: { readonly caller: KeyMaker; readonly id: string },
): Promise<ApiKey> {
  const siteId = caller.site_id;
  return deps.store.transaction(siteId, async (store) => {
    const key = await store.keys.find(id);
    if (key?.site_id !== siteId) {
      throw new GatepostError('not_found', `There is no key with the id ${JSON.stringify(id)}.`);
    }
    if (key.revoked_at !== null) return key;
    if (key.scope === 'admin' && (await store.keys.countActive(siteId, 'admin')) === 1) {
      throw new GatepostError('last_admin_key', 'Without it nobody could administer the site.');
    }
    const at = timestamp(deps.clock());
    await store.keys.revoke(siteId, id, at);
    await endCallbacks(store, siteId, { key_id: id, at });
    await recordActs({ ...deps, store }, siteId, [keyRevoked(key, keyHolder(caller))]);
    return { ...key, revoked_at: at };
  });
}

/** What a client of a front asked to be told with the key ends with it. */
async function endCallbacks(
  store: Store,
  siteId: string,
  { key_id, at }: { readonly key_id: string; readonly at: string },
): Promise<void> {
  for (const { id, callback_key_id } of await store.webhooks.list(siteId)) {
    if (callback_key_id === key_id) await store.webhooks.markDeleted(siteId, id, at);
  }
}

import type { Caller, Deps } from '../deps.js';
import type { ApiKey } from '../domain/api-key.js';

/** Every key of the site, also the revoked, oldest first; there are at most KEYS_PER_SITE_MAX. */
export async function listKeys(
  { store }: Pick<Deps, 'store'>,
  { caller }: { readonly caller: Pick<Caller, 'site_id'> },
): Promise<readonly ApiKey[]> {
  return store.keys.list(caller.site_id);
}

import type { Caller, Deps } from '../deps.js';
import type { KeyFront } from '../domain/api-key.js';
import { secretHash } from './keys/secret.js';

/**
 * Who holds this token of a front; null for one that is unknown or revoked, and for every key that
 * is not of that front.
 */
export async function authenticateFrontKey(
  { store }: Pick<Deps, 'store'>,
  { front, token }: { readonly front: KeyFront; readonly token: string },
): Promise<Caller | null> {
  // Found by the hash, of which whoever guesses controls nothing that a time could tell.
  const key = await store.keys.findByHash(front, secretHash(token));
  if (key === null || key.revoked_at !== null || key.signing_secret !== null) return null;
  return { id: key.id, site_id: key.site_id, name: key.name, scope: key.scope };
}

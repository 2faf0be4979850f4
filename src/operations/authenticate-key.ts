import type { Caller, Deps } from '../deps.js';
import { keyIdOf, sameHash, secretHash } from './keys/secret.js';

/**
 * Who holds this token; null for one that is unknown, wrong or revoked, which a caller cannot tell
 * apart, by the answer or by its time.
 */
export async function authenticateKey(
  { store }: Pick<Deps, 'store'>,
  token: string,
): Promise<Caller | null> {
  const key = await store.keys.find(keyIdOf(token));
  const hash = secretHash(token);
  const same = sameHash(hash, key?.secret_hash ?? secretHash(''));
  // A key of a front is good there and nowhere else.
  if (!key || !same || key.revoked_at !== null || key.front !== null) return null;
  return { id: key.id, site_id: key.site_id, name: key.name, scope: key.scope };
}

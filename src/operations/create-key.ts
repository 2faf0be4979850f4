import type { Deps } from '../deps.js';
import type { ApiKey, Scope } from '../domain/api-key.js';
import { GatepostError } from '../domain/errors.js';
import { timestamp } from '../domain/time.js';
import { KEYS_PER_SITE_MAX } from '../limits.js';
import { keyHolder, type KeyMaker } from './keys/holder.js';
import { newSecret } from './keys/secret.js';
import { keyCreated } from './recording/acts-of-administration.js';
import { recordActs } from './recording/record-acts.js';

export interface CreateKeyInput {
  /** The key that asks for it; none for the operator at the command line. */
  readonly caller: KeyMaker;
  /** Who will act with it; stands in the record. */
  readonly name: string;
  readonly scope: Scope;
}

/**
 * Makes a key of the site. The token is in this answer only: afterwards nobody can read it.
 *
 * @throws GatepostError `too_many_keys`.
 */
export async function createKey(
  deps: Pick<Deps, 'store' | 'clock' | 'newId' | 'randomBytes'>,
  { caller, name, scope }: CreateKeyInput,
): Promise<{ readonly key: ApiKey; readonly token: string }> {
  const { token, id, hash } = newSecret(deps);
  const key: ApiKey = {
    id,
    site_id: caller.site_id,
    name,
    scope,
    secret_hash: hash,
    created_at: timestamp(deps.clock()),
    revoked_at: null,
  };
  await deps.store.transaction(caller.site_id, async (store) => {
    const keys = await store.keys.list(caller.site_id);
    if (keys.length >= KEYS_PER_SITE_MAX) {
      throw new GatepostError('too_many_keys', `A site has at most ${KEYS_PER_SITE_MAX} keys.`);
    }
    await store.keys.insert(key);
    await recordActs({ ...deps, store }, caller.site_id, [keyCreated(key, keyHolder(caller))]);
  });
  return { key, token };
}

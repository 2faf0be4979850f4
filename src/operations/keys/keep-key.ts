import type { Deps } from '../../deps.js';
import type { ApiKey } from '../../domain/api-key.js';
import { GatepostError } from '../../domain/errors.js';
import { timestamp } from '../../domain/time.js';
import { KEYS_PER_SITE_MAX } from '../../limits.js';
import { keyCreated } from '../recording/acts-of-administration.js';
import { recordActs } from '../recording/record-acts.js';
import { keyHolder, type KeyMaker } from './holder.js';

type Made = Omit<ApiKey, 'site_id' | 'created_at' | 'revoked_at'>;

/**
 * Puts a new key of the maker's site in force.
 *
 * @throws GatepostError `too_many_keys`.
 */
export async function keepKey(
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  maker: KeyMaker,
  made: Made,
): Promise<ApiKey> {
  const created_at = timestamp(deps.clock());
  const key: ApiKey = { ...made, site_id: maker.site_id, created_at, revoked_at: null };
  await deps.store.transaction(maker.site_id, async (store) => {
    const keys = await store.keys.list(maker.site_id);
    if (keys.length >= KEYS_PER_SITE_MAX) {
      throw new GatepostError('too_many_keys', `A site has at most ${KEYS_PER_SITE_MAX} keys.`);
    }
    await store.keys.insert(key);
    await recordActs({ ...deps, store }, maker.site_id, [keyCreated(key, keyHolder(maker))]);
  });
  return key;
}

import type { Deps } from '../../deps.js';
import type { ApiKey } from '../../domain/api-key.js';
import { GatepostError } from '../../domain/errors.js';
import { KEYS_PER_SITE_MAX } from '../../limits.js';
import { keyCreated } from '../recording/acts-of-administration.js';
import { recordActs } from '../recording/record-acts.js';
import { keyHolder, type KeyMaker } from './holder.js';

/**
 * Puts a new key in force.
 *
 * @throws GatepostError `too_many_keys`.
 */
export async function keepKey(
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  maker: KeyMaker,
  key: ApiKey,
): Promise<void> {
  await deps.store.transaction(maker.site_id, async (store) => {
    const keys = await store.keys.list(maker.site_id);
    if (keys.length >= KEYS_PER_SITE_MAX) {
      throw new GatepostError('too_many_keys', `A site has at most ${KEYS_PER_SITE_MAX} keys.`);
    }
    await store.keys.insert(key);
    await recordActs({ ...deps, store }, maker.site_id, [keyCreated(key, keyHolder(maker))]);
  });
}

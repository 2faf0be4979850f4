import type { Deps } from '../deps.js';
import type { ApiKey } from '../domain/api-key.js';
import type { KeyMaker } from './keys/holder.js';
import { keepKey } from './keys/keep-key.js';
import { newSecret } from './keys/secret.js';

export interface CreateCoralKeyInput {
  readonly caller: KeyMaker;
  /** Which Coral it is; stands in the record. */
  readonly name: string;
  /** What Coral shows as the signing secret of the phase. */
  readonly signing_secret: string;
}

/**
 * Lets a Coral in whose requests are signed with this secret. It is kept as it is, because a hash
 * would check nothing; nobody can read it afterwards.
 *
 * @throws GatepostError `too_many_keys`.
 */
export async function createCoralKey(
  deps: Pick<Deps, 'store' | 'clock' | 'newId' | 'randomBytes'>,
  { caller, name, signing_secret }: CreateCoralKeyInput,
): Promise<ApiKey> {
  // The token that goes with the id is forgotten here: this key is never shown.
  const { id, hash } = newSecret(deps);
  return keepKey(deps, caller, {
    id,
    name,
    scope: 'submit',
    secret_hash: hash,
    front: 'coral',
    signing_secret,
  });
}

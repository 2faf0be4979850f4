import type { Deps } from '../deps.js';
import type { ApiKey, Scope } from '../domain/api-key.js';
import type { KeyMaker } from './keys/holder.js';
import { keepKey } from './keys/keep-key.js';
import { newSecret } from './keys/secret.js';

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
  const key = await keepKey(deps, caller, {
    id,
    name,
    scope,
    secret_hash: hash,
    front: null,
    signing_secret: null,
  });
  return { key, token };
}

import type { Deps } from '../deps.js';
import type { ApiKey } from '../domain/api-key.js';
import type { KeyMaker } from './keys/holder.js';
import { keepKey } from './keys/keep-key.js';
import { newSecret, secretHash } from './keys/secret.js';

export interface CreateAkismetKeyInput {
  readonly caller: KeyMaker;
  /** Who will act with it; stands in the record. */
  readonly name: string;
}

/**
 * Makes a key for a client of Akismet, which is good for that front alone: 12 characters, because
 * clients take no other length, of those that a host name can hold in lower case, because some
 * send it there. What its holder says is spam or is none counts as a moderator's decision.
 *
 * @throws GatepostError `too_many_keys`.
 */
export async function createAkismetKey(
  deps: Pick<Deps, 'store' | 'clock' | 'newId' | 'randomBytes'>,
  { caller, name }: CreateAkismetKeyInput,
): Promise<{ readonly key: ApiKey; readonly token: string }> {
  const token = akismetToken(deps);
  const key = await keepKey(deps, caller, {
    id: newSecret(deps).id,
    name,
    scope: 'moderate',
    secret_hash: secretHash(token),
    front: 'akismet',
    signing_secret: null,
  });
  return { key, token };
}

const LENGTH = 12;
const LETTERS = 36;
/** Twice as many bits as are kept, so that no letter is likelier than another one. */
const BYTES = 16;

function akismetToken({ randomBytes }: Pick<Deps, 'randomBytes'>): string {
  const number = BigInt(`0x${randomBytes(BYTES).toString('hex')}`);
  return (number % BigInt(LETTERS) ** BigInt(LENGTH)).toString(LETTERS).padStart(LENGTH, '0');
}

import { createHmac } from 'node:crypto';

import type { Caller, Deps } from '../deps.js';
import type { ApiKey, KeyFront } from '../domain/api-key.js';
import { SIGNING_KEYS_TRIED_MAX } from '../limits/fronts.js';
import { sameHash } from './keys/secret.js';

export interface SignedRequest {
  readonly front: KeyFront;
  /** The key that the address names; null where it names none. */
  readonly key_id: string | null;
  /** As it came over the wire. */
  readonly body: Buffer;
  /** HMAC-SHA256 over the body, in hexadecimal; more than one while a secret is replaced. */
  readonly signatures: readonly string[];
}

/**
 * Whose secret has signed a request; null where nobody's has. Without the id of a key the oldest
 * `SIGNING_KEYS_TRIED_MAX` of the instance are tried.
 */
export async function authenticateSigned(
  { store }: Pick<Deps, 'store'>,
  { front, key_id, body, signatures }: SignedRequest,
): Promise<Caller | null> {
  const named = key_id === null ? null : await store.keys.find(key_id);
  const known =
    key_id === null
      ? await store.keys.signing(front, SIGNING_KEYS_TRIED_MAX)
      : [named].filter((key) => key !== null);
  const key = known.find((each) => isInForce(each, front) && hasSigned(each, body, signatures));
  if (key === undefined) return null;
  return { id: key.id, site_id: key.site_id, name: key.name, scope: key.scope };
}

function isInForce(key: ApiKey, front: KeyFront): boolean {
  return key.front === front && key.revoked_at === null;
}

function hasSigned(
  { signing_secret }: ApiKey,
  body: Buffer,
  signatures: readonly string[],
): boolean {
  if (signing_secret === null) return false;
  const expected = createHmac('sha256', signing_secret).update(body).digest('hex');
  // Each in a time that does not tell where they differ, which `some` does not change.
  return signatures.some((signature) => sameHash(signature, expected));
}

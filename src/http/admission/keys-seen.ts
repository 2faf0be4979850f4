import { keepLatest } from '../../domain/keep-latest.js';
import { KEYS_SEEN_MAX } from '../../limits/admission.js';
import { keyIdOf, sameHash, secretHash } from '../../operations/keys/secret.js';

export interface KeysSeen {
  add(address: string, token: string): void;
  has(address: string, token: string): boolean;
}

/**
 * Keys that were right, by where they came from. Where wrong keys come from an address that others
 * share (a proxy that nobody named, an office), who had the right one before is not shut out; who
 * guesses gains nothing, because only the whole key is the same. Kept as hashes; the one that
 * was seen first makes room.
 */
export function keysSeen(): KeysSeen {
  const hashes = new Map<string, string>();
  const nameOf = (address: string, token: string): string => `${keyIdOf(token)} ${address}`;
  return {
    add: (address, token) => {
      const name = nameOf(address, token);
      if (hashes.has(name)) return;
      keepLatest(hashes, [name, secretHash(token)], KEYS_SEEN_MAX);
    },
    has: (address, token) => {
      const hash = hashes.get(nameOf(address, token));
      return hash !== undefined && sameHash(hash, secretHash(token));
    },
  };
}

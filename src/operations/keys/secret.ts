import { hash, timingSafeEqual } from 'node:crypto';

import type { Deps } from '../../deps.js';

/** 48 bits tell keys apart; they are no secret. */
const ID_BYTES = 6;
/** 192 bits cannot be guessed, so a plain hash keeps them: stretching is for passwords. */
const SECRET_BYTES = 24;

const KEY_FORM = /^gp_([0-9a-z]+)_([0-9A-Za-z_-]+)$/u;

/** A new key: what its holder sends, and what is kept of it. */
export function newSecret({ randomBytes }: Pick<Deps, 'randomBytes'>): {
  readonly token: string;
  readonly id: string;
  readonly hash: string;
} {
  const id = randomBytes(ID_BYTES).toString('hex');
  const token = `gp_${id}_${randomBytes(SECRET_BYTES).toString('base64url')}`;
  return { token, id, hash: secretHash(token) };
}

/**
 * The id of the key that a token is of. A key that an operator chose, in whatever form, has an id
 * made from its hash.
 */
export function keyIdOf(token: string): string {
  const form = KEY_FORM.exec(token);
  return form?.[1] ?? `op${secretHash(`id ${token}`).slice(0, 12)}`;
}

/** What is kept of a secret. */
export function secretHash(token: string): string {
  return hash('sha256', token, 'hex');
}

/** Compares in a time that does not tell where they differ. */
export function sameHash(a: string, b: string): boolean {
  const left = Buffer.from(a, 'hex');
  const right = Buffer.from(b, 'hex');
  return left.length === right.length && timingSafeEqual(left, right);
}

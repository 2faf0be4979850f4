import { createHmac, timingSafeEqual } from 'node:crypto';

import type { Deps } from '../../deps.js';
import type { ApiKey } from '../../domain/api-key.js';
import type { HeldSession } from '../../domain/session.js';
import { secretHash } from '../keys/secret.js';

/** 192 bits, as a key has them. */
const SECRET_BYTES = 24;

/** What the holder of a session shows: its id, which is no secret, and its secret. */
const TOKEN_FORM = /^(ses_[0-9A-Z]{26})\.([0-9A-Za-z_-]{32})$/u;

export interface SessionToken {
  readonly id: string;
  readonly secret: string;
}

export function newSessionToken({ newId, randomBytes }: Pick<Deps, 'newId' | 'randomBytes'>): {
  readonly token: string;
} & SessionToken {
  const id = newId('ses');
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  return { token: `${id}.${secret}`, id, secret };
}

/** The parts of a token; null for what has not the form of one. */
export function sessionTokenOf(token: string): SessionToken | null {
  const [, id, secret] = TOKEN_FORM.exec(token) ?? [];
  return id === undefined || secret === undefined ? null : { id, secret };
}

/**
 * What is kept of a session's secret. The key's own hash is part of it, so that a session ends with
 * the secret that it was opened by, also where the key gets another one under the same id.
 */
export function sessionHash(secret: string, { secret_hash }: Pick<ApiKey, 'secret_hash'>): string {
  return secretHash(`${secret} ${secret_hash}`);
}

/** Made from the secret, so that nothing is kept of it, and giving nothing of the secret away. */
export function csrfToken(secret: string): string {
  return createHmac('sha256', secret).update('gatepost csrf').digest('base64url');
}

/** Compares in a time that does not tell where they differ. */
export function isCsrfToken({ csrf_token }: Pick<HeldSession, 'csrf_token'>, shown: string): boolean {
  const expected = Buffer.from(csrf_token);
  const given = Buffer.from(shown);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

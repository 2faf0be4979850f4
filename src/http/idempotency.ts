import { createHash } from 'node:crypto';

import { Type } from '@sinclair/typebox';
import type { FastifyRequest } from 'fastify';

import { GatepostError } from '../domain/errors.js';
import { IDEMPOTENCY_KEY_LENGTH_MAX } from '../limits.js';
import type { IdempotentRequest } from '../operations/idempotency.js';

export const idempotencyHeaders = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      description:
        'Any unique text, for example a UUID. Within 24 hours the same key and body get the same ' +
        'answer again, without a second effect.',
      examples: ['8e03978e-40d5-43dd-bc93-6894a57f9324'],
    }),
  ),
});

const PRINTABLE = /^[\x21-\x7e]+$/u;

/**
 * The Idempotency-Key of a request with a digest of what it asks for; null without the header. The
 * key may be quoted, as the IETF draft has it, or bare, as Stripe's clients send it.
 *
 * @throws GatepostError `invalid_idempotency_key`.
 */
export function idempotentRequest(
  request: Pick<FastifyRequest, 'headers' | 'method' | 'url' | 'body'>,
): IdempotentRequest | null {
  const header = request.headers['idempotency-key'];
  if (header === undefined) return null;
  const sent = Array.isArray(header) ? header.join(', ') : header;
  const key = /^"(.*)"$/u.exec(sent)?.[1] ?? sent;
  if (!PRINTABLE.test(key) || key.length > IDEMPOTENCY_KEY_LENGTH_MAX) {
    throw new GatepostError(
      'invalid_idempotency_key',
      `The key must be 1 to ${IDEMPOTENCY_KEY_LENGTH_MAX} printable ASCII characters, no spaces.`,
    );
  }
  const said = `${request.method} ${request.url} ${canonicalJson(request.body)}`;
  return { key, digest: createHash('sha256').update(said).digest('hex') };
}

/** JSON in which the order of members does not count. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

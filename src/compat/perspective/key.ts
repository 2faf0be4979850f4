import type { FastifyRequest } from 'fastify';

import { isObject } from '../json.js';

/** What a request says without a key. */
export const NO_KEY_MESSAGE =
  'The request is missing a valid API key. Send a key of this Gatepost as ?key=… or in the header ' +
  'x-goog-api-key.';

/** The key of a request, from its query or its header; null for none, or for several. */
export function keyOf({ query, headers }: FastifyRequest): string | null {
  const asked = isObject(query) ? query['key'] : undefined;
  const key = asked ?? headers['x-goog-api-key'];
  return typeof key === 'string' && /^[\x21-\x7e]+$/u.test(key) ? key : null;
}

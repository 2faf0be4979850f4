import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { FrontName } from '../domain/front.js';
import type { Gate } from '../http/admission/gate.js';
import { CORS_SECONDS } from '../limits/fronts.js';

/** Headers that a page may read, beside those that it always may. */
const EXPOSED = 'x-request-id, retry-after, ratelimit, ratelimit-policy';

/**
 * Lets pages of any origin call. That gives them nothing that they have not: a key is in the
 * request itself, and no cookie or address of the reader opens anything here.
 */
export function answerBrowsers(
  app: FastifyInstance,
  { front, gate }: { readonly front: FrontName; readonly gate: Gate },
): void {
  // When it is sent, so that refusals can be read as well.
  app.addHook('onSend', async (_, reply) => {
    reply.headers({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': EXPOSED,
    });
  });
  const preflight = async (request: FastifyRequest, reply: FastifyReply) => {
    gate.anonymous(request, reply);
    const asked = request.headers['access-control-request-headers'];
    return reply
      .code(204)
      .headers({
        'access-control-allow-methods': 'GET, POST',
        'access-control-max-age': String(CORS_SECONDS),
        vary: 'access-control-request-headers',
        ...(asked !== undefined && { 'access-control-allow-headers': asked }),
      })
      .send();
  };
  for (const path of ['', '/*']) {
    app.options(path, { config: { front }, schema: { hide: true } }, preflight);
  }
}

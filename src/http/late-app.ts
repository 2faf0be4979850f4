import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { GatepostError } from '../domain/errors.js';
import { whenNeeded } from '../domain/when-needed.js';

/** What belongs to a connection or is written anew with each answer. */
const OWN_HEADERS = new Set(['connection', 'keep-alive', 'date', 'transfer-encoding']);

/** Answers a request as an app of its own does. */
type Answer = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/**
 * Answers by an app that is made when somebody asks first: what few ask for need not take its time
 * at every start.
 *
 * @throws GatepostError `not_found` where that app has nothing.
 */
export function lateApp(make: () => Promise<FastifyInstance>): Answer {
  const app = whenNeeded(make);
  return async ({ method, url, headers }, reply) => {
    const found = await (await app()).inject({ method: method as 'GET', url, headers });
    if (found.statusCode === 404) throw new GatepostError('not_found', 'There is no such file.');
    for (const [name, value] of Object.entries(found.headers)) {
      if (value !== undefined && !OWN_HEADERS.has(name)) reply.header(name, value);
    }
    return reply.code(found.statusCode).send(found.rawPayload);
  };
}

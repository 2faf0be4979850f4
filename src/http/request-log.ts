import type { FastifyInstance } from 'fastify';

import type { Log } from '../deps.js';

/** Asked every few seconds by machines; only their failures are news. */
const ASKED_OFTEN: ReadonlySet<string> = new Set(['/livez', '/readyz', '/metrics']);

/**
 * One line for each request: who asked for what, how it went and how long it took. No query, no
 * address, no header and no body: all of them can hold a reader's data.
 */
export function installRequestLog(app: FastifyInstance, log: Log): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? null;
    const status = reply.statusCode;
    if (route !== null && ASKED_OFTEN.has(route) && status < 400) return;
    log.info(
      {
        request_id: request.id,
        method: request.method,
        route,
        status,
        milliseconds: Math.round(reply.elapsedTime * 10) / 10,
        ...(request.caller && { site: request.caller.site_id, key: request.caller.id }),
      },
      'request',
    );
  });
}

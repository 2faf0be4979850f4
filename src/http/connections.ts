import type { Server } from 'node:http';
import type { Socket } from 'node:net';

import type { FastifyInstance, FastifyHttpOptions } from 'fastify';

import type { Log } from '../deps.js';
import {
  ANSWER_UNREAD_MILLISECONDS_MAX,
  CONNECTIONS_CHECKED_MILLISECONDS,
  CONNECTIONS_MAX,
  HEADERS_MILLISECONDS_MAX,
  KEEP_ALIVE_MILLISECONDS,
  REQUEST_MILLISECONDS_MAX,
} from '../limits/connections.js';

/** How long a request may take to arrive, and a connection to be of use. */
export const CONNECTION_OPTIONS = {
  requestTimeout: REQUEST_MILLISECONDS_MAX,
  keepAliveTimeout: KEEP_ALIVE_MILLISECONDS,
  http: {
    headersTimeout: HEADERS_MILLISECONDS_MAX,
    connectionsCheckingInterval: CONNECTIONS_CHECKED_MILLISECONDS,
  },
} as const satisfies FastifyHttpOptions<Server>;

/**
 * Takes at most so many connections, and lets go of those whose client takes nothing of its answer.
 * An answer that is still being worked on may be silent for as long as it needs.
 */
export function guardConnections({ server }: FastifyInstance, log: Log): void {
  server.maxConnections = CONNECTIONS_MAX;
  let full = false;
  server.on('drop', () => {
    if (!full) log.warn({ connections: CONNECTIONS_MAX }, 'connections are refused: too many');
    full = true;
  });
  server.on('connection', () => {
    full = false;
  });
  server.setTimeout(ANSWER_UNREAD_MILLISECONDS_MAX, (socket: Socket) => {
    if (socket.writableLength > 0) socket.destroy();
  });
}

import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

import type { FastifyHttpOptions, FastifyInstance } from 'fastify';

import type { Log } from '../deps.js';
import {
  ANSWER_UNREAD_MILLISECONDS_MAX,
  CONNECTIONS_CHECKED_MILLISECONDS,
  CONNECTIONS_MAX,
  HEADERS_MILLISECONDS_MAX,
  KEEP_ALIVE_MILLISECONDS,
  PIPELINED_REQUESTS_MAX,
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
 * Takes at most so many connections, works on one request of each at a time, and lets go of those
 * whose client takes nothing of its answer. Goes before every other hook.
 */
export function guardConnections(app: FastifyInstance, log: Log): void {
  app.server.maxConnections = CONNECTIONS_MAX;
  tellWhenFull(app.server, log);
  workInLine(app);
  dropUnread(app);
}

function tellWhenFull(server: Server, log: Log): void {
  let full = false;
  server.on('drop', () => {
    if (!full) log.warn({ connections: CONNECTIONS_MAX }, 'connections are refused: too many');
    full = true;
  });
  server.on('connection', () => {
    full = false;
  });
}

/**
 * Node works on all requests that a client sends ahead at once and keeps their answers: five
 * hundred lists that nobody reads are more than there is memory.
 */
function workInLine(app: FastifyInstance): void {
  const lines = new WeakMap<Socket, { last: ServerResponse; waiting: number }>();
  app.addHook('onRequest', (request, reply, done) => {
    const { socket } = request.raw;
    const line = lines.get(socket);
    if (line === undefined) {
      lines.set(socket, { last: reply.raw, waiting: 0 });
      done();
      return;
    }
    const before = line.last;
    line.last = reply.raw;
    if (before.closed || before.writableFinished) {
      done();
      return;
    }
    line.waiting += 1;
    if (line.waiting > PIPELINED_REQUESTS_MAX) socket.destroy();
    before.once('close', () => {
      line.waiting -= 1;
      if (!socket.destroyed) done();
    });
  });
}

/** An answer that is still being worked on may be silent for as long as it needs. */
function dropUnread(app: FastifyInstance): void {
  const sockets = new Map<Socket, number | null>();
  app.server.on('connection', (socket: Socket) => {
    sockets.set(socket, null);
    socket.once('close', () => sockets.delete(socket));
  });
  const timer = setInterval(() => {
    for (const [socket, taken] of sockets) {
      const now = socket.writableLength === 0 ? null : socket.bytesWritten - socket.writableLength;
      if (now !== null && now === taken) socket.destroy();
      else sockets.set(socket, now);
    }
  }, ANSWER_UNREAD_MILLISECONDS_MAX);
  timer.unref();
  app.addHook('onClose', async () => {
    clearInterval(timer);
  });
}

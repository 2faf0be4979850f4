import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Webhook } from 'standardwebhooks';

/** A request as a receiver of webhooks got it. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A receiver on a free port of this machine, which keeps what it was sent. */
export interface Receiver {
  readonly port: number;
  readonly url: string;
  readonly requests: readonly Received[];
  /** What it does with requests from now on. */
  behaves(how: (response: ServerResponse, request: Received) => void): void;
  /** The ids and types of what it got, oldest first. */
  got(): readonly string[];
  close(): Promise<void>;
}

export const answers =
  (status: number, headers: Readonly<Record<string, string>> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(status, headers).end();
  };

export async function startReceiver(): Promise<Receiver> {
  const requests: Received[] = [];
  let how: Parameters<Receiver['behaves']>[0] = answers(204);
  const server = createServer((request, response) => {
    request.setEncoding('utf8');
    let body = '';
    request.on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      const received = { method, path, headers, body };
      requests.push(received);
      how(response, received);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}/hook`,
    requests,
    behaves: (change) => {
      how = change;
    },
    got: () => requests.map(({ body }) => (JSON.parse(body) as { type: string }).type),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/**
 * Checks a request as a receiver would, with the package of Standard Webhooks; throws where the
 * secret has not signed it. The package compares the time with the machine's own, so that the
 * request must have been sent at the true time.
 */
export function verified(secret: string, { headers, body }: Received): unknown {
  return new Webhook(secret).verify(body, headers as Record<string, string>);
}

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as a scorer got it. */
export interface ScorerRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A scorer on a free port of this machine, which keeps what it was sent. */
export interface ScorerServer {
  readonly url: string;
  readonly requests: readonly ScorerRequest[];
  /** Says what it does with the requests from now on. */
  behaves(how: (response: ServerResponse) => void): void;
  close(): Promise<void>;
}

/** Answers with JSON. */
export const answering =
  (value: unknown, status = 200) =>
  (response: ServerResponse): void => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(value));
  };

export async function startScorerServer(): Promise<ScorerServer> {
  const requests: ScorerRequest[] = [];
  let how = answering({ scores: {} });
  const server = createServer((request, response) => {
    request.setEncoding('utf8');
    let body = '';
    request.on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      requests.push({ method, path, headers, body });
      how(response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/score`,
    requests,
    behaves: (change) => {
      how = change;
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

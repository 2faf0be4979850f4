import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request on its way to Gatepost. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** What stands between WordPress and Gatepost does to requests. */
export interface Rule {
  /** Whether the connection ends without an answer, and Gatepost is not asked. */
  readonly drops?: (asked: Asked) => boolean;
  /** The answer in place of Gatepost's, which is not asked; null lets it pass. */
  readonly instead?: (asked: Asked) => Response | null;
  /** Called when Gatepost has answered; false loses the answer. */
  readonly arrives?: (asked: Asked) => Promise<boolean>;
}

/** A proxy before a Gatepost, where a firewall may stand and answers may be lost. */
export interface Between {
  readonly url: string;
  /** What has passed it since the rule was set. */
  readonly passed: Asked[];
  /** From the next request on; without one everything passes. */
  rule(rule?: Rule): void;
  stop(): Promise<void>;
}

export async function startBetween(gatepost: string): Promise<Between> {
  let now: Rule = {};
  let passed: Asked[] = [];
  const server = createServer((request, response) => {
    void answered(request).catch(() => null).then((answer) => {
      if (answer === null) response.destroy();
      else void write(response, answer);
    });
  });
  const answered = async (request: IncomingMessage): Promise<Response | null> => {
    const { drops, instead, arrives } = now;
    const { method = '', url: path = '' } = request;
    const asked = { method, path, body: await text(request) };
    if (drops?.(asked) === true) return null;
    const other = instead?.(asked) ?? null;
    if (other !== null) return other;
    passed.push(asked);
    const answer = await fetch(`${gatepost}${path}`, {
      method,
      headers: forwarded(request),
      ...(asked.body !== '' && { body: asked.body }),
    });
    return (await (arrives?.(asked) ?? true)) ? answer : null;
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    get passed() {
      return passed;
    },
    rule: (rule = {}) => {
      now = rule;
      passed = [];
    },
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function forwarded({ headers }: IncomingMessage): Record<string, string> {
  const names = ['authorization', 'content-type', 'accept'];
  return Object.fromEntries(names.flatMap((name) => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value]] : [];
  }));
}

async function write(response: ServerResponse, answer: Response): Promise<void> {
  const type = answer.headers.get('content-type') ?? 'text/html';
  response.writeHead(answer.status, { 'content-type': type }).end(await answer.text());
}

/** As a firewall says it, in whose page there is nothing of Gatepost. */
export const forbidden = (): Response =>
  new Response('<h1>403 Forbidden</h1>', {
    status: 403,
    headers: { 'content-type': 'text/html' },
  });

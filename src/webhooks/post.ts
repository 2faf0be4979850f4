import type { LookupAddress } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';

import { WEBHOOK_ANSWER_BYTES_MAX } from '../limits/webhooks.js';

export interface Post {
  readonly url: URL;
  /** Where it goes; its name is not looked up again. */
  readonly addresses: readonly LookupAddress[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly retry_after: string | undefined;
}

/**
 * Posts JSON and resolves with the status, null where there was none. Never rejects. No redirect is
 * followed, and of the body a little is read for the sake of the connection, and thrown away.
 */
export async function post(
  { url, addresses, headers, body }: Post,
  signal: AbortSignal,
): Promise<Answer | null> {
  const bytes = Buffer.from(body, 'utf8');
  const options = {
    method: 'POST',
    headers: {
      ...headers,
      'content-type': 'application/json',
      'content-length': bytes.byteLength,
      'user-agent': 'gatepost',
    },
    // A connection of its own, so that none outlives the check of its address.
    agent: false,
    lookup: pinned(addresses),
    signal,
  };
  return new Promise((resolve) => {
    try {
      const send = url.protocol === 'https:' ? requestHttps : requestHttp;
      const request = send(url, options, (response) => {
        const { statusCode = 0, headers: answered } = response;
        drain(response);
        resolve({ status: statusCode, retry_after: answered['retry-after'] });
      });
      request.on('error', () => resolve(null));
      // Answered with another protocol, or with none: there is no response then.
      request.on('upgrade', (_, socket) => {
        socket.destroy();
        resolve(null);
      });
      request.on('close', () => resolve(null));
      request.end(bytes);
    } catch {
      resolve(null);
    }
  });
}

/** Gives the addresses that were checked, whatever the name means by now. */
function pinned(addresses: readonly LookupAddress[]): LookupFunction {
  return (_, options, done) => {
    if (options.all === true) {
      done(null, [...addresses]);
      return;
    }
    const [first = { address: '', family: 4 }] = addresses;
    done(null, first.address, first.family);
  };
}

function drain(response: IncomingMessage): void {
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.byteLength;
    if (bytes > WEBHOOK_ANSWER_BYTES_MAX) response.destroy();
  });
  // The status was said; what happens to the rest changes nothing.
  response.on('error', () => response.destroy());
}

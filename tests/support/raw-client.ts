import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A client that keeps to no protocol. */
export interface RawClient {
  readonly socket: Socket;
  /** All that came so far. */
  said(): string;
  /** Resolves when what came matches; rejects when the connection ends before. */
  until(pattern: RegExp): Promise<string>;
  /** Resolves with all that came, when the other end has closed. */
  closed(): Promise<string>;
}

/** Connects to a service that listens at this address. */
export async function rawClient(url: string): Promise<RawClient> {
  const { hostname, port } = new URL(url);
  // Half open on purpose: what the server does of itself is what is looked at.
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  await once(socket, 'connect');
  let said = '';
  let ended = false;
  let wake = (): void => undefined;
  const end = (): void => {
    ended = true;
    wake();
  };
  // The server may close while there is still more to send.
  socket.on('error', end).on('close', end);
  socket.on('end', () => socket.destroy());
  socket.setEncoding('latin1').on('data', (text: string) => {
    said += text;
    wake();
  });
  const more = async (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });
  return {
    socket,
    said: () => said,
    until: async (pattern) => {
      while (!pattern.test(said)) {
        if (ended) throw new Error(`the connection ended after ${JSON.stringify(said)}`);
        await more();
      }
      return said;
    },
    closed: async () => {
      while (!ended) await more();
      return said;
    },
  };
}

/** A request as it goes over the wire; the body has its length unless the headers say otherwise. */
export function request(
  line: string,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): string {
  const all: Record<string, string> = {
    host: 'gatepost',
    ...(body !== '' && {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
    }),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `${line} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
}

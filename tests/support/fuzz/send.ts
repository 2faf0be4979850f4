import type { Readable } from 'node:stream';

import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';

import type { Answered } from './oracle.js';
import type { Remembered } from './remembered.js';
import type { Plan } from './requests.js';

/** A request as it is sent; as text it can be sent again by hand. */
export type Sent = InjectOptions & {
  readonly method: 'GET';
  readonly url: string;
  readonly headers: Record<string, string>;
};

/** The headers by which somebody is known. */
export type Shown = Readonly<Record<string, string>>;

export function requestOf(plan: Plan, callers: readonly Shown[], { fill }: Remembered): Sent {
  const path = plan.operation.path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
    const value = fill(textOf(plan.path[name]));
    // A dot segment would be another address, and so would nothing.
    return /^\.{0,2}$/u.test(value) ? 'dots' : percentCoded(value);
  });
  const query = plan.query.flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map(
      (each) => `${name}=${percentCoded(fill(textOf(each)))}`,
    ),
  );
  const { body } = plan;
  return {
    method: plan.method as 'GET',
    url: `${path}${query.length > 0 ? '?' : ''}${query.join('&')}`,
    headers: {
      ...callers[plan.caller],
      ...(body !== null && { 'content-type': 'application/json' }),
      ...plan.headers,
    },
    ...(body !== null && {
      payload: 'raw' in body ? body.raw : fill(JSON.stringify(body.value)),
    }),
  };
}

/** Sends it; of an answer that does not end, the beginning is enough. */
export async function send(app: FastifyInstance, sent: Sent): Promise<Answered> {
  const endless = sent.url.startsWith('/v1/events');
  const options: InjectOptions = { ...sent, ...(endless && { payloadAsStream: true }) };
  const response = await app.inject(options);
  const type = String(response.headers['content-type'] ?? '');
  const status = response.statusCode;
  return { status, type, body: endless ? await beginning(response, status) : response.body };
}

async function beginning(response: LightMyRequestResponse, status: number): Promise<string> {
  const stream: Readable = response.stream();
  if (status === 200) {
    stream.destroy();
    return '';
  }
  return Buffer.concat((await stream.toArray()) as Buffer[]).toString();
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function percentCoded(text: string): string {
  return [...Buffer.from(text)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[\w.-]/u.test(character) ? character : `%${byte.toString(16).padStart(2, '0')}`;
    })
    .join('');
}

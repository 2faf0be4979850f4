import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { REQUEST_BYTES_MAX } from '../../src/limits.js';
import { eventually, numbered } from '../support/eventually.js';
import { processFigures } from '../support/process-figures.js';
import { rawClient, request } from '../support/raw-client.js';
import { call, databaseFolder, type Service, startService } from '../support/service.js';

const KEY = 'an-admin-key-of-this-test';
const AUTHORIZATION = { authorization: `Bearer ${KEY}` };

let folder: Awaited<ReturnType<typeof databaseFolder>>;
let service: Service;

beforeAll(async () => {
  folder = await databaseFolder();
  const settings = { GATEPOST_ADMIN_KEY: KEY, LOG_LEVEL: 'warn', GATEPOST_MODEL: 'none' };
  service = await startService({ ...folder.env, ...settings });
});
afterAll(async () => {
  await service.stop('SIGTERM');
  await folder.remove();
});

const chunked = (chunks: string): string =>
  request(
    'POST /v1/comments',
    { ...AUTHORIZATION, 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
  ) + chunks;
const announced = (length: string): string =>
  request(
    'POST /v1/comments',
    { ...AUTHORIZATION, 'content-type': 'application/json', 'content-length': length },
    '{}',
  );
const headers = (count: number, value: string): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`x-${n}`, value]));

/** Name, what is sent, and the status that it is answered with. */
const HOSTILE: readonly (readonly [string, string | Buffer, number])[] = [
  ['random bytes', randomBytes(65_536), 400],
  ['the beginning of TLS', Buffer.from('160301020001000001fc0303', 'hex'), 400],
  ['a request of HTTP/7.3', 'GET /livez HTTP/7.3\r\nhost: a\r\n\r\n', 400],
  ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
  ['a method that does not exist', request('STEAL /v1/comments'), 400],
  ['a NUL in a header', request('GET /livez', { 'x-a': 'b\0c' }), 400],
  ['a header without a name', 'GET /livez HTTP/1.1\r\nhost: a\r\n: b\r\n\r\n', 400],
  ['one header of 100 kB', request('GET /livez', { 'x-a': 'a'.repeat(100_000) }), 431],
  ['5,000 headers', request('GET /livez', headers(5_000, 'b')), 431],
  ['an address of 100 kB', request(`GET /v1/comments?text=${'a'.repeat(100_000)}`), 431],
  ['a length of terabytes', announced('9999999999999'), 413],
  ['a length beyond 64 bits', announced('99999999999999999999999999'), 400],
  ['a negative length', announced('-1'), 400],
  ['a length that is no number', announced('ten'), 400],
  ['two lengths', announced('2\r\ncontent-length: 20'), 400],
  ['a length and chunks', announced('2\r\ntransfer-encoding: chunked'), 400],
  ['a chunk of no length', chunked('zz\r\nabc\r\n'), 400],
  ['a chunk longer than the world', chunked('fffffffffffffffffff\r\nabc\r\n'), 400],
  ['a chunk that is longer than it says', chunked('2\r\nabcdefgh\r\n0\r\n\r\n'), 400],
  ['a chunk with an endless extension', chunked(`2;${'a'.repeat(100_000)}\r\n{}\r\n`), 400],
  [
    'chunks without end',
    chunked(`1000\r\n${'a'.repeat(4_096)}\r\n`.repeat(REQUEST_BYTES_MAX / 4_096 + 1)),
    413,
  ],
];

describe('What is not HTTP, or too much of it, is refused as a problem', () => {
  it.each(HOSTILE)('%s', async (_, bytes, status) => {
    const client = await rawClient(service.url);
    client.socket.write(bytes);
    const said = await client.until(/\r\n\r\n\{.*\}$/su);
    client.socket.destroy();
    expect(said).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `, 'u'));
    expect(said).toMatch(/\r\ncontent-type: application\/problem\+json/iu);
    expect(JSON.parse(said.slice(said.indexOf('\r\n\r\n')))).toMatchObject({ status });
    expect(await call(`${service.url}/readyz`, {})).toMatchObject({ status: 200 });
  });
});

describe('What Node refuses by itself', () => {
  it.each([
    ['no Host', 'GET /livez HTTP/1.1\r\n\r\n', 400],
    ['an unknown Expect', request('POST /v1/comments', { expect: 'wonders' }, '{}'), 417],
  ])('is answered with a status alone: %s', async (_, bytes, status) => {
    const client = await rawClient(service.url);
    client.socket.write(bytes);
    expect(await client.until(/\r\n\r\n/u)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `, 'u'));
    client.socket.destroy();
  });
});

describe('Requests that come one behind the other without waiting', () => {
  it('are answered in their order, also where some take longer than others', async () => {
    const client = await rawClient(service.url);
    const numbers = Array.from({ length: 300 }, (_, n) => n);
    const requests = numbers.map((n) => {
      if (n % 3 === 0) return request(`GET /v1/comments/no-${n}`, AUTHORIZATION);
      if (n % 3 === 1) return request(`GET /no-${n}`);
      const comment = { thread: { external_id: 'a' }, author: { name: 'R' }, body: `No ${n}` };
      const body = JSON.stringify({ ...comment, external_id: `no-${n}` });
      return request('POST /v1/comments', AUTHORIZATION, body);
    });
    client.socket.write(requests.join('') + request('GET /the-end'));
    const said = await client.until(/\/the-end"/u);
    client.socket.destroy();
    const order = [...said.matchAll(/"(?:instance":"\S*\/|external_id":")no-(\d+)"/gu)];
    expect(order.map(([, n]) => Number(n))).toEqual(numbers);
  });

  it('are let go of where the client has said that it sends no more', async () => {
    const client = await rawClient(service.url);
    client.socket.end(request('GET /v1/comments', AUTHORIZATION).repeat(20));
    await client.closed();
  });
});

describe('Uploads that are broken off', () => {
  it('leave no connection behind', async () => {
    const pid = service.process.pid ?? 0;
    const before = await processFigures(pid);
    const part = request(
      'POST /v1/comments',
      { ...AUTHORIZATION, 'content-type': 'application/json', 'content-length': '50000' },
    );
    for (let round = 0; round < 10; round += 1) {
      const clients = await Promise.all(numbered(50, async () => rawClient(service.url)));
      await Promise.all(
        clients.map(async ({ socket }) => {
          await new Promise((sent) => {
            socket.write(`${part}{"body": "half a comm`, sent);
          });
          if (round % 2 === 0) socket.resetAndDestroy();
          else socket.destroy();
        }),
      );
    }
    await eventually(async () => {
      expect((await processFigures(pid)).sockets).toBeLessThanOrEqual(before.sockets);
    });
  });
});

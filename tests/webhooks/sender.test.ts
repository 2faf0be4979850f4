import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { answers, type Receiver, startReceiver, verified } from '../support/receiver.js';
import { localSender, resolveOf } from '../support/webhooks.js';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const OLD_SECRET = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
const never = new AbortController().signal;

let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(async () => receiver.close());
beforeEach(() => receiver.behaves(answers(204)));

const message = (url: string) => ({ url, secrets: [SECRET], id: 'evt_1', body: '{"type":"x"}' });

describe('A message', () => {
  it('is verified by the package of Standard Webhooks, with each of its secrets', async () => {
    const both = { ...message(receiver.url), secrets: [SECRET, OLD_SECRET] };
    expect(await localSender().send(both, never)).toEqual({
      http_status: 204,
      problem: null,
      retry_after_seconds: null,
    });
    const request = receiver.requests.at(-1);
    if (request === undefined) throw new Error('nothing arrived');
    expect(request).toMatchObject({
      method: 'POST',
      path: '/hook',
      headers: { 'webhook-id': 'evt_1', 'content-type': 'application/json' },
    });
    expect(verified(SECRET, request)).toEqual({ type: 'x' });
    expect(verified(OLD_SECRET, request)).toEqual({ type: 'x' });
    const other = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
    expect(() => verified(other, request)).toThrow('No matching signature');
    expect(() => verified(SECRET, { ...request, body: '{"type":"y"}' })).toThrow('No matching');
  });

  it('has not arrived with a status that is none of success', async () => {
    receiver.behaves(answers(503, { 'retry-after': '120' }));
    expect(await localSender().send(message(receiver.url), never)).toEqual({
      http_status: 503,
      problem: 'status',
      retry_after_seconds: 120,
    });
  });

  it('follows no redirect, whereto it may lead', async () => {
    const before = receiver.requests.length;
    receiver.behaves(answers(307, { location: `http://127.0.0.1:${receiver.port}/inside` }));
    const sent = await localSender().send(message(receiver.url), never);
    expect([sent.http_status, sent.problem]).toEqual([307, 'redirect']);
    expect(receiver.requests.length).toBe(before + 1);
  });

  it('is given up in time by a receiver that stalls', async () => {
    receiver.behaves(() => undefined);
    const sender = localSender({ deadline: () => AbortSignal.timeout(50) });
    expect(await sender.send(message(receiver.url), never)).toMatchObject({ problem: 'timeout' });
  });

  it('is given up in time by a name that is never found', async () => {
    const sender = localSender({
      deadline: () => AbortSignal.timeout(50),
      resolve: async () => Promise.race([]),
    });
    const sent = await sender.send(message('https://stalls.example/'), never);
    expect(sent.problem).toBe('timeout');
  });

  it('is ended by whoever stops, and that is no failure of the receiver', async () => {
    const stop = new AbortController();
    receiver.behaves(() => stop.abort());
    const sent = await localSender().send(message(receiver.url), stop.signal);
    expect(sent.problem).toBe('stopped');
  });

  it('has arrived though the answer goes on for ever, and no more than a little is read', async () => {
    let written = 0;
    const closed = new Promise<void>((resolve) => {
      receiver.behaves((response) => {
        response.on('close', resolve);
        response.writeHead(200);
        const more = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(16_384))) written += 16_384;
        };
        response.on('drain', more);
        more();
      });
    });
    const sent = await localSender().send(message(receiver.url), never);
    expect([sent.http_status, sent.problem]).toEqual([200, null]);
    await closed;
    // What is beyond the limit stood in the buffers of the two sockets.
    expect(written).toBeLessThan(16 * 1_048_576);
  });
});

describe('A receiver that does not speak HTTP', () => {
  let server: Server;
  let url = '';
  let says = '';
  beforeAll(async () => {
    server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end(says);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => server.close());

  it.each([
    ['nothing', ''],
    ['garbage', 'SSH-2.0-OpenSSH_9.7\r\n'],
    ['a header that does not end', `HTTP/1.1 200 OK\r\nx: ${'a'.repeat(100_000)}`],
    ['half an answer', 'HTTP/1.1 20'],
    ['another protocol', 'HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'],
  ])('got nothing when it says %s', async (_, answer) => {
    says = answer;
    const sent = await localSender().send(message(url), never);
    expect(sent).toMatchObject({ http_status: null, problem: 'unreachable' });
  });

  it('got nothing when it is not there', async () => {
    const gone = await startReceiver();
    await gone.close();
    const sent = await localSender().send(message(gone.url), never);
    expect(sent.problem).toBe('unreachable');
  });
});

describe('A private address', () => {
  const names = {
    'public.example': ['93.184.215.14'],
    'inside.example': ['10.0.0.5'],
    'both.example': ['93.184.215.14', '::ffff:127.0.0.1'],
    'metadata.example': ['169.254.169.254'],
    'hooks.internal': ['127.0.0.1'],
  };
  const guarded = localSender({ allowed: [], resolve: resolveOf(names) });

  it.each([
    'https://inside.example/',
    'https://both.example/',
    'https://metadata.example/latest/meta-data/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:7f00:1]/',
    'https://[64:ff9b::a00:1]/',
    'https://127.0.0.1./',
    'http://public.example/',
  ])('is refused when it is named, and again when it is sent to: %s', async (url) => {
    expect(await guarded.refusal(url)).toContain('GATEPOST_WEBHOOK_ALLOW_PRIVATE');
    const sent = await guarded.send(message(url), never);
    expect(sent).toMatchObject({ http_status: null, problem: 'address_refused' });
  });

  it('is refused where a name meant a public one when it was accepted', async () => {
    let addresses = ['93.184.215.14'];
    const resolve: ReturnType<typeof resolveOf> = async (host) =>
      resolveOf({ 'turns.example': addresses })(host);
    const sender = localSender({ allowed: [], resolve });
    const url = `https://turns.example:${receiver.port}/hook`;
    expect(await sender.refusal(url)).toBeNull();
    addresses = ['127.0.0.1'];
    const before = receiver.requests.length;
    expect((await sender.send(message(url), never)).problem).toBe('address_refused');
    expect(receiver.requests.length).toBe(before);
  });

  it('is sent to under a name that is looked up once: what was checked is what is reached', async () => {
    let lookups = 0;
    const sender = localSender({
      allowed: ['hooks.internal'],
      resolve: async (host) => {
        lookups += 1;
        return resolveOf(names)(host);
      },
    });
    const url = `http://hooks.internal:${receiver.port}/hook`;
    expect(await sender.refusal(url)).toBeNull();
    expect(await sender.send(message(url), never)).toMatchObject({ http_status: 204 });
    expect(lookups).toBe(2);
    expect(receiver.requests.at(-1)?.headers.host).toBe(`hooks.internal:${receiver.port}`);
  });

  it('may be named before its name is known', async () => {
    expect(await guarded.refusal('https://not-yet.example/')).toBeNull();
    const sent = await guarded.send(message('https://not-yet.example/'), never);
    expect(sent.problem).toBe('unreachable');
  });
});

describe('An address that no request could be sent to', () => {
  const sender = localSender();

  it.each([
    ['https://user:secret@public.example/', 'name and password'],
    ['ftp://public.example/', 'https://'],
    ['file:///etc/passwd', 'https://'],
    ['public.example', 'not an address'],
    ['https://public.example/#fragment', '#'],
    [`https://public.example/${'a'.repeat(3_000)}`, 'more than 2048 characters'],
    [`https://public.example/${'é'.repeat(1_000)}`, 'more than 2048 characters'],
  ])('is refused when it is named, and again when it is sent to: %s', async (url, mistake) => {
    expect(await sender.refusal(url)).toContain(mistake);
    expect((await sender.send(message(url), never)).problem).toBe('address_refused');
  });
});

import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { buildApp } from '../../../src/app.js';
import type { Clients } from '../../../src/http/admission/clients.js';
import { createMetrics } from '../../../src/http/metrics.js';
import { startTestApp, type TestApp } from '../../support/app.js';

let service: TestApp;
let app: FastifyInstance;
beforeAll(async () => {
  service = await startTestApp();
});
afterEach(async () => app.close());
afterAll(async () => service.close());

interface Sent {
  readonly path?: string;
  readonly key?: string;
  readonly from?: string;
  readonly forwarded?: string;
}

/** A service with these limits, and a clock of its own. */
async function limited(rates: Partial<Clients['rates']>, trustedProxies: readonly string[] = []) {
  let now = 0;
  const unlimited = { perKey: 0, perAddress: 0, wrongKeysPerAddress: 0 };
  const clients = { rates: { ...unlimited, ...rates }, trustedProxies };
  app = await buildApp({ ...service.deps, stopwatch: () => now }, createMetrics(), clients);
  const send = async ({ path = '/v1/threads', key, from = '203.0.113.7', forwarded }: Sent = {}) =>
    app.inject({
      url: path,
      remoteAddress: from,
      headers: {
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
        ...(forwarded !== undefined && { 'x-forwarded-for': forwarded }),
      },
    });
  const pass = (seconds: number): void => {
    now += seconds * 1_000;
  };
  const metrics = async (): Promise<string> => (await send({ path: '/metrics' })).body;
  return { ...service, send, pass, metrics };
}

const times = async <T>(count: number, act: (at: number) => Promise<T>): Promise<T[]> => {
  const all: T[] = [];
  for (let at = 0; at < count; at += 1) all.push(await act(at));
  return all;
};
const statuses = (answers: readonly { readonly statusCode: number }[]): number[] =>
  answers.map(({ statusCode }) => statusCode);
const WRONG = 'gp_0123456789ab_wrongwrongwrongwrongwrongwrong12';

describe('200, of a key within its limit,', () => {
  it('says what the key has left, and of how much', async () => {
    const { send, cms, moderator, pass } = await limited({ perKey: 120 });
    const [first, second] = await times(2, async () => send({ key: moderator.key }));
    expect(first?.headers).toMatchObject({
      'ratelimit-policy': '"key";q=120;w=60',
      ratelimit: '"key";r=119;t=1',
    });
    expect(second?.headers['ratelimit']).toBe('"key";r=118;t=1');
    expect((await send({ key: cms.key })).headers['ratelimit']).toBe('"key";r=119;t=1');
    pass(1);
    expect((await send({ key: moderator.key })).headers['ratelimit']).toBe('"key";r=119;t=1');
  });

  it('also with a refusal of the route: 403, 404', async () => {
    const { send, cms } = await limited({ perKey: 10 });
    for (const path of ['/v1/keys', '/v1/comments/cmt_none']) {
      const { headers } = await send({ path, key: cms.key });
      expect(headers).toHaveProperty('ratelimit');
    }
  });

  it('says nothing of limits where there are none', async () => {
    const { send, moderator } = await limited({});
    const { headers } = await send({ key: moderator.key });
    expect(headers).not.toHaveProperty('ratelimit');
    expect(headers).not.toHaveProperty('ratelimit-policy');
  });
});

describe('429', () => {
  it('is counted from zero, so that an alarm sees the first one', async () => {
    const { metrics } = await limited({ perKey: 30 });
    const said = await metrics();
    for (const why of ['key', 'address', 'wrong-keys', 'overload']) {
      expect(said).toContain(`gatepost_refused_requests_total{why="${why}"} 0`);
    }
    expect(said).toContain('gatepost_webhook_attempts_total{delivery="failed"} 0');
  });

  it('answers a key that sent too much, says when to come again, and then lets it in', async () => {
    const { send, moderator, cms, pass, metrics } = await limited({ perKey: 30 });
    expect(new Set(statuses(await times(30, async () => send({ key: moderator.key }))))).toEqual(
      new Set([200]),
    );
    const refused = await send({ key: moderator.key, path: '/v1/comments?limit=nonsense' });
    expect(refused.statusCode).toBe(429);
    expect(refused.json()).toMatchObject({ code: 'rate_limited', status: 429 });
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(refused.headers).toMatchObject({
      'retry-after': '2',
      'ratelimit-policy': '"key";q=30;w=60',
      ratelimit: '"key";r=0;t=60',
    });
    expect(await metrics()).toContain('gatepost_refused_requests_total{why="key"} 1');
    expect((await send({ key: cms.key, path: '/v1/comments/x' })).statusCode).toBe(404);
    pass(2);
    expect((await send({ key: moderator.key })).statusCode).toBe(200);
  });

  it('answers an address that sends too much without a key, and no other one', async () => {
    const { send, moderator } = await limited({ perAddress: 5 });
    const paths = ['/v1/threads', '/openapi.json', '/nothing', '/v1/nothing', '/docs/'];
    expect(statuses(await times(5, async (at) => send({ path: paths[at] ?? '' })))).toEqual([
      401, 200, 404, 404, 200,
    ]);
    for (const path of paths) expect((await send({ path })).statusCode).toBe(429);
    expect((await send({ from: '203.0.113.8' })).statusCode).toBe(401);
    expect((await send({ key: moderator.key })).statusCode).toBe(200);
  });

  it('never answers those who watch: /livez, /readyz, /metrics', async () => {
    const { send } = await limited({ perAddress: 1, wrongKeysPerAddress: 1, perKey: 1 });
    for (const path of ['/livez', '/readyz', '/metrics']) {
      expect(new Set(statuses(await times(10, async () => send({ path }))))).toEqual(
        new Set([200]),
      );
    }
  });

  it('answers who tries keys, whatever key it is next, until time has passed', async () => {
    const { send, moderator, pass, metrics } = await limited({ wrongKeysPerAddress: 3 });
    const guess = async (at: number) => send({ key: `${WRONG.slice(0, -1)}${at}` });
    expect(statuses(await times(5, guess))).toEqual([401, 401, 401, 429, 429]);
    // The right one too: otherwise the answer would tell it from the wrong ones.
    expect((await send({ key: moderator.key })).statusCode).toBe(429);
    expect(await metrics()).toContain('gatepost_refused_requests_total{why="wrong-keys"} 3');
    pass(20);
    expect((await send({ key: moderator.key })).statusCode).toBe(200);
  });

  it('does not answer who had the right key before from the same address', async () => {
    const { send, moderator, cms } = await limited({ wrongKeysPerAddress: 3 });
    expect((await send({ key: moderator.key })).statusCode).toBe(200);
    const guesses = await times(4, async () => send({ key: WRONG }));
    expect(statuses(guesses)).toEqual([401, 401, 401, 429]);
    expect((await send({ key: moderator.key })).statusCode).toBe(200);
    // Half of that key is no key, and a key that was not seen from there is not believed.
    expect((await send({ key: `${moderator.key.slice(0, -1)}_` })).statusCode).toBe(429);
    expect((await send({ key: cms.key })).statusCode).toBe(429);
    expect((await send({ key: cms.key, from: '203.0.113.8' })).statusCode).toBe(403);
  });
});

describe('A proxy that adds the port of the client', () => {
  const from = '10.0.0.1';
  const behind = async (limits: Partial<Clients['rates']>) => limited(limits, ['10.0.0.0/8']);

  it.each([
    ['IPv4', (port: number) => `203.0.113.7:${port}`, '203.0.113.8:443'],
    ['IPv6', (port: number) => `[2001:db8::7]:${port}`, '[2001:db8:0:1::7]:443'],
  ])('tells one client from another by %s', async (_, client, other) => {
    const { send, moderator } = await behind({ wrongKeysPerAddress: 3 });
    const guess = async (at: number) => send({ key: WRONG, from, forwarded: client(4_000 + at) });
    expect(statuses(await times(5, guess))).toEqual([401, 401, 401, 429, 429]);
    const right = { key: moderator.key, from };
    expect((await send({ ...right, forwarded: client(5_000) })).statusCode).toBe(429);
    expect((await send({ ...right, forwarded: other })).statusCode).toBe(200);
  });

  it('has it let in who had the right key before, from whichever port', async () => {
    const { send, moderator } = await behind({ wrongKeysPerAddress: 3 });
    const sent = async (key: string, port: number) =>
      send({ key, from, forwarded: `203.0.113.7:${port}` });
    expect((await sent(moderator.key, 4_000)).statusCode).toBe(200);
    const guesses = await times(4, async (at) => sent(WRONG, 5_000 + at));
    expect(statuses(guesses)).toEqual([401, 401, 401, 429]);
    expect((await sent(moderator.key, 6_000)).statusCode).toBe(200);
  });

  it('has requests without a key counted for each client', async () => {
    const { send } = await behind({ perAddress: 2 });
    const asked = async (forwarded: string) => (await send({ from, forwarded })).statusCode;
    expect(await asked('203.0.113.7:4000')).toBe(401);
    expect(await asked('203.0.113.7:4001')).toBe(401);
    expect(await asked('203.0.113.7:4002')).toBe(429);
    expect(await asked('203.0.113.8:4000')).toBe(401);
  });
});

describe('An attacker gets no fresh limit', () => {
  const OPTIONS = { wrongKeysPerAddress: 3 };

  it('from addresses of the same IPv6 network', async () => {
    const { send } = await limited(OPTIONS);
    const tries = await times(5, async (at) => send({ key: WRONG, from: `2001:db8::${at}` }));
    expect(statuses(tries)).toEqual([401, 401, 401, 429, 429]);
    expect((await send({ key: WRONG, from: '2001:db8:0:1::1' })).statusCode).toBe(401);
  });

  it('by a header X-Forwarded-For, where no proxy is trusted', async () => {
    const { send } = await limited(OPTIONS);
    const tries = await times(5, async (at) => send({ key: WRONG, forwarded: `198.51.100.${at}` }));
    expect(statuses(tries)).toEqual([401, 401, 401, 429, 429]);
  });

  it('by what it puts before the address that a trusted proxy adds', async () => {
    const { send } = await limited(OPTIONS, ['10.0.0.0/8']);
    const from = '10.0.0.1';
    const tries = await times(5, async (at) =>
      send({ key: WRONG, from, forwarded: `198.51.100.${at}, 203.0.113.9` }),
    );
    expect(statuses(tries)).toEqual([401, 401, 401, 429, 429]);
    const other = await send({ key: WRONG, from, forwarded: '203.0.113.10' });
    expect(other.statusCode).toBe(401);
  });

  it('by a header, from an address that is no trusted proxy', async () => {
    const { send } = await limited(OPTIONS, ['10.0.0.1']);
    const tries = await times(5, async (at) =>
      send({ key: WRONG, from: '10.0.0.2', forwarded: `198.51.100.${at}` }),
    );
    expect(statuses(tries)).toEqual([401, 401, 401, 429, 429]);
  });

  it('by sending many at once', async () => {
    const { send, moderator } = await limited(OPTIONS);
    await Promise.all(Array.from({ length: 50 }, async () => send({ key: WRONG })));
    expect((await send({ key: moderator.key })).statusCode).toBe(429);
  });
});

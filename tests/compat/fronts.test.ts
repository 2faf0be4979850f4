import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

import { type AppOptions, buildApp } from '../../src/app.js';
import type { Deps } from '../../src/deps.js';
import { FRONT_NAMES } from '../../src/domain/front.js';
import { CLIENTS_DEFAULT } from '../../src/http/admission/clients.js';
import { createMetrics } from '../../src/http/metrics.js';
import { REQUESTS_AT_WORK_MAX, REQUESTS_WAITING_MAX } from '../../src/limits/admission.js';
import { keyIdOf } from '../../src/operations/keys/secret.js';
import { startTestApp, type TestApp } from '../support/app.js';

let service: TestApp;
let app: FastifyInstance;
beforeAll(async () => {
  service = await startTestApp();
});
afterEach(async () => app.close());
afterAll(async () => service.close());

const NO_LIMITS = { perKey: 0, perAddress: 0, wrongKeysPerAddress: 0 };
const BODY = { input: 'Thank you for the report.' };

async function started(options: Partial<AppOptions> = {}, change: Partial<Deps> = {}) {
  const deps = { ...service.deps, ...change };
  app = await buildApp(deps, createMetrics(), { ...CLIENTS_DEFAULT, rates: NO_LIMITS, ...options });
  const ask = async (key: string | null, body: object = BODY) =>
    app.inject({
      method: 'POST',
      url: '/v1/moderations',
      headers: key === null ? {} : { authorization: `Bearer ${key}` },
      payload: body,
    });
  return { ask, key: service.cms.key };
}

describe('A front', () => {
  it('that is off answers as an address without a route, and is not described', async () => {
    const { ask, key } = await started({ fronts: [] });
    const answer = await ask(key);
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    const described = await app.inject({ url: '/openapi.json' });
    expect(described.body).not.toContain('/v1/moderations');
    expect(described.body).not.toContain('OpenAI moderations');
  });

  it('that is on is described under a tag of its own, with its own refusals', async () => {
    await started({ fronts: FRONT_NAMES });
    const described = (await app.inject({ url: '/openapi.json' })).json();
    const { post } = described.paths['/v1/moderations'];
    expect(described.tags.map(({ name }: { name: string }) => name)).toContain(post.tags[0]);
    expect(post.security).toEqual([{ openai: [] }]);
    expect(Object.keys(post.responses)).toEqual(['200', '4XX', '5XX']);
    expect(JSON.stringify(post)).not.toContain('Problem');
  });

  it('leaves the native API as it is', async () => {
    const { key } = await started();
    const headers = { authorization: `Bearer ${key}` };
    const other = await app.inject({ method: 'POST', url: '/v1/moderationsx', headers });
    expect(other.headers['content-type']).toBe('application/problem+json');
    const preflight = await app.inject({ method: 'OPTIONS', url: '/v1/comments' });
    expect(preflight.statusCode).toBe(405);
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('is counted by what came of its requests, whatever was asked for', async () => {
    const { ask, key } = await started();
    await ask(key);
    await ask(null);
    await ask(key, { input: 5 });
    await app.inject({ url: '/v1/moderations/nowhere' });
    const { body } = await app.inject({ url: '/metrics' });
    expect(body).toContain('gatepost_front_requests_total{front="openai",outcome="answered"} 1\n');
    expect(body).toContain('gatepost_front_requests_total{front="openai",outcome="refused"} 3\n');
  });

  it('shares the budget for wrong keys with the native API, and says so in its own form', async () => {
    const { ask, key } = await started({ rates: { ...NO_LIMITS, wrongKeysPerAddress: 2 } });
    expect((await ask('gp_0123456789ab_wrong')).statusCode).toBe(401);
    const headers = { authorization: 'Bearer gp_0123456789ab_wronger' };
    expect((await app.inject({ url: '/v1/threads', headers })).statusCode).toBe(401);
    const refused = await ask(key);
    expect(refused.statusCode).toBe(429);
    expect(refused.json().error).toMatchObject({ code: 'rate_limit_exceeded' });
  });

  it('has the limits of its keys, and of addresses without one', async () => {
    const { ask, key } = await started({ rates: { ...NO_LIMITS, perKey: 1, perAddress: 1 } });
    const statuses = [];
    for (const each of [key, key, null, null]) statuses.push((await ask(each)).statusCode);
    expect(statuses).toEqual([200, 429, 401, 429]);
    const preflight = await app.inject({ method: 'OPTIONS', url: '/v1/moderations' });
    expect(preflight.statusCode).toBe(429);
    expect(preflight.headers['retry-after']).toBeDefined();
  });

  it('waits for a place like every request, and says in its own form that all are taken', async () => {
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { store } = service.deps;
    const policy = await store.policies.current('default');
    const current: typeof store.policies.current = async () => {
      await opened;
      return policy;
    };
    // Looked up once: so many at once are more than wait for a connection of PostgreSQL.
    const known = await store.keys.find(keyIdOf(service.cms.key));
    const slow = {
      ...store,
      keys: { ...store.keys, find: async () => known },
      policies: { ...store.policies, current },
    };
    const { ask, key } = await started({}, { store: slow });
    const all = REQUESTS_AT_WORK_MAX + REQUESTS_WAITING_MAX;
    const taken = Array.from({ length: all }, async () => ask(key));
    await vi.waitFor(async () => {
      const { body } = await app.inject({ url: '/metrics' });
      expect(body).toContain(`gatepost_requests{state="waiting"} ${REQUESTS_WAITING_MAX}\n`);
    });
    const { statusCode, headers, body } = await ask(key);
    expect([statusCode, headers['retry-after']]).toEqual([503, expect.stringMatching(/^[4-8]$/u)]);
    expect(JSON.parse(body).error).toMatchObject({ type: 'server_error', code: null });
    expect(headers['access-control-allow-origin']).toBe('*');
    open();
    for (const each of await Promise.all(taken)) expect(each.statusCode).toBe(200);
  });

  it('tells of a fault in its own form, without what the fault says', async () => {
    const classifier = { ...service.deps.classifier, version: 'broken', score: broken };
    const { ask, key } = await started({}, { classifier });
    const { statusCode, body } = await ask(key);
    expect(statusCode).toBe(500);
    expect(JSON.parse(body).error).toEqual({
      message: 'The request could not be completed.',
      type: 'server_error',
      param: null,
      code: null,
    });
    const { body: metrics } = await app.inject({ url: '/metrics' });
    expect(metrics).toContain('gatepost_front_requests_total{front="openai",outcome="failed"} 1\n');
  });
});

function broken(): never {
  throw new Error('the text was: secret');
}

import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';

import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { installOverload } from '../../../src/http/admission/overload.js';
import type { Places } from '../../../src/http/admission/places.js';
import { installProblems } from '../../../src/http/problem.js';
import {
  REQUEST_WAIT_MILLISECONDS_MAX,
  REQUESTS_AT_WORK_MAX,
  REQUESTS_WAITING_MAX,
} from '../../../src/limits/admission.js';

let app: FastifyInstance;
let all: Places;
let refused: number;
let begun: number;
/** Lets what is worked on, and all that comes, be answered. */
let open: () => void;

beforeEach(() => {
  const nothing = (): void => undefined;
  app = Fastify();
  [refused, begun] = [0, 0];
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  installProblems(app, {
    log: { info: nothing, warn: nothing, error: nothing },
    storageFault: () => null,
  });
  all = installOverload(app, () => (refused += 1));
  app.post('/slow', async () => {
    begun += 1;
    await gate;
    return { done: true };
  });
  app.get('/broken', async () => Promise.reject(new Error('broken')));
  app.get('/livez', { config: { watched: true } }, async () => ({ status: 'ok' }));
});
afterEach(async () => {
  open();
  vi.useRealTimers();
  await app.close();
});

const slow = async () => app.inject({ method: 'POST', url: '/slow', payload: {} });
const many = (count: number) => Array.from({ length: count }, slow);
const settled = async (): Promise<void> =>
  vi.waitFor(() => expect(begun).toBe(REQUESTS_AT_WORK_MAX));

describe('503', () => {
  it('answers who comes when as many wait as may, and all others are answered in the end', async () => {
    const taken = many(REQUESTS_AT_WORK_MAX + REQUESTS_WAITING_MAX);
    await vi.waitFor(() => {
      expect(all.counts()).toEqual({
        working: REQUESTS_AT_WORK_MAX,
        waiting: REQUESTS_WAITING_MAX,
      });
    });
    const over = await app.inject({ method: 'POST', url: '/slow', payload: '{"not": JSON' });
    expect(over.statusCode).toBe(503);
    expect(over.headers['content-type']).toContain('application/problem+json');
    expect(Number(over.headers['retry-after'])).toBeGreaterThan(0);
    expect(over.json()).toMatchObject({ code: 'overloaded', status: 503 });
    expect(refused).toBe(1);
    expect((await app.inject('/livez')).statusCode).toBe(200);
    open();
    const answers = await Promise.all(taken);
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    expect(all.counts()).toEqual({ working: 0, waiting: 0 });
  });

  it('has those who were refused at once come back at different times', async () => {
    const taken = many(REQUESTS_AT_WORK_MAX + REQUESTS_WAITING_MAX);
    await vi.waitFor(() => expect(all.counts().waiting).toBe(REQUESTS_WAITING_MAX));
    const over = await Promise.all(many(20));
    expect(new Set(over.map(({ headers }) => headers['retry-after']))).toEqual(
      new Set(['4', '5', '6', '7', '8']),
    );
    open();
    await Promise.all(taken);
  });

  it('answers who has waited as long as one may', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const working = many(REQUESTS_AT_WORK_MAX);
    const waiting = slow();
    await vi.waitUntil(() => all.counts().waiting === 1, { interval: 0 });
    await vi.advanceTimersByTimeAsync(REQUEST_WAIT_MILLISECONDS_MAX);
    const { statusCode } = await waiting;
    expect([statusCode, refused, all.counts().waiting]).toEqual([503, 1, 0]);
    open();
    expect((await Promise.all(working)).every((each) => each.statusCode === 200)).toBe(true);
  });
});

describe('A place', () => {
  it('is given up by a client that hangs up while it waits', async () => {
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const working = many(REQUESTS_AT_WORK_MAX);
    await settled();
    const gone = httpRequest({ port, host: '127.0.0.1', path: '/slow', method: 'POST' });
    gone.on('error', () => undefined);
    gone.end();
    await vi.waitFor(() => expect(all.counts().waiting).toBe(1));
    gone.destroy();
    await vi.waitFor(() => expect(all.counts().waiting).toBe(0));
    open();
    await Promise.all(working);
    expect(begun).toBe(REQUESTS_AT_WORK_MAX);
  });

  it('is not taken by who has sent half of a body', async () => {
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const headers = { 'content-type': 'application/json', 'content-length': '20' };
    const half = httpRequest({ port, host: '127.0.0.1', path: '/slow', method: 'POST', headers });
    half.on('error', () => undefined);
    const came = once(app.server, 'request');
    half.write('{"half":');
    await came;
    expect(all.counts()).toEqual({ working: 0, waiting: 0 });
    half.destroy();
  });

  it('is given back by what fails, what is not found and what is refused', async () => {
    for (const url of ['/broken', '/nothing']) await app.inject(url);
    await app.inject({ method: 'POST', url: '/slow', payload: '{"not": JSON' });
    expect(all.counts()).toEqual({ working: 0, waiting: 0 });
  });
});

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib';

import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { buildApp } from '../../src/app.js';
import { CLIENTS_DEFAULT } from '../../src/http/admission/clients.js';
import { createMetrics } from '../../src/http/metrics.js';
import { startTestApp, type TestApp } from '../support/app.js';

const PAGE = '<!doctype html><title>Gatepost</title>';
const SCRIPT = 'export const answer = 42;\n'.repeat(100);

let service: TestApp;
let folder: string;
let app: FastifyInstance;
beforeAll(async () => {
  service = await startTestApp();
  folder = await mkdtemp(join(tmpdir(), 'gatepost-console-'));
  const consoleFolder = join(folder, 'console');
  await mkdir(join(consoleFolder, 'assets'), { recursive: true });
  const files: Readonly<Record<string, string | Buffer>> = {
    'secret.txt': 'outside',
    'console/index.html': PAGE,
    'console/icon.svg': '<svg/>',
    'console/.hidden': 'hidden',
    'console/assets/main-4f3a2b.js': SCRIPT,
    'console/assets/main-4f3a2b.js.br': brotliCompressSync(SCRIPT),
    'console/assets/main-4f3a2b.js.gz': gzipSync(SCRIPT),
    'console/assets/main-9c1d.css': 'body { margin: 0 }',
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  app = await buildApp(service.deps, createMetrics(), { ...CLIENTS_DEFAULT, consoleFolder });
});
afterAll(async () => {
  await app.close();
  await service.close();
  await rm(folder, { recursive: true });
});

const ask = async (url: string, options: InjectOptions = {}) => app.inject({ url, ...options });
const IMMUTABLE = 'public, max-age=31536000, immutable';
const ASSET = '/console/assets/main-4f3a2b.js';

describe('GET /console', () => {
  it.each([
    '/console',
    '/console/',
    '/console?next=queue',
    '/console/queue',
    '/console/comments/cmt_01KAVZ3N5Q8X2M4T6R7W9Y1B0C',
    '/console/search?q=a.b',
    '/console/threads/article%2F1',
    '/console/index.html',
  ])('is the page itself, to be asked for each time: %s', async (url) => {
    const { statusCode, headers, body } = await ask(url);
    expect([statusCode, body]).toEqual([200, PAGE]);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      etag: expect.stringMatching(/^W\/".+"$/u),
    });
  });

  it('is not sent again to who has it', async () => {
    const { headers } = await ask('/console/queue');
    const again = await ask('/console', { headers: { 'if-none-match': String(headers.etag) } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect(again.headers['cache-control']).toBe('no-cache');
  });

  it('answers HEAD as well, and nothing else', async () => {
    for (const url of ['/console', '/console/queue', ASSET]) {
      const head = await ask(url, { method: 'HEAD' });
      expect([head.statusCode, head.body]).toEqual([200, '']);
      for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'] as const) {
        const { statusCode, headers } = await ask(url, { method });
        expect([statusCode, headers.allow]).toEqual([405, 'GET, HEAD']);
      }
    }
  });

  it('lets the page run its own code alone, and be shown in no other', async () => {
    const places = ['/console', '/console/queue', '/console/queue?x=.js', '/console/queue#/.css'];
    for (const url of [...places, '/console/icon.svg', '/console/%2ejs/queue']) {
      const { headers } = await ask(url);
      expect(headers['content-security-policy']).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
          "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; " +
          "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; " +
          "trusted-types 'none'",
      );
      expect(headers).toMatchObject({
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=(), '),
        'x-content-type-options': 'nosniff',
      });
    }
  });

  it('spares scripts and styles, which are no pages, what is for pages', async () => {
    const { headers } = await ask(ASSET);
    expect(headers).not.toHaveProperty('content-security-policy');
    expect(headers).toMatchObject({
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
  });

  it('is in no description of the API, which keeps its own headers', async () => {
    expect((await ask('/openapi.json')).body).not.toContain('/console');
    const { headers } = await ask('/v1/queue');
    expect(headers).not.toHaveProperty('content-security-policy');
    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('GET /console/assets/*', () => {
  it('is the same for good, since its name has a hash of it', async () => {
    const { statusCode, headers, body } = await ask('/console/assets/main-9c1d.css');
    expect([statusCode, body]).toEqual([200, 'body { margin: 0 }']);
    expect(headers['cache-control']).toBe(IMMUTABLE);
    expect((await ask('/console/icon.svg')).headers).toMatchObject({
      'cache-control': 'no-cache',
      'content-type': 'image/svg+xml',
    });
  });

  it.each([
    ['br, gzip', 'br'],
    ['gzip, deflate, br;q=0.9', 'gzip'],
    ['gzip', 'gzip'],
    ['identity', undefined],
  ])('is sent as it was packed by the build: Accept-Encoding: %s', async (accepted, packed) => {
    const { headers, rawPayload } = await ask(ASSET, { headers: { 'accept-encoding': accepted } });
    expect(headers['content-encoding']).toBe(packed);
    expect(headers).toMatchObject({
      'content-type': expect.stringContaining('javascript'),
      'cache-control': IMMUTABLE,
      vary: 'accept-encoding',
    });
    const sizes = { br: brotliCompressSync(SCRIPT).length, gzip: gzipSync(SCRIPT).length };
    const size = packed === undefined ? SCRIPT.length : sizes[packed as 'br' | 'gzip'];
    expect(rawPayload.length).toBe(size);
    if (packed === 'gzip') expect(gunzipSync(rawPayload).toString()).toBe(SCRIPT);
  });

  it.each([
    '/console/assets/main-old.js',
    '/console/favicon.ico',
    '/console/.hidden',
    `${ASSET}.br`,
    '/console/assets/../../secret.txt',
    '/console/%2e%2e/secret.txt',
    '/console/..%2fsecret.txt',
    '/console/..%5csecret.txt',
    '/console//etc/passwd.txt',
    '/console/%2Fetc%2Fhosts.conf',
  ])('is 404 where there is none: %s', async (url) => {
    const { statusCode, headers, body } = await ask(url);
    expect(statusCode).toBe(404);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(headers['cache-control']).toBe('no-store');
    expect(body).not.toContain('outside');
  });
});

describe('Where the console is not built', () => {
  it('its addresses say so, and all else is as it was', async () => {
    const consoleFolder = join(folder, 'nowhere');
    const bare = await buildApp(service.deps, createMetrics(), {
      ...CLIENTS_DEFAULT,
      consoleFolder,
    });
    for (const url of ['/console', '/console/', '/console/queue', '/console/assets/main.js']) {
      const answer = await bare.inject({ url });
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'not_found']);
      expect(answer.json().detail).toContain('npm run build');
    }
    expect((await bare.inject({ url: '/livez' })).statusCode).toBe(200);
    await bare.close();
  });
});

describe('GET /', () => {
  const HTML = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

  it('leads a browser to the console', async () => {
    const { statusCode, headers } = await ask('/', { headers: { accept: HTML } });
    expect([statusCode, headers.location]).toEqual([302, '/console']);
  });

  it.each([undefined, '*/*', 'application/json'])('is 404 to others: Accept: %s', async (accept) => {
    const answer = await ask('/', { headers: accept === undefined ? {} : { accept } });
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'not_found']);
  });
});

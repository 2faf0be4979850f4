import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ERRORS } from '../../src/domain/errors.js';
import { REQUEST_BYTES_MAX } from '../../src/limits.js';
import { aComment, startTestApp, type TestApp } from '../support/app.js';
import type { Answer } from '../support/client.js';

let service: TestApp;
beforeAll(async () => {
  service = await startTestApp();
  await service.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => service.close());

const JSON_TYPE = { 'content-type': 'application/json' };

function isProblem({ status, headers, body }: Answer): void {
  expect(headers['content-type']).toMatch(/^application\/problem\+json/u);
  expect(Object.keys(ERRORS)).toContain(body.code);
  expect(body).toMatchObject({ status, title: expect.any(String), hint: expect.any(String) });
  expect(JSON.stringify(body)).not.toMatch(/\n\s+at |SELECT|INSERT|node_modules/u);
}

describe('A request that cannot be answered is refused as a problem:', () => {
  const raw = async (payload: string, headers: Record<string, string> = JSON_TYPE) =>
    service.cms.post('/v1/comments', payload, headers);

  it.each([
    ['half a JSON text', '{"body": "secret words', 400, 'malformed_json'],
    ['a JSON text with a trailing comma', '{"body": "x",}', 400, 'malformed_json'],
    ['a list', '[]', 400, 'invalid_request'],
    ['null', 'null', 400, 'invalid_request'],
    ['a member named __proto__', '{"__proto__": {"admin": true}}', 400, 'malformed_json'],
    ['a constructor with a prototype', '{"constructor": {"prototype": {}}}', 400, 'malformed_json'],
    ['nothing', '', 400, 'invalid_request'],
    ['too much', `"${'x'.repeat(REQUEST_BYTES_MAX)}"`, 413, 'payload_too_large'],
    ['a deep JSON text', `${'['.repeat(5_000)}${']'.repeat(5_000)}`, 400, 'invalid_text'],
  ])('%s', async (_, payload, status, code) => {
    const answer = await raw(payload);
    isProblem(answer);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(JSON.stringify(answer.body)).not.toContain('secret words');
  });

  it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'nonsense'])(
    'the media type %s',
    async (type) => {
      const answer = await raw('x', { 'content-type': type });
      isProblem(answer);
      expect([answer.status, answer.body.code]).toEqual([415, 'unsupported_media_type']);
    },
  );

  it('bytes that are not UTF-8', async () => {
    const response = await service.app.inject({
      method: 'POST',
      url: '/v1/comments',
      headers: { ...JSON_TYPE, authorization: `Bearer ${service.cms.key}` },
      payload: Buffer.from([0x22, 0xc3, 0x28, 0x22]),
    });
    expect([response.statusCode, response.json().code]).toEqual([400, 'malformed_json']);
  });

  it.each(['gzip', 'br', 'GZIP '])('a body that is compressed by %s', async (coding) => {
    const response = await service.app.inject({
      method: 'POST',
      url: '/v1/comments',
      headers: {
        ...JSON_TYPE,
        'content-encoding': coding,
        authorization: `Bearer ${service.cms.key}`,
      },
      payload: gzipSync(JSON.stringify(aComment())),
    });
    expect(response.statusCode).toBe(415);
    expect(response.json()).toMatchObject({
      code: 'unsupported_media_type',
      detail: `The content coding ${coding.trim().toLowerCase()} is not understood here.`,
    });
  });

  it('something in a list that may be null, and not the list itself', async () => {
    const url = 'https://hooks.example.com/';
    const hook = { url, event_types: ['comment.approved', 'comment.gone'] };
    const { body } = await service.admin.post('/v1/webhooks', hook);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/event_types/1',
    ]);
  });

  it('a list that may be null, and is neither', async () => {
    const hook = { url: 'https://hooks.example.com/', event_types: 5 };
    const { body } = await service.admin.post('/v1/webhooks', hook);
    expect(body.errors).toEqual([{ pointer: '/event_types', detail: 'must be array or null' }]);
  });

  it('the wrong method, with the right ones', async () => {
    const answer = await service.cms.put('/v1/comments', {});
    isProblem(answer);
    expect([answer.status, answer.headers['allow']]).toEqual([405, 'GET, HEAD, POST']);
  });

  it.each([
    ['/nothing', 404],
    ['/v1/comments/cmt_none', 404],
    ['/v1/comments/%E0%A4%A', 400],
    ['/v1/comments?colour=red', 400],
    ['/v1/comments?limit=0', 400],
    ['/v1/comments?limit=a', 400],
    ['/v1/comments?cursor=%00', 400],
    ['/v1/comments?status=lost', 400],
  ])('GET %s', async (path, status) => {
    const answer = await service.moderator.get(path);
    isProblem(answer);
    expect(answer.status).toBe(status);
  });

  it('a path that is longer than any id', async () => {
    const answer = await service.moderator.get(`/v1/comments/${'x'.repeat(3_000)}`);
    isProblem(answer);
    expect(answer.status).toBe(400);
  });

  it.each([
    ['no key', {}, 401],
    ['another scheme', { authorization: 'Basic Z3A6eA==' }, 401],
    ['a wrong key', { authorization: 'Bearer gp_wrong_wrong' }, 401],
    ['half a key', { authorization: 'Bearer ' }, 401],
  ])('%s', async (_, headers, status) => {
    const response = await service.app.inject({ method: 'GET', url: '/v1/comments', headers });
    expect(response.statusCode).toBe(status);
    expect(response.headers['www-authenticate']).toContain('Bearer');
    expect(response.json().code).toBe('unauthenticated');
  });

  it('a key that is too weak', async () => {
    const answer = await service.cms.get('/v1/keys');
    isProblem(answer);
    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
  });

  it('what is no HTTP', async () => {
    const { port } = service.app.server.address() as { port: number };
    const said = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('end', () => resolve(text));
      socket.on('error', reject);
    });
    expect(said).toMatch(/^HTTP\/1\.1 400 .*\r\ncontent-type: application\/problem\+json/u);
    expect(JSON.parse(said.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status: 400 });
  });
});

const wild = fc.oneof(
  fc.constantFrom(null, true, -1, 1e308, '', ' ', '\u200b', [], {}, 'a'.repeat(3_000)),
  fc.constantFrom("'; DROP TABLE comments; --", '%00', '../../etc/passwd', '\u202e', '🏴‍☠️'),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
);

describe('No input is a fault of the service', () => {
  it('whatever a member of a submission is', async () => {
    const paths = Object.entries({
      ...aComment(),
      external_id: 'x',
      parent_id: null,
      created_at: '2026-11-01T00:00:00Z',
      locale: 'en',
      accepted_policy_version: 1,
      metadata: { a: 'b' },
    });
    const change = fc.tuple(fc.constantFrom(...paths.map(([name]) => name)), wild);
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const body = aComment(Object.fromEntries(changes));
        const answer = await service.cms.post('/v1/comments', body);
        expect([200, 201, 400, 422]).toContain(answer.status);
        if (answer.status >= 400) isProblem(answer);
      }),
      { numRuns: 300 },
    );
  });

  it('whatever is asked for in a query or a path', async () => {
    const names = fc.constantFrom('status', 'thread', 'author', 'text', 'cursor', 'created_from');
    const value = fc.string({ unit: 'grapheme', maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(names, value, async (name, given) => {
        const text = encodeURIComponent(given);
        for (const path of [`/v1/comments?${name}=${text}`, `/v1/comments/${text || 'x'}`]) {
          const answer = await service.moderator.get(path);
          expect([200, 400, 404]).toContain(answer.status);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('whatever a policy is', async () => {
    const member = fc.constantFrom('text', 'allowed_terms', 'rules', 'other');
    await fc.assert(
      fc.asyncProperty(fc.dictionary(member, wild), async (policy) => {
        const answer = await service.admin.put('/v1/policy', policy, { 'if-match': '*' });
        expect([200, 400, 422]).toContain(answer.status);
        if (answer.status >= 400) isProblem(answer);
      }),
      { numRuns: 100 },
    );
  });
});

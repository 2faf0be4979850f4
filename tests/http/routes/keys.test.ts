import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aComment, startTestApp, type TestApp } from '../../support/app.js';
import { clientOf } from '../../support/client.js';

let service: TestApp;
beforeAll(async () => {
  service = await startTestApp();
});
afterAll(async () => service.close());

describe('POST /v1/keys (createKey, listKeys)', () => {
  it('makes a key that works, and shows its secret this once', async () => {
    const { status, body } = await service.admin.post('/v1/keys', {
      name: 'cms',
      scopes: ['submit'],
    });
    expect(status).toBe(201);
    expect(body.key).toMatch(/^gp_[0-9a-f]{12}_[\w-]{32}$/u);
    const made = await clientOf(service.app, body.key).post('/v1/comments', aComment());
    expect(made.status).toBe(201);
    const list = await service.admin.get('/v1/keys');
    expect(JSON.stringify(list.body)).not.toContain(body.key);
    expect(list.body.data).toContainEqual({
      id: body.id,
      name: 'cms',
      scopes: ['submit'],
      front: null,
      created_at: body.created_at,
      revoked_at: null,
    });
  });

  it.each([
    ['no name', { scopes: ['submit'] }],
    ['a blank name', { name: ' ', scopes: ['submit'] }],
    ['no scope', { name: 'x', scopes: [] }],
    ['an unknown scope', { name: 'x', scopes: ['god'] }],
  ])('refuses %s', async (_, body) => {
    expect((await service.admin.post('/v1/keys', body)).status).toBe(400);
  });

  it('is for admins', async () => {
    const { status, body } = await service.moderator.post('/v1/keys', {
      name: 'x',
      scopes: ['admin'],
    });
    expect([status, body.code]).toEqual([403, 'forbidden']);
  });
});

describe('DELETE /v1/keys/{id} (revokeKey)', () => {
  it('revokes a key for the very next request', async () => {
    const { body } = await service.admin.post('/v1/keys', { name: 'gone', scopes: ['submit'] });
    const client = clientOf(service.app, body.key);
    expect((await client.get('/v1/policy/text')).status).toBe(200);
    const revoked = await service.admin.delete(`/v1/keys/${body.id}`);
    expect(revoked.body.revoked_at).not.toBeNull();
    const refused = await client.get('/v1/policy/text');
    expect([refused.status, refused.body.code]).toEqual([401, 'unauthenticated']);
  });

  it('does not lock the site out, nor reach another site', async () => {
    const other = await service.client('admin', 'elsewhere');
    const own = (await other.get('/v1/keys')).body.data[0];
    const { status, body } = await other.delete(`/v1/keys/${own.id}`);
    expect([status, body.code]).toEqual([409, 'last_admin_key']);
    expect((await service.admin.delete(`/v1/keys/${own.id}`)).status).toBe(404);
  });
});

describe('a request without a good key (authenticateKey)', () => {
  it.each([
    ['none', undefined],
    ['an empty one', 'Bearer '],
    ['another scheme', 'Basic Z3A6eA=='],
    ['an unknown one', 'Bearer gp_000000000000_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
    ['garbage', 'Bearer \u00ff\u00fe'],
  ])('is refused with 401: %s', async (_, authorization) => {
    const response = await service.app.inject({
      method: 'GET',
      url: '/v1/policy/text',
      headers: authorization === undefined ? {} : { authorization },
    });
    expect(response.statusCode).toBe(401);
    expect(response.headers['www-authenticate']).toContain('Bearer');
    expect(response.json()).toMatchObject({ code: 'unauthenticated' });
  });

  it('is refused with a known id and a wrong secret', async () => {
    const wrong = service.cms.key.replace(/.{4}$/u, 'AAAA');
    expect((await clientOf(service.app, wrong).get('/v1/policy/text')).status).toBe(401);
  });
});

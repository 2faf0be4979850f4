import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { buildApp } from '../../../src/app.js';
import { CLIENTS_DEFAULT } from '../../../src/http/admission/clients.js';
import { createMetrics } from '../../../src/http/metrics.js';
import { SESSION_HOURS_DEFAULT, SESSIONS_PER_KEY_MAX } from '../../../src/limits/sessions.js';
import { ensureFirstRun } from '../../../src/operations/ensure-first-run.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { asked, type Browser, cookieOf, signIn } from '../../support/browser.js';
import { heldComment } from '../../support/desk.js';

let service: TestApp;
beforeEach(async () => {
  service = await startTestApp();
});
afterEach(async () => service.close());

const SECONDS = SESSION_HOURS_DEFAULT * 3_600;
const over = async (browser: Browser) => {
  const { status, body } = await browser.get('/v1/session');
  return [status, body.code];
};
const OVER = [401, 'session_ended'];

describe('POST /v1/session (openSession)', () => {
  it('exchanges a key for a session and a cookie that no script can read', async () => {
    const { status, headers, body } = await service.moderator.post('/v1/session');
    expect(status).toBe(201);
    const key = (await service.admin.get('/v1/keys')).body.data.find(
      ({ name }: { name: string }) => name === 'moderate of default',
    );
    expect(body).toEqual({
      id: expect.stringMatching(/^ses_[0-9A-Z]{26}$/u),
      site: { id: 'default', name: 'Default' },
      key: { id: key.id, name: key.name },
      scopes: ['submit', 'moderate'],
      csrf_token: expect.stringMatching(/^[\w-]{43}$/u),
      opened_at: '2026-11-23T12:00:00.000Z',
      expires_at: '2026-11-24T00:00:00.000Z',
    });
    const cookie = String(headers['set-cookie']);
    const [, id, secret] = /^gatepost_session=([^.]+)\.([\w-]{32}); /u.exec(cookie) ?? [];
    expect(id).toBe(body.id);
    expect(cookie.replace(/^[^;]*; /u, '')).toBe(
      `Path=/; Max-Age=${SECONDS}; HttpOnly; SameSite=Strict`,
    );
    expect(headers['cache-control']).toBe('no-store');
    expect(JSON.stringify(body)).not.toContain(secret);
    expect(JSON.stringify(await service.deps.store.sessions.find(body.id))).not.toContain(secret);
  });

  it('gives over TLS, which a trusted proxy ends, a cookie that no other host can plant', async () => {
    const trusting = { ...CLIENTS_DEFAULT, trustedProxies: ['127.0.0.1'] };
    const app = await buildApp(service.deps, createMetrics(), trusting);
    const tls = { 'x-forwarded-proto': 'https' };
    const browser = await signIn(app, service.moderator.key, tls);
    expect(browser.opened.headers['set-cookie']).toMatch(
      /^__Host-gatepost_session=[^;]+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict; Secure$/u,
    );
    expect((await browser.get('/v1/queue')).status).toBe(200);
    // The name without the prefix is what a sibling host could have written.
    const planted = { ...tls, cookie: browser.cookie.replace('__Host-', '') };
    const refused = await asked(app, { url: '/v1/queue', headers: planted });
    expect([refused.status, refused.body.code]).toEqual([401, 'unauthenticated']);
    const closed = await browser.send('DELETE', '/v1/session');
    expect(closed.headers['set-cookie']).toMatch(/^__Host-gatepost_session=; .*Max-Age=0.*Secure$/u);
    await app.close();
  });

  it('believes a header about TLS of nobody else', async () => {
    const { key } = service.moderator;
    const { opened } = await signIn(service.app, key, { 'x-forwarded-proto': 'https' });
    expect(opened.headers['set-cookie']).toMatch(/^gatepost_session=/u);
  });

  it('refuses a key of a CMS with 403, and a wrong one with 401', async () => {
    const cms = await service.cms.post('/v1/session');
    expect([cms.status, cms.body.code]).toEqual([403, 'forbidden']);
    const authorization = 'Bearer gp_000000000000_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
    const sent = { method: 'POST', url: '/v1/session', headers: { authorization } } as const;
    const wrong = await asked(service.app, sent);
    expect([wrong.status, wrong.body.code]).toEqual([401, 'unauthenticated']);
    for (const { headers } of [cms, wrong]) expect(headers).not.toHaveProperty('set-cookie');
  });

  it('opens no session with another, which would have no end', async () => {
    const browser = await signIn(service.app, service.moderator.key);
    const { status, body } = await browser.send('POST', '/v1/session');
    expect([status, body.code]).toEqual([401, 'unauthenticated']);
  });

  it('lets the oldest session of the key make room, and no other key’s', async () => {
    const other = await signIn(service.app, service.admin.key);
    const browsers: Browser[] = [];
    for (let count = 0; count <= SESSIONS_PER_KEY_MAX; count += 1) {
      browsers.push(await signIn(service.app, service.moderator.key));
    }
    const [first, second] = browsers;
    expect(await over(first as Browser)).toEqual(OVER);
    for (const each of [second, browsers.at(-1), other]) {
      expect((await each?.get('/v1/session'))?.status).toBe(200);
    }
  });

  it('removes the sessions of the site whose time is over', async () => {
    const early = await signIn(service.app, service.moderator.key);
    const elsewhere = await service.client('admin', 'elsewhere');
    const foreign = await signIn(service.app, elsewhere.key);
    service.pass(SECONDS);
    await signIn(service.app, service.admin.key);
    const { sessions } = service.deps.store;
    expect(await sessions.find(early.opened.body.id)).toBeNull();
    expect(await sessions.find(foreign.opened.body.id)).not.toBeNull();
  });
});

describe('GET /v1/session (getSession)', () => {
  it('says of a session what opening it said', async () => {
    const browser = await signIn(service.app, service.admin.key);
    const { status, body } = await browser.get('/v1/session');
    expect([status, body]).toEqual([200, browser.opened.body]);
    expect(body.scopes).toEqual(['submit', 'moderate', 'admin']);
  });

  it('says of a key whose it is, also of a CMS’s', async () => {
    const { body } = await service.cms.get('/v1/session');
    expect(body).toMatchObject({
      id: null,
      site: { id: 'default' },
      key: { name: 'submit of default' },
      scopes: ['submit'],
      csrf_token: null,
      opened_at: null,
      expires_at: null,
    });
  });
});

describe('DELETE /v1/session (closeSession)', () => {
  it('ends the session and takes the cookie back; others of the key go on', async () => {
    const { key } = service.moderator;
    const [browser, other] = [await signIn(service.app, key), await signIn(service.app, key)];
    const { status, headers, body } = await browser.send('DELETE', '/v1/session');
    expect([status, body]).toEqual([204, '']);
    expect(cookieOf({ headers })).toBe('gatepost_session=');
    expect(headers['set-cookie']).toContain('; Max-Age=0; ');
    expect(await over(browser)).toEqual(OVER);
    expect((await other.get('/v1/session')).status).toBe(200);
    expect((await service.moderator.get('/v1/session')).status).toBe(200);
  });

  it('is 404 for a key, which has nothing to end', async () => {
    const { status, body } = await service.moderator.delete('/v1/session');
    expect([status, body.code]).toEqual([404, 'not_found']);
  });
});

describe('A session (authenticateSession)', () => {
  it('decides in the name of its key', async () => {
    const browser = await signIn(service.app, service.moderator.key);
    const { id } = await heldComment(service);
    const body = { seen_version: 1 };
    const decided = await browser.send('POST', `/v1/comments/${id}/approve`, { body });
    expect(decided.status).toBe(200);
    const { actor } = decided.body.decision;
    expect(actor).toMatchObject({ kind: 'moderator', name: 'moderate of default' });
    const { body: comment } = await service.moderator.get(`/v1/comments/${id}`);
    const expected = await heldComment(service);
    const by = await service.moderator.post(`/v1/comments/${expected.id}/approve`, body);
    expect(by.body.decision.actor).toEqual(actor);
    expect(comment.status).toBe('approved');
  });

  it('may do what its key may, and nothing else', async () => {
    const browser = await signIn(service.app, service.moderator.key);
    const { status, body } = await browser.get('/v1/keys');
    expect([status, body.code]).toEqual([403, 'forbidden']);
    const admin = await signIn(service.app, service.admin.key);
    expect((await admin.get('/v1/keys')).status).toBe(200);
  });

  it('ends after its hours, whatever is done in between', async () => {
    const browser = await signIn(service.app, service.moderator.key);
    service.pass(SECONDS - 1);
    expect((await browser.get('/v1/queue')).status).toBe(200);
    service.pass(1);
    expect(await over(browser)).toEqual(OVER);
  });

  it('lasts as long as the setting says', async () => {
    const app = await buildApp(service.deps, createMetrics(), {
      ...CLIENTS_DEFAULT,
      sessionHours: 2,
    });
    const browser = await signIn(app, service.moderator.key);
    expect(browser.opened.headers['set-cookie']).toContain('; Max-Age=7200; ');
    service.pass(7_200);
    expect(await over(browser)).toEqual(OVER);
    await app.close();
  });

  it('ends with its key', async () => {
    const { body: made } = await service.admin.post('/v1/keys', {
      name: 'Anna',
      scopes: ['moderate'],
    });
    const browser = await signIn(service.app, made.key);
    await service.admin.delete(`/v1/keys/${made.id}`);
    expect(await over(browser)).toEqual(OVER);
  });

  it('ends when the operator gives the admin key another secret, also under the same id', async () => {
    const [before, after] = ['gp_operator_aaaaaaaaaaaaaaaa', 'gp_operator_bbbbbbbbbbbbbbbb'];
    await ensureFirstRun(service.deps, { adminKey: before });
    const browser = await signIn(service.app, before);
    expect((await browser.get('/v1/keys')).status).toBe(200);
    await ensureFirstRun(service.deps, { adminKey: after });
    expect(await over(browser)).toEqual(OVER);
    expect((await (await signIn(service.app, after)).get('/v1/keys')).status).toBe(200);
  });

  it('is found again by another instance on the same database', async () => {
    const browser = await signIn(service.app, service.moderator.key);
    const app = await buildApp(service.deps);
    const headers = { cookie: browser.cookie };
    expect((await asked(app, { url: '/v1/session', headers })).body).toEqual(browser.opened.body);
    await app.close();
  });
});

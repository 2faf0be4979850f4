import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { buildApp } from '../../src/app.js';
import { CLIENTS_DEFAULT } from '../../src/http/admission/clients.js';
import { createMetrics } from '../../src/http/metrics.js';
import { SESSION_HOURS_DEFAULT } from '../../src/limits/sessions.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { asked, type Browser, signIn } from '../support/browser.js';
import type { Answer } from '../support/client.js';
import { OPERATIONS } from '../support/fuzz/operations.js';

let service: TestApp;
let browser: Browser;
/** Of the same key, and of another site. */
let [beside, elsewhere]: Browser[] = [];
beforeAll(async () => {
  service = await startTestApp();
  browser = await signIn(service.app, service.moderator.key);
  beside = await signIn(service.app, service.moderator.key);
  elsewhere = await signIn(service.app, (await service.client('admin', 'elsewhere')).key);
});
afterAll(async () => service.close());

const said = ({ status, body }: Answer): [number, unknown] => [status, body.code];
const FORGED = [403, 'cross_site_request'];
const OVER = [401, 'session_ended'];
const WRONG_BEARER = { authorization: 'Bearer gp_000000000000_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' };
const idOf = ({ cookie }: Browser): string => cookie.replace(/^[^=]*=([^.]*)\..*$/u, '$1');
const secretOf = ({ cookie }: Browser): string => cookie.replace(/^[^.]*\./u, '');

type Attack = readonly [what: string, headers: () => Record<string, string>];

/** A block that somebody else's page wants to raise in the name of whoever is signed in. */
const blockWith = async (headers: Record<string, string>) =>
  asked(service.app, {
    method: 'POST',
    url: '/v1/blocks',
    headers: { cookie: browser.cookie, ...headers },
    payload: { kind: 'name', value: 'Mallory', reason: 'forged' },
  });

const FORGERIES: readonly Attack[] = [
  ['no token', () => ({})],
  ['no token, from a page of this address', () => ({ 'sec-fetch-site': 'same-origin' })],
  ['an empty token', () => ({ 'x-csrf-token': '' })],
  ['a token that is wrong', () => ({ 'x-csrf-token': 'A'.repeat(browser.csrf.length) })],
  ['a token with something behind it', () => ({ 'x-csrf-token': `${browser.csrf}A` })],
  ['the same token twice', () => ({ 'x-csrf-token': `${browser.csrf}, ${browser.csrf}` })],
  ['a token that is not ASCII', () => ({ 'x-csrf-token': 'ÿ'.repeat(browser.csrf.length) })],
  ['the token of another session of the key', () => ({ 'x-csrf-token': beside?.csrf ?? '' })],
  ['the token of another site’s session', () => ({ 'x-csrf-token': elsewhere?.csrf ?? '' })],
  ['the secret for a token', () => ({ 'x-csrf-token': secretOf(browser) })],
  ...['cross-site', 'same-site', 'none', 'SAME-ORIGIN', ''].map(
    (from): Attack => [
      `the right token, and Sec-Fetch-Site: ${from}`,
      () => ({ 'x-csrf-token': browser.csrf, 'sec-fetch-site': from }),
    ],
  ),
];

describe('A request with a cookie that changes something', () => {
  it.each(FORGERIES)('is refused with 403 and does nothing: %s', async (_, headers) => {
    expect(said(await blockWith(headers()))).toEqual(FORGED);
    expect((await service.moderator.get('/v1/blocks')).body.data).toEqual([]);
  });

  it.each(OPERATIONS.filter(({ method }) => method !== 'GET'))(
    'is refused without a token before anything else is looked at: $operationId',
    async ({ method, path, operationId }) => {
      const { cookie } = await signIn(service.app, service.admin.key);
      const url = path.replace(/\{\w+\}/gu, 'x');
      const headers = { cookie, 'content-type': 'application/json' };
      const sent = { method, url, headers, payload: '{"half": ' };
      // Signing in takes a key alone.
      const refused = operationId === 'openSession' ? [401, 'unauthenticated'] : FORGED;
      expect(said(await asked(service.app, sent))).toEqual(refused);
    },
  );

  it('is refused by HTTP’s other names for it', async () => {
    const { cookie } = browser;
    const headers = { cookie, 'x-http-method-override': 'POST' };
    const { body } = await asked(service.app, { url: '/v1/blocks', headers });
    expect(body.data).toEqual([]);
  });
});

describe('A request with a cookie that reads', () => {
  it.each(['cross-site', 'same-site', 'nonsense'])(
    'is refused with 403 from a page that is not ours: Sec-Fetch-Site: %s',
    async (from) => {
      expect(said(await browser.get('/v1/queue', { 'sec-fetch-site': from }))).toEqual(FORGED);
      const head = await asked(service.app, {
        method: 'HEAD',
        url: '/v1/queue',
        headers: { cookie: browser.cookie, 'sec-fetch-site': from },
      });
      expect(head.status).toBe(403);
    },
  );

  it.each(['same-origin', 'none'])('is answered: Sec-Fetch-Site: %s', async (from) => {
    expect((await browser.get('/v1/queue', { 'sec-fetch-site': from })).status).toBe(200);
  });

  it('is answered without that header, as old browsers send it', async () => {
    const headers = { cookie: browser.cookie };
    expect((await asked(service.app, { url: '/v1/queue', headers })).status).toBe(200);
  });

  it.each(
    OPERATIONS.filter(
      // A stream has a test of its own: this one would wait for its end.
      ({ method, operationId }) => method === 'GET' && operationId !== 'streamEvents',
    ),
  )('is taken for its key’s: $operationId', async ({ path }) => {
    const admin = await signIn(service.app, service.admin.key);
    const { status } = await admin.get(path.replace(/\{\w+\}/gu, 'x'));
    expect([401, 403]).not.toContain(status);
  });
});

const COOKIES: readonly Attack[] = [
  ['an empty one', () => ({ cookie: 'gatepost_session=' })],
  ['one without a secret', () => ({ cookie: `gatepost_session=${idOf(browser)}` })],
  ['one with half a secret', () => ({ cookie: browser.cookie.slice(0, -1) })],
  ['one with more behind it', () => ({ cookie: `${browser.cookie}A` })],
  ['one in quotation marks', () => ({ cookie: browser.cookie.replace(/=(.*)$/u, '="$1"') })],
  [
    'an id with another session’s secret',
    () => ({ cookie: `gatepost_session=${idOf(browser)}.${secretOf(beside as Browser)}` }),
  ],
  [
    'another site’s id with one’s own secret',
    () => ({ cookie: `gatepost_session=${idOf(elsewhere as Browser)}.${secretOf(browser)}` }),
  ],
  [
    'an id of nothing',
    () => ({ cookie: `gatepost_session=ses_${'0'.repeat(26)}.${secretOf(browser)}` }),
  ],
  ['the key itself', () => ({ cookie: `gatepost_session=${service.moderator.key}` })],
  ['two of the name', () => ({ cookie: `${browser.cookie}; ${beside?.cookie ?? ''}` })],
  ['the right one twice', () => ({ cookie: `${browser.cookie}; ${browser.cookie}` })],
  ['a huge one', () => ({ cookie: `gatepost_session=${'ses_'.repeat(4_000)}` })],
  ['one that is not ASCII', () => ({ cookie: 'gatepost_session=sés_ÿþ' })],
  ['SQL', () => ({ cookie: "gatepost_session=ses_' OR 1=1 --.x" })],
];

const NO_COOKIES: readonly Attack[] = [
  ['the name in other letters', () => ({ cookie: browser.cookie.toUpperCase() })],
  ['a name that ends with it', () => ({ cookie: `x${browser.cookie}` })],
  ['the name that belongs to TLS', () => ({ cookie: `__Host-${browser.cookie}` })],
  ['a cookie within another', () => ({ cookie: `a="${browser.cookie}"` })],
  ['a name and nothing else', () => ({ cookie: 'gatepost_session' })],
  ['separators', () => ({ cookie: ';;=;= ;' })],
];

describe('A cookie', () => {
  it.each(COOKIES)('that opens nothing is refused with 401 session_ended: %s', async (_, headers) => {
    expect(said(await asked(service.app, { url: '/v1/queue', headers: headers() }))).toEqual(OVER);
  });

  it.each(NO_COOKIES)('of none of ours is not looked at: %s', async (_, headers) => {
    const answer = await asked(service.app, { url: '/v1/queue', headers: headers() });
    expect(said(answer)).toEqual([401, 'unauthenticated']);
  });

  it.each([
    ['among others', (cookie: string) => `a=b; ${cookie}; theme=dark`],
    ['without spaces', (cookie: string) => `a=b;${cookie};theme=dark`],
    ['with more of them', (cookie: string) => `a=b;  ${cookie} ; c`],
    ['beside one that is not ASCII', (cookie: string) => `n=ÿ%E0%A4%A; ${cookie}`],
  ])('is found %s', async (_, around) => {
    const headers = { cookie: around(browser.cookie) };
    expect((await asked(service.app, { url: '/v1/queue', headers })).status).toBe(200);
  });

  it.each([
    ['a wrong key', WRONG_BEARER],
    ['another scheme', { authorization: 'Basic Z3A6eA==' }],
    ['an empty header', { authorization: '' }],
  ])('is not looked at beside %s', async (_, headers) => {
    expect(said(await browser.get('/v1/queue', headers))).toEqual([401, 'unauthenticated']);
  });

  it('asks for no token beside a right key, which wins', async () => {
    const authorization = `Bearer ${service.admin.key}`;
    const headers = { authorization, 'sec-fetch-site': 'cross-site' };
    const { body } = await browser.get('/v1/session', headers);
    expect([body.id, body.scopes.at(-1)]).toEqual([null, 'admin']);
  });

  it('costs nothing where a key is shown: no session is looked up', async () => {
    const refuse = async () => Promise.reject(new Error('looked up'));
    const { store } = service.deps;
    const blind = { ...store, sessions: { ...store.sessions, find: refuse } };
    const app = await buildApp({ ...service.deps, store: blind });
    const authorization = `Bearer ${service.moderator.key}`;
    const headers = { authorization, cookie: browser.cookie };
    expect((await asked(app, { url: '/v1/queue', headers })).status).toBe(200);
    await app.close();
  });

  it('opens no front and no way in for other origins', async () => {
    const headers = { cookie: browser.cookie, 'x-csrf-token': browser.csrf };
    const payload = { input: 'Thank you.' };
    const front = { method: 'POST', url: '/v1/moderations', headers, payload } as const;
    expect((await asked(service.app, front)).status).toBe(401);
    const origin = { origin: 'https://evil.example', cookie: browser.cookie };
    const { headers: answered } = await asked(service.app, { url: '/v1/queue', headers: origin });
    expect(Object.keys(answered).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('Who guesses cookies', () => {
  let app: FastifyInstance;
  let own: TestApp;
  beforeEach(async () => {
    own = await startTestApp();
    const rates = { perKey: 0, perAddress: 5, wrongKeysPerAddress: 3 };
    app = await buildApp(own.deps, createMetrics(), { ...CLIENTS_DEFAULT, rates });
  });
  afterEach(async () => {
    await app.close();
    await own.close();
  });

  const times = async (count: number, headers: Record<string, string>) => {
    const statuses = [];
    for (let at = 0; at < count; at += 1) {
      statuses.push((await asked(app, { url: '/v1/queue', headers })).status);
    }
    return statuses;
  };

  it('is as slow as who guesses keys, and by the same count', async () => {
    const cookie = `gatepost_session=ses_${'0'.repeat(26)}.${'a'.repeat(32)}`;
    expect(await times(2, { cookie })).toEqual([401, 401]);
    expect(await times(2, WRONG_BEARER)).toEqual([401, 429]);
    expect(await times(1, { cookie })).toEqual([429]);
  });

  it('does not shut out whose session was right from there before', async () => {
    const { cookie } = await signIn(app, own.moderator.key);
    expect(await times(1, { cookie })).toEqual([200]);
    expect(await times(4, WRONG_BEARER)).toEqual([401, 401, 401, 429]);
    expect(await times(1, { cookie })).toEqual([200]);
  });

  it('is not who goes on with a session that is over: that counts as without a key', async () => {
    const { cookie } = await signIn(app, own.moderator.key);
    own.pass(SESSION_HOURS_DEFAULT * 3_600);
    expect(await times(6, { cookie })).toEqual([401, 401, 401, 401, 401, 429]);
    expect((await signIn(app, own.moderator.key)).opened.status).toBe(201);
  });

  it('shares the limit of the key, and is told what is left of it', async () => {
    const rates = { perKey: 3, perAddress: 0, wrongKeysPerAddress: 0 };
    const limited = await buildApp(own.deps, createMetrics(), { ...CLIENTS_DEFAULT, rates });
    const held = await signIn(limited, own.moderator.key);
    expect((await held.get('/v1/queue')).headers['ratelimit']).toBe('"key";r=1;t=40');
    expect((await held.send('POST', '/v1/blocks', { headers: { 'x-csrf-token': '' } })).status).toBe(403);
    expect((await held.get('/v1/queue')).status).toBe(429);
    await limited.close();
  });
});

describe('The log', () => {
  it('names the key of a session, and neither its cookie nor its token', async () => {
    const lines: string[] = [];
    const keep = (fields: object, message: string): void => {
      lines.push(JSON.stringify({ ...fields, message }));
    };
    const log = { info: keep, warn: keep, error: keep };
    const app = await buildApp({ ...service.deps, log });
    const held = await signIn(app, service.moderator.key);
    await held.get('/v1/queue');
    await held.send('POST', '/v1/blocks', { headers: { 'x-csrf-token': 'wrong' } });
    await held.send('DELETE', '/v1/session');
    await held.get('/v1/queue');
    await app.close();
    const keys = lines.map((line) => (JSON.parse(line) as { key?: string }).key);
    const { id } = held.opened.body.key;
    expect(keys).toEqual([id, id, id, id, undefined]);
    const all = lines.join('\n');
    for (const secret of [secretOf(held), idOf(held), held.csrf, 'cookie']) {
      expect(all).not.toContain(secret);
    }
  });
});

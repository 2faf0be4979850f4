import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { authenticateFrontKey } from '../../src/operations/authenticate-front-key.js';
import { findSubmitted } from '../../src/operations/find-submitted.js';
import { settleComment } from '../../src/operations/settle-comment.js';
import { aForm, type AkismetClient, akismetClient, BLOG } from '../support/akismet.js';
import { aComment, startTestApp, type TestApp } from '../support/app.js';

let service: TestApp;
let blog: AkismetClient;
beforeEach(async () => {
  service = await startTestApp();
  blog = await akismetClient(service);
});
afterEach(async () => service.close());

interface Stands {
  readonly body: string;
  readonly status: string;
}

const GOOD = 'Thank you for the report, it answers a question of mine.';
const HELD = 'You are a clueless moron.';
const DATE = '2026-11-23 11:59:00';

const check = async (content: string, more: Record<string, string> = {}) =>
  blog.post('/1.1/comment-check', aForm(content, more));
const listed = async () => (await service.moderator.get('/v1/comments')).body.data;
const file = async (id: string) => (await service.moderator.get(`/v1/comments/${id}`)).body;

describe('POST /1.1/verify-key (createAkismetKey)', () => {
  const verify = async (options: object) =>
    (
      await service.app.inject({
        method: 'POST',
        url: '/1.1/verify-key',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: `blog=${encodeURIComponent(BLOG)}`,
        ...options,
      })
    ).body;
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const basic = (user: string) =>
    `Basic ${Buffer.from(`${user}:undefined`).toString('base64')}`;

  it('takes the key wherever clients put it', async () => {
    const { key } = blog;
    expect(await verify({ payload: `api_key=${key}` })).toBe('valid');
    expect(await verify({ payload: `key=${key.toUpperCase()}` })).toBe('valid');
    expect(await verify({ url: `/1.1/verify-key?api_key=${key}` })).toBe('valid');
    expect(await verify({ headers: { ...form, host: `${key}.news.example:8080` } })).toBe('valid');
    expect(await verify({ headers: { ...form, authorization: basic(`${key}._`) } })).toBe('valid');
    expect(await verify({ headers: { ...form, authorization: basic(key) } })).toBe('valid');
  });

  it('answers with nothing but a word, and 200', async () => {
    const { status, headers, text } = await blog.post('/1.1/verify-key');
    expect([status, headers['content-type'], text]).toEqual([
      200,
      'text/plain; charset=utf-8',
      'valid',
    ]);
    // Clients throw where it stands beside a good answer.
    expect(headers['x-akismet-debug-help']).toBeUndefined();
    const wrong = await blog.post('/1.1/verify-key', { api_key: 'abcdef012345' });
    expect([wrong.status, wrong.text]).toEqual([200, 'invalid']);
    expect(wrong.headers['x-akismet-debug-help']).toBe('The key is unknown, wrong or revoked.');
    expect(await verify({})).toBe('invalid');
    expect(await verify({ payload: `api_key=${service.admin.key}` })).toBe('invalid');
    expect(await verify({ headers: { ...form, host: 'localhost' } })).toBe('invalid');
  });

  it('has keys that are good for nothing else, and end when they are revoked', async () => {
    const { key, id } = blog;
    expect(key).toMatch(/^[a-z0-9]{12}$/u);
    const { headers } = await service.admin.get('/v1/keys', { authorization: `Bearer ${key}` });
    expect(headers['content-type']).toBe('application/problem+json');
    expect(await authenticateFrontKey(service.deps, { front: 'coral', token: key })).toBeNull();
    const known = (await service.admin.get('/v1/keys')).body.data;
    expect(known).toContainEqual(expect.objectContaining({ id, front: 'akismet' }));
    expect(JSON.stringify(known)).not.toContain(key);
    await service.admin.delete(`/v1/keys/${id}`);
    expect((await blog.post('/1.1/verify-key')).text).toBe('invalid');
  });
});

describe('POST /1.1/comment-check', () => {
  it('always says by what the comment is known here', async () => {
    const good = await check(GOOD);
    expect([good.status, good.text]).toEqual([200, 'false']);
    const guid = good.headers['x-akismet-guid'];
    expect(guid).toMatch(/^[0-9a-f]{32}$/u);
    expect((await file(String(guid))).body).toBe(GOOD);
    const others = [await check(HELD), await check('Good night.', { is_test: '1' })];
    others.push(await check(GOOD, { comment_author: 'viagra-test-123' }));
    const guids = [good, ...others].map(({ headers }) => headers['x-akismet-guid']);
    expect(new Set(guids).size).toBe(4);
    expect(others.map(({ text }) => text)).toEqual(['true', 'false', 'true']);
    expect(others.map(({ headers }) => headers['x-akismet-pro-tip'])).toEqual(Array(3).fill(undefined));
  });

  it('tells a client to throw away what is rejected as spam, and nothing else', async () => {
    const advertising = 'Cheap Viagra and Cialis, no prescription, free shipping!';
    const policy = { rules: { advertising: { action: 'reject' } } };
    await service.admin.put('/v1/policy', policy, { 'if-match': '*' });
    const spam = await check(advertising);
    expect([spam.text, spam.headers['x-akismet-pro-tip']]).toEqual(['true', 'discard']);
    const threat = await check('I will find you and kill you.');
    expect([threat.text, threat.headers['x-akismet-pro-tip']]).toEqual(['true', undefined]);
  });

  it('stores a comment once, however often a client tries', async () => {
    const dated = { comment_date_gmt: DATE };
    const [first, second] = [await check(GOOD, dated), await check(GOOD, dated)];
    expect(second.headers['x-akismet-guid']).toBe(first.headers['x-akismet-guid']);
    const [third, fourth] = [await check(HELD), await check(HELD)];
    expect(fourth.headers['x-akismet-guid']).toBe(third.headers['x-akismet-guid']);
    expect(await listed()).toHaveLength(2);
    service.pass(61);
    await check(GOOD, { comment_date_gmt: '2026-11-23 12:01:00' });
    await check(HELD);
    expect(await listed()).toHaveLength(4);
    expect((await file(String(first.headers['x-akismet-guid']))).created_at).toBe(
      '2026-11-23T11:59:00.000Z',
    );
  });

  it('answers a comment that is checked again as it stands by now', async () => {
    const { headers } = await check(HELD);
    const guid = String(headers['x-akismet-guid']);
    const { id, version } = await file(guid);
    service.pass(3_600);
    await service.moderator.post(`/v1/comments/${id}/approve`, { seen_version: version });
    const again = await check('you ARE a clueless  moron', { recheck_reason: 'recheck_queue' });
    expect([again.text, again.headers['x-akismet-guid']]).toEqual(['false', guid]);
    expect(await listed()).toHaveLength(1);
  });

  it('takes what WordPress sends, and keeps of it what it needs', async () => {
    await check(GOOD, {
      user_ip: 'unknown',
      comment_author_IP: '203.0.113.9',
      comment_author: '',
      comment_author_email: '',
      user_ID: '7',
      comment_post_ID: '42',
      comment_parent: '3',
      content_type: 'forum-post',
      permalink: 'https://news.example/?p=42#comment-3',
      blog_lang: 'fr_CA, en',
      comment_date_gmt: 'yesterday',
      HTTP_COOKIE: 'secret=1',
      POST_ak_js: '12',
      REMOTE_ADDR: '198.51.100.1',
    });
    const [comment] = await listed();
    expect(comment).toMatchObject({
      thread: { external_id: 'https://news.example/?p=42' },
      author: { external_id: '7', name: 'Anonymous', email: null, ip: null },
      locale: 'fr-CA',
      metadata: { comment_type: 'forum-post', comment_post_ID: '42', comment_parent: '3' },
      created_at: '2026-11-23T12:00:00.000Z',
    });
    expect(JSON.stringify(await file(comment.id))).not.toMatch(/secret|198\.51/u);
  });

  it('knows an article by its address, however long that is', async () => {
    const permalink = `https://news.example/${'a'.repeat(600)}`;
    await check(GOOD, { permalink });
    await check(HELD, { permalink });
    const threads = (await listed()).map(({ thread }: { thread: object }) => thread);
    expect(threads[0]).toEqual(threads[1]);
    expect(threads[0]).toMatchObject({
      external_id: expect.stringMatching(/^sha256:[0-9a-f]{64}$/u),
      url: permalink,
    });
  });

  it('reads a sign-up, which has no text', async () => {
    const sent = { comment_type: 'signup', comment_author_url: 'http://maria.example' };
    expect((await check('', sent)).text).toBe('false');
    expect((await listed())[0].body).toBe('Maria\nhttp://maria.example');
  });

  it.each([
    ['an unknown key', { api_key: 'abcdef012345' }, 200, 'invalid'],
    ['no blog', { blog: '' }, 200, 'invalid'],
    ['no text', { comment_author: '', comment_content: ' ' }, 200, 'invalid'],
    ['a text that is too long', { comment_content: 'x'.repeat(50_001) }, 413, 'characters'],
  ])('refuses %s, and stores nothing', async (_, more, status, text) => {
    const refused = await check(GOOD, more);
    expect(refused.status).toBe(status);
    expect(refused.text).toContain(text);
    expect(refused.headers['x-akismet-debug-help']).toMatch(/\w/u);
    expect(await listed()).toEqual([]);
  });

  it('reads forms and nothing else', async () => {
    const headers = { 'content-type': 'application/json' };
    const { status, text } = await blog.post('/1.1/comment-check', {}, headers);
    expect([status, text]).toEqual([415, 'The media type application/json is not understood here.']);
    const nowhere = await blog.post('/1.1/verify-wpcom-key');
    expect([nowhere.status, nowhere.headers['x-akismet-error']]).toEqual([404, 'not_found']);
  });
});

describe('POST /1.1/submit-spam, submit-ham', () => {
  const THANKS = 'Thanks for making the web a better place.';

  it('decides about the comment, found by its guid', async () => {
    const { headers } = await check(GOOD);
    const guid = String(headers['x-akismet-guid']);
    const other = aForm('An altered text.', { guid });
    expect((await blog.post('/1.1/submit-spam', other)).text).toBe(THANKS);
    const after = await file(guid);
    expect(after.status).toBe('rejected');
    expect(after.decisions.at(-1)).toMatchObject({
      actor: { kind: 'moderator', name: 'our blog' },
      action: 'reject',
      reason: 'submit-spam',
      standard: 'spam',
    });
    expect((await blog.post('/1.1/submit-ham', other)).text).toBe(THANKS);
    expect((await file(guid)).status).toBe('approved');
    expect(await listed()).toHaveLength(1);
  });

  it('takes in what was never checked, and decides about it', async () => {
    await blog.post('/1.1/submit-spam', aForm(GOOD, { comment_date_gmt: DATE }));
    await blog.post('/1.1/submit-ham', aForm(HELD));
    const stand = (await listed()).map(({ body, status }: Stands) => [body, status]);
    expect(stand).toEqual([
      [HELD, 'approved'],
      [GOOD, 'rejected'],
    ]);
  });

  it('does not find comments of other authors, threads or sites', async () => {
    await check(GOOD);
    const other = await service.client('admin', 'other');
    const theirs = await akismetClient({ app: service.app, admin: other }, 'another blog');
    await theirs.post('/1.1/submit-spam', aForm(GOOD));
    await blog.post('/1.1/submit-spam', aForm(GOOD, { comment_author_email: 'x@example.org' }));
    await blog.post('/1.1/submit-spam', aForm(GOOD, { permalink: `${BLOG}other` }));
    const statuses = (await listed()).map(({ status }: Record<string, string>) => status);
    expect(statuses.toSorted()).toEqual(['approved', 'rejected', 'rejected']);
  });

  it('leaves what its author withdrew, and what is so already (settleComment)', async () => {
    const { body } = await service.cms.post('/v1/comments', aComment());
    const caller = { id: blog.id, site_id: 'default', name: 'our blog', scope: 'moderate' as const };
    const { id } = body.comment;
    const said = { caller, id, reason: 'submit-ham', standard: null };
    expect((await settleComment(service.deps, { ...said, action: 'approve' })).version).toBe(1);
    await service.cms.delete(`/v1/comments/${id}`);
    expect((await settleComment(service.deps, { ...said, action: 'reject' })).status).toBe('deleted');
    const found = await findSubmitted(service.deps, {
      caller,
      external_id: 'nothing',
      submission: {
        thread: { external_id: 'nowhere', url: null, title: null, section: null },
        author: { external_id: null, name: 'x', email: null, ip: null, url: null, user_agent: null },
        body: GOOD,
        parent_id: null,
        external_id: null,
        created_at: null,
        locale: null,
        accepted_policy_version: null,
        metadata: null,
      },
      within_seconds: 60,
    });
    expect(found).toBeNull();
  });
});

describe('A text of as many characters as a comment may have', () => {
  it('is read, however many code units they are', async () => {
    expect((await check('🙂'.repeat(50_000))).status).toBe(200);
    expect((await check('🙂'.repeat(50_001))).status).toBe(413);
  });
});

describe('What a client asks about its account', () => {
  it('lets WordPress keep the key', async () => {
    const { headers, text } = await blog.post('/1.1/get-subscription');
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(text)).toMatchObject({ status: 'active', account_type: 'self-hosted' });
    expect((await blog.post('/1.1/get-subscription', { api_key: 'abcdef012345' })).text).toBe('invalid');
  });

  it('counts what was spam, and what people turned round', async () => {
    await check(GOOD);
    await check(HELD);
    await check('I will find you and kill you.');
    await blog.post('/1.1/submit-spam', aForm(GOOD));
    await blog.post('/1.1/submit-ham', aForm('I will find you and kill you.'));
    const sums = { spam: 2, ham: 1, missed_spam: 1, false_positives: 1 };
    // WordPress asks for the second and the third; without one it is all.
    for (const from of ['60-days', '6-months', 'all', '']) {
      const { text } = await blog.post('/1.1/get-stats', { from });
      const stats = { ...sums, accuracy: 33.33, time_saved: 0, breakdown: {} };
      expect(JSON.parse(text), from).toEqual(stats);
    }

    const get = async (url: string) => service.app.inject({ url: `${url}&api_key=${blog.key}` });
    const usage = await get('/1.2/usage-limit?');
    expect(usage.json()).toEqual({ limit: 'none', usage: 3, percentage: '0.00', throttled: false });
    const sites = await get('/1.2/key-sites?month=2026-11&order=spam');
    const row = { site: 'default', api_calls: 3, ...sums, is_revoked: false };
    expect(sites.json()).toEqual({ '2026-11': [row], limit: 500, offset: 0, total: 1 });
    expect((await get('/1.2/key-sites?month=2026-10')).json()['2026-10'][0].api_calls).toBe(0);
    expect((await get('/1.2/key-sites?filter=elsewhere')).json()['2026-11']).toEqual([]);
    const csv = await get('/1.2/key-sites?format=csv');
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.body).toContain('\ndefault,3,2,1,1,1,false\n');
    const future = await get('/1.2/key-sites?month=2026-12');
    expect([future.statusCode, future.body]).toEqual([200, 'invalid']);
    expect((await service.app.inject({ url: '/1.2/usage-limit' })).body).toBe('invalid');
  });
});

describe('What the log holds of a request of Akismet', () => {
  it('is no key, wherever it stood', async () => {
    const lines: string[] = [];
    const keep = (fields: object, message: string): void => {
      lines.push(JSON.stringify(fields), message);
    };
    const logged = await startTestApp({ log: { info: keep, warn: keep, error: keep } });
    try {
      const { key } = await akismetClient(logged);
      const ask = async (url: string, headers: Record<string, string>) =>
        logged.app.inject({ method: 'POST', url, headers });
      await ask(`/1.1/verify-key?api_key=${key}`, {});
      await ask('/1.1/verify-key', { host: `${key}.news.example` });
      await ask(`/1.1/nowhere?api_key=${key}`, {});
      expect(lines.filter((line) => line === 'request')).toHaveLength(4);
      expect(lines.join('\n')).not.toContain(key);
    } finally {
      await logged.close();
    }
  });
});

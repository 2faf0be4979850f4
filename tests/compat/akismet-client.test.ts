import { Author, Blog, CheckResult, Client, Comment, type CommentOptions } from '@cedx/akismet';
import { AkismetClient } from 'akismet-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { startTestApp, type TestApp } from '../support/app.js';

let service: TestApp;
let url = '';
let key = '';
beforeEach(async () => {
  service = await startTestApp();
  url = await service.app.listen({ host: '127.0.0.1', port: 0 });
  key = (await service.admin.post('/v1/keys/akismet', { name: 'our blog' })).body.key;
});
afterEach(async () => service.close());

interface Stands {
  readonly body: string;
  readonly status: string;
}

const BLOG = 'https://news.example/';
const PERMALINK = 'https://news.example/articles/42';
const GOOD = 'Thank you for the report, it answers a question of mine.';
const HELD = 'You are a clueless moron.';
const ADVERTISING = 'Cheap Viagra and Cialis, no prescription, free shipping!';

const listed = async () => (await service.moderator.get('/v1/comments')).body.data;
const decisions = async (id: string) =>
  (await service.moderator.get(`/v1/comments/${id}`)).body.decisions;
/** Advertising waits for a person, unless the policy says otherwise. */
async function rejectAdvertising(): Promise<void> {
  const policy = { rules: { advertising: { action: 'reject' } } };
  const { status } = await service.admin.put('/v1/policy', policy, { 'if-match': '*' });
  expect(status).toBe(200);
}

describe('The package @cedx/akismet, with another base URL', () => {
  const blog = new Blog({ url: BLOG, charset: 'UTF-8', languages: ['de', 'fr'] });
  const clientOf = (apiKey: string, options = {}) =>
    new Client(apiKey, blog, { baseUrl: url, ...options });
  const author = {
    name: 'Mária',
    email: 'maria@example.org',
    ipAddress: '203.0.113.7',
    userAgent: 'Mozilla/5.0',
  };
  const commentOf = (content: string, more: Partial<CommentOptions> = {}) =>
    new Comment({
      author: new Author(author),
      content,
      permalink: PERMALINK,
      type: 'comment',
      context: ['bridges', 'traffic'],
      ...more,
    });

  it('verifies a key, and none but a key of the front', async () => {
    expect(await clientOf(key).verifyKey()).toBe(true);
    expect(await clientOf('abcdef012345').verifyKey()).toBe(false);
    expect(await clientOf(service.admin.key).verifyKey()).toBe(false);
  });

  it('checks comments, which stand in the record and in the queue like any other', async () => {
    const client = clientOf(key);
    expect(await client.checkComment(commentOf(GOOD))).toBe(CheckResult.ham);
    expect(await client.checkComment(commentOf(HELD))).toBe(CheckResult.spam);
    const [held, good] = await listed();
    expect(good).toMatchObject({
      status: 'approved',
      external_id: expect.stringMatching(/^[0-9a-f]{32}$/u),
      body: GOOD,
      locale: 'de',
      thread: { external_id: PERMALINK, url: PERMALINK },
      author: { name: 'Mária', email: 'maria@example.org', ip: '203.0.113.7' },
      metadata: { comment_type: 'comment', comment_context: 'bridges, traffic' },
    });
    expect(held.status).toBe('pending');
    const { body } = await service.moderator.get('/v1/queue');
    expect(JSON.stringify(body.data)).toContain(held.id);
  });

  it('is told what need not be looked at', async () => {
    await rejectAdvertising();
    const checked = await clientOf(key).checkComment(commentOf(ADVERTISING));
    expect(checked).toBe(CheckResult.pervasiveSpam);
  });

  it('says what is spam and what is not, and both are decisions of the key’s holder', async () => {
    const client = clientOf(key);
    const [good, held] = [commentOf(GOOD), commentOf(HELD)];
    await client.checkComment(good);
    await client.checkComment(held);
    await client.submitSpam(good);
    await client.submitHam(held);
    await client.submitHam(held);
    const [approved, rejected] = await listed();
    expect([approved.body, approved.status]).toEqual([HELD, 'approved']);
    expect([rejected.body, rejected.status]).toEqual([GOOD, 'rejected']);
    const [byClient, ...before] = (await decisions(rejected.id)).toReversed();
    expect(byClient).toMatchObject({ actor: { kind: 'moderator', name: 'our blog' } });
    expect(before).toHaveLength(1);
    expect(await decisions(approved.id)).toHaveLength(2);
    expect(await client.checkComment(commentOf(HELD, { recheckReason: 'edit' }))).toBe(
      CheckResult.ham,
    );
    expect(await listed()).toHaveLength(2);
  });

  it('only tries out what it calls a test', async () => {
    const client = clientOf(key, { isTest: true });
    expect(await client.checkComment(commentOf(GOOD))).toBe(CheckResult.ham);
    expect(await client.checkComment(commentOf(HELD))).toBe(CheckResult.spam);
    const administrator = new Author({ ...author, role: 'administrator' });
    const byAdministrator = commentOf(HELD, { author: administrator });
    expect(await client.checkComment(byAdministrator)).toBe(CheckResult.ham);
    await client.submitSpam(commentOf(GOOD));
    expect(await listed()).toEqual([]);
    expect(await clientOf(key).checkComment(byAdministrator)).toBe(CheckResult.spam);
  });

  it('throws where it is refused, instead of taking that for a verdict', async () => {
    const checked = clientOf('abcdef012345').checkComment(commentOf(GOOD));
    await expect(checked).rejects.toThrow('The key is unknown, wrong or revoked.');
    const none = new Client(key, new Blog({ url: null as never }), { baseUrl: url });
    await expect(none.checkComment(commentOf(GOOD))).rejects.toThrow('Empty "blog" value');
    await expect(clientOf(key).checkComment(commentOf('x'.repeat(50_001)))).rejects.toThrow('413');
  });
});

describe('The package akismet-api, with another host', () => {
  // Before a host the key would be a name to look up; as the user of Basic it reaches any host.
  const clientOf = (apiKey: string) =>
    new AkismetClient({
      key: apiKey,
      blog: BLOG,
      protocol: 'http',
      host: `_@${new URL(url).host}`,
      charset: 'UTF-8',
    });
  const commentOf = (content: string, more = {}) => ({
    ip: '203.0.113.7',
    useragent: 'Mozilla/5.0',
    name: 'Robin',
    email: 'robin@example.org',
    content,
    permalink: PERMALINK,
    ...more,
  });

  it('verifies a key', async () => {
    expect(await clientOf(key).verifyKey()).toBe(true);
    expect(await clientOf('abcdef012345').verifyKey()).toBe(false);
  });

  it('checks comments, and says what they were', async () => {
    const client = clientOf(key);
    expect(await client.checkSpam(commentOf(GOOD, { honeypot: 'filled in' }))).toBe(false);
    expect(await client.checkSpam(commentOf(HELD))).toBe(true);
    await client.submitSpam(commentOf(GOOD));
    await client.submitHam(commentOf(HELD));
    const stand = (await listed()).map(({ body, status }: Stands) => [body, status]);
    expect(stand).toEqual([
      [HELD, 'approved'],
      [GOOD, 'rejected'],
    ]);
  });

  it('knows the names that Akismet always calls spam', async () => {
    const client = clientOf(key);
    expect(await client.checkSpam(commentOf(GOOD, { name: 'viagra-test-123' }))).toBe(true);
    const email = 'akismet-guaranteed-spam@example.com';
    expect(await client.checkSpam(commentOf(GOOD, { email }))).toBe(true);
    expect(await listed()).toEqual([]);
  });

  it('throws where its key is wrong', async () => {
    const checked = clientOf('abcdef012345').checkSpam(commentOf(GOOD));
    await expect(checked).rejects.toThrow('Invalid API key');
  });
});

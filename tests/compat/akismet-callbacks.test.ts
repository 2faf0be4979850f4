import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { CALLBACKS_PER_SITE_MAX } from '../../src/limits/fronts.js';
import { WEBHOOKS_PER_SITE_MAX } from '../../src/limits/webhooks.js';
import { forgetCallbacks } from '../../src/operations/forget-callbacks.js';
import { rememberCallback } from '../../src/operations/remember-callback.js';
import { callbackOf } from '../../src/operations/webhooks/callback-address.js';
import { aForm, type AkismetClient, akismetClient } from '../support/akismet.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { answers, type Receiver, startReceiver } from '../support/receiver.js';
import { driven, localSender } from '../support/webhooks.js';

let service: TestApp;
let receiver: Receiver;
let blog: AkismetClient;
beforeEach(async () => {
  receiver = await startReceiver();
  service = await startTestApp({ sender: localSender() });
  blog = await akismetClient(service);
});
afterEach(async () => {
  await service.close();
  await receiver.close();
});

const GOOD = 'Thank you for the report, it answers a question of mine.';
const here = (path = '/') => new URL(path, receiver.url).href;

/** Checks a comment, and says how it is known at the client's and here. */
async function checked(content: string, more: Record<string, string> = {}) {
  const callback = here('/wp-json/akismet/v1/webhook');
  const form = aForm(content, { blog: here(), callback, comment_post_ID: '42', ...more });
  const { headers } = await blog.post('/1.1/comment-check', form);
  const guid = String(headers['x-akismet-guid']);
  const { id } = (await service.moderator.get(`/v1/comments/${guid}`)).body;
  return { guid, id, form };
}
const decide = async (id: string, how: 'approve' | 'reject') => {
  const { version } = (await service.moderator.get(`/v1/comments/${id}`)).body;
  await service.moderator.post(`/v1/comments/${id}/${how}`, { seen_version: version });
};
const sent = async () => {
  await driven(service.deps).all();
  return receiver.requests.map(({ body }) => JSON.parse(body));
};
const webhooks = async () => (await service.admin.get('/v1/webhooks')).body.data;

describe('A callback', () => {
  it('is told of what a moderator decides later, as WordPress takes it', async () => {
    const { guid, id } = await checked(GOOD, { comment_parent: '3' });
    expect(await sent()).toEqual([]);
    await decide(id, 'reject');
    await decide(id, 'approve');
    const told = (result: string) => ({
      key: blog.key,
      endpoint: 'comment-check',
      comments: [{ guid, result, comment_post_ID: '42', comment_parent: '3' }],
    });
    expect(await sent()).toEqual([told('true'), told('false')]);
    const [{ method, path, headers } = { method: '', path: '', headers: {} }] = receiver.requests;
    expect([method, path]).toEqual(['POST', '/wp-json/akismet/v1/webhook']);
    expect(headers['content-type']).toBe('application/json');
  });

  it('is not told of what its own people did, nor of comments that it did not check', async () => {
    const { form } = await checked(GOOD);
    await blog.post('/1.1/submit-spam', form);
    const other = await blog.post('/1.1/comment-check', aForm('Good night, everybody.'));
    await decide(String(other.headers['x-akismet-guid']), 'reject');
    expect(await sent()).toEqual([]);
  });

  it('is told again when it was down', async () => {
    const { id } = await checked(GOOD);
    await decide(id, 'reject');
    receiver.behaves(answers(503));
    expect(await sent()).toHaveLength(1);
    receiver.behaves(answers(200));
    service.pass(7);
    expect(await sent()).toHaveLength(2);
    service.pass(3_600);
    expect(await sent()).toHaveLength(2);
  });

  it('is shown to admins among webhooks, without the key', async () => {
    await checked(GOOD);
    await checked('Good night, everybody.');
    const all = await webhooks();
    expect(all).toEqual([expect.objectContaining({ callback: true, created_by: 'our blog' })]);
    expect(JSON.stringify(all)).not.toContain(blog.key);
  });

  it('ends with the key, and with the client’s deactivate', async () => {
    const { id } = await checked(GOOD);
    expect((await blog.post('/1.1/deactivate', { blog: 'https://other.example' })).text).toBe(
      'deactivated',
    );
    expect(await webhooks()).toHaveLength(1);
    await blog.post('/1.1/deactivate', { blog: here() });
    expect(await webhooks()).toEqual([]);
    await decide(id, 'reject');
    expect(await sent()).toEqual([]);
    await checked('Good night, everybody.');
    expect(await webhooks()).toHaveLength(1);
    await service.admin.delete(`/v1/keys/${blog.id}`);
    expect(await webhooks()).toEqual([]);
  });

  it.each([
    ['another host', 'https://internal.example/hook'],
    ['another port', 'http://127.0.0.1:1/hook'],
    ['no address', 'wp-json/akismet'],
    ['another scheme', 'file:///etc/passwd'],
  ])('is not remembered: %s', async (_, callback) => {
    const { id } = await checked(GOOD, { callback });
    expect(await webhooks()).toEqual([]);
    await decide(id, 'reject');
    expect(await sent()).toEqual([]);
  });

  it('inside the network is refused where it would be sent', async () => {
    const strict = await startTestApp({ sender: localSender({ allowed: [] }) });
    try {
      const theirs = await akismetClient(strict);
      const form = aForm(GOOD, { blog: here(), callback: here('/hook') });
      const { headers } = await theirs.post('/1.1/comment-check', form);
      const guid = String(headers['x-akismet-guid']);
      await strict.moderator.post(`/v1/comments/${guid}/reject`, { seen_version: 1 });
      await driven(strict.deps).all();
      expect(receiver.requests).toEqual([]);
      const [{ id }] = (await strict.admin.get('/v1/webhooks')).body.data;
      const { body } = await strict.admin.get(`/v1/webhooks/${id}/deliveries`);
      const [delivery] = body.data;
      const file = await strict.admin.get(`/v1/webhooks/${id}/deliveries/${delivery.id}`);
      expect(JSON.stringify(file.body)).toContain('address_refused');
    } finally {
      await strict.close();
    }
  });

  it('takes no place of a webhook, and there is an end of them', async () => {
    const caller = { id: blog.id, site_id: 'default', name: 'our blog', scope: 'moderate' as const };
    const remember = async (n: number) =>
      rememberCallback(service.deps, {
        caller,
        key: blog.key,
        blog: here(),
        callback: here(`/hook/${n}`),
      });
    for (let n = 0; n < CALLBACKS_PER_SITE_MAX; n += 1) expect(await remember(n)).not.toBeNull();
    expect(await remember(99)).toBeNull();
    expect(await remember(0)).not.toBeNull();
    for (let n = 0; n < WEBHOOKS_PER_SITE_MAX; n += 1) {
      const { status } = await service.admin.post('/v1/webhooks', { url: here(`/own/${n}`) });
      expect(status).toBe(201);
    }
    const ended = await forgetCallbacks(service.deps, { caller, blog: here() });
    expect(ended).toBe(CALLBACKS_PER_SITE_MAX);
    expect(await webhooks()).toHaveLength(WEBHOOKS_PER_SITE_MAX);
  });
});

describe('The address of a callback', () => {
  it.each([
    ['https://a.example/', 'https://A.example:443/hook', 'https://a.example/hook'],
    ['http://a.example/blog', 'https://a.example/hook', 'https://a.example/hook'],
    ['https://a.example/', 'https://a.example.evil.example/hook', null],
    ['https://a.example/', 'https://a.example@evil.example/hook', null],
    ['https://a.example/', 'https://user:secret@a.example/hook', null],
    ['https://a.example/', 'https://a.example/hook#part', null],
    ['https://a.example/', `https://a.example/${'a'.repeat(2_100)}`, null],
    ['nothing', 'https://a.example/hook', null],
  ])('is on the host of %s: %s', (own, callback, expected) => {
    expect(callbackOf(own, callback)).toBe(expected);
  });
});

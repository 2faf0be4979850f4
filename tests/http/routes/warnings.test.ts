import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Client } from '../../support/client.js';
import { aComment, startTestApp, type TestApp } from '../../support/app.js';

let service: TestApp;
let elsewhere: Client;
beforeAll(async () => {
  service = await startTestApp();
  elsewhere = await service.client('moderate', 'elsewhere');
});
afterAll(async () => service.close());

const say = async (external_id: string) =>
  (
    await service.cms.post('/v1/comments', aComment({ author: { external_id, name: external_id } }))
  ).body.comment;
const warn = async (id: string, said: object = {}) =>
  service.moderator.post(`/v1/authors/${id}/warnings`, { message: 'Be kind.', ...said });
const kinds = async () => {
  const entries = await service.deps.store.audit.after('default', 0, 10_000);
  return entries.map(({ kind, object_id }) => `${kind} ${object_id}`);
};

describe('POST /v1/authors/{id}/warnings (warnAuthor)', () => {
  it('warns and blocks nothing, and is on record without the words', async () => {
    const comment = await say('warned');
    const { status, body } = await warn('warned', { comment_id: comment.id });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      author_id: comment.author.id,
      comment_id: comment.id,
      message: 'Be kind.',
      created_by: 'moderate of default',
      acknowledged_at: null,
    });
    expect((await say('warned')).status).toBe('approved');
    expect(await kinds()).toContain(`author.warned ${body.id}`);
    const file = await service.moderator.get('/v1/authors/warned');
    expect(file.body.standing_explained.warnings).toEqual({ given: 1, unacknowledged: 1 });
  });

  it('refuses a comment of somebody else, and one that is not there', async () => {
    await say('innocent');
    const { id: comment_id } = await say('other');
    for (const wrong of [comment_id, 'cmt_none']) {
      const { status, body } = await warn('innocent', { comment_id: wrong });
      expect([status, body.errors[0].pointer]).toEqual([400, '/comment_id']);
    }
  });

  it('answers 400 for no message, 403 to a submit key, 404 for nobody and elsewhere', async () => {
    await say('target');
    expect((await warn('target', { message: '' })).status).toBe(400);
    const path = '/v1/authors/target/warnings';
    expect((await service.cms.post(path, { message: 'x' })).status).toBe(403);
    expect((await warn('nobody')).status).toBe(404);
    expect((await elsewhere.post(path, { message: 'x' })).status).toBe(404);
  });
});

describe('GET /v1/authors/{id}/warnings (listWarnings)', () => {
  it('pages from the newest, and does not tell a CMS who warned', async () => {
    await say('often');
    for (const message of ['One', 'Two', 'Three']) await warn('often', { message });
    const path = '/v1/authors/often/warnings?limit=2';
    const first = await service.cms.get(path);
    const messages = (page: { body: { data: { message: string }[] } }) =>
      page.body.data.map(({ message }) => message);
    expect(messages(first)).toEqual(['Three', 'Two']);
    const rest = await service.cms.get(`${path}&cursor=${first.body.next_cursor}`);
    expect([messages(rest), rest.body.next_cursor]).toEqual([['One'], null]);
    expect(first.body.data[0]).not.toHaveProperty('created_by');
    const seen = await service.moderator.get(path);
    expect(seen.body.data[0].created_by).toBe('moderate of default');
  });

  it('answers 404 for nobody and elsewhere', async () => {
    expect((await service.cms.get('/v1/authors/nobody/warnings')).status).toBe(404);
    expect((await elsewhere.get('/v1/authors/often/warnings')).status).toBe(404);
  });
});

describe('POST /v1/authors/{id}/warnings/{warning_id}/acknowledge (acknowledgeWarning)', () => {
  it('says when the author was shown it, once', async () => {
    await say('reader');
    const { body: warning } = await warn('reader');
    const path = `/v1/authors/reader/warnings/${warning.id}/acknowledge`;
    service.pass(60);
    const first = await service.cms.post(path);
    expect(first.status).toBe(200);
    expect(Date.parse(first.body.acknowledged_at)).toBe(service.deps.clock());
    service.pass(60);
    expect((await service.cms.post(path)).body).toEqual(first.body);
    const acts = (await kinds()).filter((act) => act === `warning.acknowledged ${warning.id}`);
    expect(acts).toHaveLength(1);
  });

  it('answers 404 for the warning of somebody else, and elsewhere', async () => {
    await say('mine');
    await say('theirs');
    const { body: warning } = await warn('theirs');
    const path = (who: string) => `/v1/authors/${who}/warnings/${warning.id}/acknowledge`;
    expect((await service.cms.post(path('mine'))).status).toBe(404);
    expect((await elsewhere.post(path('theirs'))).status).toBe(404);
  });
});

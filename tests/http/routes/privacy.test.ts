import { beforeEach, afterEach, describe, expect, it } from 'vitest';

import type { Comment } from '../../../src/domain/comment.js';
import { verifyAudit } from '../../../src/operations/verify-audit.js';
import { aComment, startTestApp, type TestApp } from '../../support/app.js';

let service: TestApp;
beforeEach(async () => {
  service = await startTestApp();
});
afterEach(async () => service.close());

const MARK = 'Quillfeather';
const HELD = `You are a clueless moron, ${MARK}text and so on.`;

/** What the person sends, with a mark in everything that could tell who it is. */
const sent = (change: Record<string, unknown> = {}) =>
  aComment({
    author: {
      external_id: `${MARK}-id`,
      name: `${MARK} Jane`,
      email: `${MARK}@example.org`,
      ip: '203.0.113.77',
      url: `https://${MARK}.example.org/`,
      user_agent: `${MARK} Browser`,
    },
    metadata: { place: `${MARK} Street` },
    ...change,
  });

const submit = async (change: Record<string, unknown> = {}, headers = {}) =>
  (await service.cms.post('/v1/comments', sent(change), headers)).body.comment;

/** Everything that the database holds, as text. */
async function everything(): Promise<string> {
  const { store } = service.deps;
  const rows: unknown[] = [];
  const lists = await service.admin.get('/v1/comments?limit=200');
  for (const { id } of lists.body.data as { id: string }[]) {
    rows.push(await store.comments.get('default', id));
    rows.push(await store.comments.revisions('default', id));
    rows.push(await store.decisions.ofComment('default', id));
    rows.push((await service.admin.get(`/v1/comments/${id}`)).body);
    rows.push((await service.admin.get(`/v1/comments/${id}/reports`)).body);
  }
  rows.push((await service.admin.get('/v1/authors')).body);
  rows.push(await store.audit.after('default', 0, 1_000));
  return JSON.stringify(rows);
}

const verified = async () =>
  verifyAudit(service.deps, { site_id: 'default', known: null }, { onProgress: () => undefined });

const erase = async (id: string, change: Record<string, unknown> = {}) =>
  service.admin.post(`/v1/authors/${id}/erase`, { confirm: id, keep_texts: false, ...change });

describe('GET /v1/authors/{id}/export (exportAuthor)', () => {
  it('has the author, every comment with what hangs on it, and the record', async () => {
    const first = await submit({ external_id: 'c-1' });
    const held = await submit({ body: HELD });
    await service.cms.patch(`/v1/comments/${first.id}`, { body: 'A second thought of mine.' });
    await service.moderator.post(`/v1/comments/${held.id}/reject`, {
      ...{ seen_version: 1, reason: 'an attack', note: 'the third one' },
    });
    await service.cms.post(`/v1/comments/${first.id}/reports`, {
      ...{ reporter: { external_id: 'somebody-else' }, reason: 'spam', text: 'This is spam.' },
    });
    const other = (await service.cms.post('/v1/comments', aComment())).body.comment;
    await service.cms.post(`/v1/comments/${other.id}/reports`, {
      ...{ reporter: { external_id: `${MARK}-id` }, reason: 'other' },
    });
    await service.moderator.post('/v1/blocks', {
      ...{ kind: 'ip', value: '203.0.113.0/24', mode: 'hold', reason: 'a bad net' },
    });
    const { status, headers, body } = await service.admin.get(`/v1/authors/${MARK}-id/export`);
    expect([status, headers['content-type']]).toEqual([200, 'application/json']);
    expect(body).toMatchObject({
      site_id: 'default',
      author: { name: `${MARK} Jane`, email: `${MARK}@example.org` },
      erasure: null,
      reports_made: [{ comment_id: other.id, reason: 'other' }],
      blocks: [{ kind: 'ip', reason: 'a bad net' }],
    });
    expect(body.comments).toHaveLength(2);
    expect(body.comments[0]).toMatchObject({
      id: first.id,
      external_id: 'c-1',
      author_ip: '203.0.113.77',
      user_agent: `${MARK} Browser`,
      metadata: { place: `${MARK} Street` },
      body: 'A second thought of mine.',
      revisions: [{ version: 1 }],
      reports: [{ reason: 'spam', text: 'This is spam.' }],
    });
    expect(body.comments[1]).toMatchObject({
      decisions: [{ actor_kind: 'system' }, { reason: 'an attack', note: 'the third one' }],
      findings: expect.arrayContaining([expect.objectContaining({ rule: 'personal_attack' })]),
    });
    expect(body.record.map((entry: { kind: string }) => entry.kind)).toContain('author.exported');
    // Who reported and who decided are other people.
    const text = JSON.stringify(body);
    expect(text).not.toContain('somebody-else');
    expect(text).not.toContain('moderate of default');
  });

  it('pages through a long history without loss', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 205; at += 1) {
      ids.push((await submit({ body: `Remark number ${at} about bridge ${at * 7}.` })).id);
    }
    const { body } = await service.admin.get(`/v1/authors/${MARK}-id/export`);
    expect(body.comments.map((each: { id: string }) => each.id)).toEqual(ids);
  });

  it('is no answer to HEAD, which would be on record as data given out', async () => {
    const { author } = await submit();
    const answer = await service.app.inject({
      method: 'HEAD',
      url: `/v1/authors/${author.id}/export`,
      headers: { authorization: `Bearer ${service.admin.key}` },
    });
    expect([answer.statusCode, answer.headers['allow']]).toEqual([405, 'GET']);
  });

  it('answers 404 for nobody and for another site’s author, and 403 without scope admin', async () => {
    const { author } = await submit();
    const stranger = await service.client('admin', 'gazette');
    expect((await service.admin.get('/v1/authors/nobody/export')).status).toBe(404);
    expect((await stranger.get(`/v1/authors/${author.id}/export`)).status).toBe(404);
    expect((await service.moderator.get(`/v1/authors/${author.id}/export`)).status).toBe(403);
  });
});

describe('POST /v1/authors/{id}/erase (eraseAuthor)', () => {
  it('leaves nothing by which the person could be found', async () => {
    const first = await submit({}, { 'idempotency-key': 'once' });
    const held = await submit({ body: HELD });
    await service.cms.patch(`/v1/comments/${first.id}`, { body: `A ${MARK} afterthought of mine.` });
    await service.moderator.post(`/v1/comments/${held.id}/reject`, {
      ...{ seen_version: 1, reason: `${MARK} attacks`, note: `${MARK} again` },
    });
    const withdrawn = await submit({ body: 'Something else that I take back.' });
    await service.cms.delete(`/v1/comments/${withdrawn.id}`);
    await service.cms.post(`/v1/comments/${first.id}/reports`, {
      ...{ reporter: { external_id: 'other' }, reason: 'spam', text: `${MARK} spams` },
    });
    const other = (await service.cms.post('/v1/comments', aComment())).body.comment;
    await service.cms.post(`/v1/comments/${other.id}/reports`, {
      ...{ reporter: { external_id: `${MARK}-id` }, reason: 'other', text: `I, ${MARK}` },
    });
    expect(await everything()).toContain(MARK);

    const { status, body } = await erase(first.author.id);
    expect(status).toBe(200);
    expect(body).toMatchObject({ author_id: first.author.id, comments: 3, keep_texts: false });
    expect(body.finished_at).not.toBeNull();
    const left = await everything();
    expect(left).not.toContain(MARK);
    expect(left).not.toContain('203.0.113.77');
    expect(left).not.toContain('afterthought');
    const found = await service.moderator.get(`/v1/authors?name=${MARK}`);
    expect(found.body.data).toEqual([]);
    expect((await service.moderator.get(`/v1/authors/${MARK}-id`)).status).toBe(404);
    const texts = await service.moderator.get(`/v1/comments?text=${MARK}`);
    expect(texts.body.data).toEqual([]);
  });

  it('takes what the person alleged when the notice is decided, if it was open', async () => {
    const { author } = await submit();
    const other = (await service.cms.post('/v1/comments', aComment())).body.comment;
    const { body: notice } = await service.cms.post(`/v1/comments/${other.id}/notices`, {
      notifier: { name: `${MARK} Jane`, email: 'j@example.org', external_id: `${MARK}-id` },
      explanation: `It says that I, ${MARK}, stole from the museum.`,
      good_faith: true,
    });
    await erase(author.id);
    const open = await service.moderator.get(`/v1/notices/${notice.id}`);
    expect(open.body).toMatchObject({ explanation: expect.stringContaining('museum') });
    expect(open.body.notifier).toEqual({ name: null, email: null, external_id: null });
    await service.moderator.post(`/v1/notices/${notice.id}/decide`, {
      ...{ action: 'keep', reason: 'A court did find it.', seen_version: other.version },
    });
    const { body } = await service.moderator.get(`/v1/notices/${notice.id}`);
    expect(body).toMatchObject({ status: 'kept', explanation: '' });
  });

  it('forgets the answers that were remembered for repeated requests', async () => {
    const sender = await service.client('submit');
    const request = sent();
    const { body } = await sender.post('/v1/comments', request, { 'idempotency-key': 'once' });
    const other = aComment();
    await sender.post('/v1/comments', other, { 'idempotency-key': 'twice' });
    await erase(body.comment.author.id);
    const again = await sender.post('/v1/comments', request, { 'idempotency-key': 'once' });
    expect(again.body.comment.author.id).not.toBe(body.comment.author.id);
    const kept = await sender.post('/v1/comments', other, { 'idempotency-key': 'twice' });
    expect(kept.body.comment.author.name).toBe((other['author'] as { name: string }).name);
    expect((await service.moderator.get('/v1/comments')).body.data).toHaveLength(3);
  });

  it('keeps the place of published comments, and says that they have no text', async () => {
    const first = await submit();
    const reply = aComment({ parent_id: first.id });
    await service.cms.post('/v1/comments', reply);
    await erase(first.author.id);
    const { body } = await service.cms.get('/v1/threads/article-1/comments');
    expect(body.data).toHaveLength(2);
    expect(body.data[0]).toMatchObject({
      ...{ id: first.id, body: '', redacted_at: expect.any(String) },
      author: { name: 'Deleted author', external_id: null, url: null },
    });
    expect(body.data[1]).toMatchObject({ parent_id: first.id, redacted_at: null });
  });

  it('keeps texts when asked to, under no name, and can erase them later', async () => {
    const first = await submit({ body: 'A civil remark about the old bridge.' });
    const { id } = first.author;
    await erase(id, { keep_texts: true });
    const kept = await service.moderator.get(`/v1/comments/${first.id}`);
    expect(kept.body).toMatchObject({
      ...{ body: 'A civil remark about the old bridge.', redacted_at: null, metadata: null },
      author: { name: 'Deleted author', email: null, ip: null, user_agent: null },
    });
    const later = await erase(id, { keep_texts: false });
    expect(later.body).toMatchObject({ keep_texts: false, comments: 1 });
    expect((await service.moderator.get(`/v1/comments/${first.id}`)).body.body).toBe('');
    // What is erased is not kept again.
    expect((await erase(id, { keep_texts: true })).body.keep_texts).toBe(false);
  });

  it('withdraws what waits and leaves nothing to decide; a rejected one cannot be approved', async () => {
    const waits = await submit({ body: HELD });
    const rude = await submit({ body: 'You fucking idiot, this is late.' });
    expect([waits.status, rude.status]).toEqual(['pending', 'rejected']);
    await erase(waits.author.id);
    expect((await service.moderator.get(`/v1/comments/${waits.id}`)).body.status).toBe('deleted');
    const refused = await service.moderator.post(`/v1/comments/${rude.id}/approve`, {
      seen_version: rude.version,
    });
    expect([refused.status, refused.body.code]).toEqual([409, 'text_erased']);
    const edit = await service.cms.patch(`/v1/comments/${rude.id}`, { body: 'A better text.' });
    expect([edit.status, edit.body.code]).toEqual([409, 'author_erased']);
  });

  it('makes the same person somebody new, and takes no id that was made up to be found', async () => {
    const { author } = await submit();
    await erase(author.id);
    expect((await submit()).author.id).not.toBe(author.id);
    const posing = aComment({ author: { external_id: author.id, name: 'Poser' } });
    expect((await service.cms.post('/v1/comments', posing)).status).toBe(400);
  });

  it('keeps blocks on the address and the name, and lifts and empties them when asked to', async () => {
    const { author } = await submit();
    const email = `${MARK}@example.org`;
    await service.moderator.post('/v1/blocks', { kind: 'email', value: email, reason: MARK });
    await service.moderator.post('/v1/blocks', { kind: 'name', value: `${MARK} Jane`, reason: 'r' });
    await service.moderator.post(`/v1/authors/${author.id}/block`, { reason: `${MARK} is rude` });
    await erase(author.id, { keep_blocks: false });
    const { body } = await service.moderator.get('/v1/blocks');
    expect(JSON.stringify(body)).not.toContain(MARK);
    expect(body.data.filter((block: { lifted_at: unknown }) => block.lifted_at === null)).toEqual([
      expect.objectContaining({ kind: 'author', value: author.id, reason: '' }),
    ]);
    const second = await submit();
    await service.moderator.post('/v1/blocks', { kind: 'email', value: email, reason: 'kept' });
    await erase(second.author.id);
    expect((await submit()).status).toBe('rejected');
  });

  it.each([true, false])('leaves a record that still verifies (keep_texts: %s)', async (keep_texts) => {
    const first = await submit();
    const held = await submit({ body: HELD });
    await service.cms.patch(`/v1/comments/${first.id}`, { body: 'A second thought of mine.' });
    await service.moderator.post(`/v1/comments/${held.id}/reject`, {
      ...{ seen_version: 1, reason: 'an attack', note: 'the third one' },
    });
    await submit({ body: `${HELD} Once more.` });
    await erase(first.author.id, { keep_texts });
    const { problems, comments } = await verified();
    expect([comments, problems]).toEqual([3, []]);
    // The same check does find a text that was altered.
    const other = (await service.cms.post('/v1/comments', aComment())).body.comment;
    const stored = await service.deps.store.comments.get('default', other.id);
    expect(stored).not.toBeNull();
    await service.deps.store.transaction('default', async (store) =>
      store.comments.update('default', { ...(stored as Comment), body: 'x' }, 1),
    );
    expect((await verified()).problems).toHaveLength(1);
  });

  it('is on record, and the exported file says what was erased', async () => {
    const { author } = await submit();
    await erase(author.id);
    const entries = await service.deps.store.audit.after('default', 0, 1_000);
    const kinds = entries.filter((entry) => entry.kind.startsWith('author.'));
    expect(kinds.map(({ kind, object_id }) => [kind, object_id])).toEqual([
      ['author.erasing', author.id],
      ['author.erased', author.id],
    ]);
    const { body } = await service.admin.get(`/v1/authors/${author.id}/export`);
    expect(body.erasure).toMatchObject({ texts: 'erased', finished_at: expect.any(String) });
    expect(body.author.erased_at).not.toBeNull();
  });

  it('asks for the author’s id again, for scope admin, and for an author who is there', async () => {
    const { author } = await submit();
    const unsure = await erase(author.id, { confirm: 'yes' });
    expect(unsure.status).toBe(400);
    expect(unsure.body.errors[0].pointer).toBe('/confirm');
    const wanted = { confirm: author.id, keep_texts: false };
    const path = `/v1/authors/${author.id}/erase`;
    expect((await service.moderator.post(path, wanted)).status).toBe(403);
    const stranger = await service.client('admin', 'gazette');
    expect((await stranger.post(path, wanted)).status).toBe(404);
    expect((await service.moderator.get(`/v1/authors/${author.id}`)).body.erased_at).toBeNull();
  });
});

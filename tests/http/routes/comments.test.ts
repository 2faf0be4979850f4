import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aComment, startTestApp, type TestApp } from '../../support/app.js';

let service: TestApp;
beforeAll(async () => {
  service = await startTestApp();
});
afterAll(async () => service.close());

const submit = async (change: Record<string, unknown> = {}) =>
  (await service.cms.post('/v1/comments', aComment(change))).body.comment;

const ids = (page: { data: { id: string }[] }) => page.data.map((item) => item.id);

describe('GET /v1/comments (listComments)', () => {
  it('filters by status, thread, author, standard, reason, time and text', async () => {
    const thread = { external_id: 'filters' };
    const civil = await submit({ thread, body: 'A comment about the Löwenbrücke, nothing more.' });
    const rude = await submit({ thread, body: 'This is fucking late.' });
    service.pass(60);
    const held = await submit({ thread, body: 'You are a clueless moron.' });
    const list = async (query: string) =>
      ids((await service.moderator.get(`/v1/comments?thread=filters&${query}`)).body);

    expect(await list('')).toEqual([held.id, rude.id, civil.id]);
    expect(await list('status=approved')).toEqual([civil.id]);
    expect(await list('status=rejected')).toEqual([rude.id]);
    expect(await list(`author=${held.author.external_id}`)).toEqual([held.id]);
    expect(await list(`author=${held.author.id}`)).toEqual([held.id]);
    expect(await list('standard=personal_attack')).toEqual([held.id]);
    expect(await list('reason=profanity.strong')).toEqual([rude.id]);
    expect(await list(`created_from=${held.created_at}`)).toEqual([held.id]);
    expect(await list(`created_to=${held.created_at}`)).toEqual([rude.id, civil.id]);
    // Elsewhere it is the year 10000 by then.
    expect(await list('created_from=9999-12-31T23:59:59-12:00')).toEqual([]);
    expect(await list('created_to=9999-12-31T23:59:59-12:00')).toHaveLength(3);
    expect(await list(`text=${encodeURIComponent('LÖWENBRÜCKE')}`)).toEqual([civil.id]);
    expect(await list('text=%25')).toEqual([]);
    expect(await list('status=approved&text=clueless')).toEqual([]);
    expect(await list('author=nobody')).toEqual([]);
  });

  it('pages to the end without loss or repeat', async () => {
    const thread = { external_id: 'paging' };
    const made: string[] = [];
    for (let i = 0; i < 7; i += 1) made.unshift((await submit({ thread })).id);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query = `thread=paging&limit=3${cursor === null ? '' : `&cursor=${cursor}`}`;
      const { body } = await service.moderator.get(`/v1/comments?${query}`);
      seen.push(...ids(body));
      cursor = body.next_cursor;
    } while (cursor !== null);
    expect(seen).toEqual(made);
  });

  it('shows the findings of each', async () => {
    const held = await submit({ body: 'You are a clueless moron.' });
    const { body } = await service.moderator.get(`/v1/comments?status=pending&limit=1`);
    expect(body.data[0].id).toBe(held.id);
    expect(body.data[0].findings[0].reason).toBe('attack.insult');
  });

  it.each(['status=gone', 'limit=0', 'limit=201', 'limit=x', 'sttaus=pending', 'created_from=x'])(
    'refuses the query %s with 400',
    async (query) => {
      const { status, body } = await service.moderator.get(`/v1/comments?${query}`);
      expect([status, body.code]).toEqual([400, 'invalid_request']);
    },
  );

  it('is not for submit keys', async () => {
    const { status, body } = await service.cms.get('/v1/comments');
    expect([status, body.code]).toEqual([403, 'forbidden']);
  });
});

describe('GET /v1/comments/{id} (getComment)', () => {
  it('gives the findings and every decision, oldest first', async () => {
    const held = await submit({ body: 'You are a clueless moron.', external_id: 'mine-1' });
    const path = `/v1/comments/${held.id}`;
    await service.moderator.post(`${path}/approve`, { seen_version: 1, note: 'a quotation' });
    const { body } = await service.moderator.get('/v1/comments/mine-1');
    expect(body.id).toBe(held.id);
    expect(body.status).toBe('approved');
    expect(body.findings[0].reason).toBe('attack.insult');
    expect(body.decisions.map((one: { action: string }) => one.action)).toEqual([
      'hold',
      'approve',
    ]);
    expect(body.decisions[1]).toMatchObject({
      actor: { kind: 'moderator', name: 'moderate of default' },
      note: 'a quotation',
      supersedes: body.decisions[0].id,
    });
    const asCms = await service.cms.get(path);
    expect(JSON.stringify(asCms.body)).not.toContain('a quotation');
    expect(asCms.body.decisions[1].actor).toEqual({ kind: 'moderator' });
  });

  it('answers 404 for what is not there', async () => {
    const { status, body } = await service.cms.get('/v1/comments/cmt_none');
    expect([status, body.code]).toEqual([404, 'not_found']);
  });
});

describe('PATCH /v1/comments/{id} (editComment)', () => {
  it('judges the new text and keeps the old one as a revision', async () => {
    const before = await submit({ body: 'A civil word about the bridge.' });
    const path = `/v1/comments/${before.id}`;
    const { status, body } = await service.cms.patch(path, { body: 'What fucking nonsense.' });
    expect(status).toBe(200);
    expect(body.comment).toMatchObject({ status: 'rejected', version: 2 });
    expect(body.verdict.action).toBe('reject');
    const read = await service.moderator.get(path);
    expect(read.body.revisions).toMatchObject([
      { version: 1, body: 'A civil word about the bridge.' },
    ]);
    expect(read.body.findings[0].reason).toBe('profanity.strong');
    const mended = await service.cms.patch(path, { body: 'What nonsense.' });
    expect(mended.body.comment).toMatchObject({ status: 'approved', version: 3 });
  });

  it('holds the edit of a comment that a person rejected', async () => {
    const before = await submit();
    const path = `/v1/comments/${before.id}`;
    await service.moderator.post(`${path}/reject`, { seen_version: 1 });
    const { body } = await service.cms.patch(path, { body: 'Quite another comment altogether.' });
    expect(body.comment.status).toBe('pending');
  });

  it('does not count the text that is edited as a repeat of itself', async () => {
    const before = await submit({ body: 'The same sentence, long enough to be counted.' });
    const { body } = await service.cms.patch(`/v1/comments/${before.id}`, {
      body: 'The same sentence, long enough to be counted!',
    });
    expect(body.comment.status).toBe('approved');
  });

  it.each([
    ['approved', 'You are a clueless moron.', 'approve', 'hold'],
    ['rejected', 'A civil word about the tunnel.', 'reject', 'approve'],
  ])('with the same text leaves what a person %s as it is', async (status, body, act, verdict) => {
    const { id } = await submit({ body });
    const path = `/v1/comments/${id}`;
    await service.moderator.post(`${path}/${act}`, { seen_version: 1, note: 'as I see it' });
    const before = (await service.moderator.get(path)).body;
    const head = await service.moderator.get('/v1/audit/head');
    service.pass(60);

    const again = await service.cms.patch(path, { body });
    expect(again.status).toBe(200);
    expect(again.body.comment).toMatchObject({ id, status, version: 2, edited_at: null });
    expect(again.body.verdict.action).toBe(verdict);
    expect((await service.moderator.get(path)).body).toEqual(before);
    expect(before.revisions).toEqual([]);
    expect((await service.moderator.get('/v1/audit/head')).body).toEqual(head.body);
  });

  it('is answered the second time as the first', async () => {
    const { id } = await submit();
    const edit = { body: 'You are a clueless moron, and so is your bridge.' };
    const first = await service.cms.patch(`/v1/comments/${id}`, edit);
    expect(first.body.comment).toMatchObject({ status: 'pending', version: 2 });
    expect((await service.cms.patch(`/v1/comments/${id}`, edit)).body).toEqual(first.body);
  });

  it.each([
    ['a blank text', { body: ' ' }, 400],
    ['an unknown member', { body: 'x', status: 'approved' }, 400],
    ['no text', {}, 400],
  ])('refuses %s', async (_, change, expected) => {
    const { id } = await submit();
    expect((await service.cms.patch(`/v1/comments/${id}`, change)).status).toBe(expected);
  });
});

describe('DELETE /v1/comments/{id} (withdrawComment)', () => {
  it('takes the comment from readers and keeps it for the record', async () => {
    const thread = { external_id: 'withdrawn' };
    const made = await submit({ thread });
    const { status, body } = await service.cms.delete(`/v1/comments/${made.id}`);
    expect([status, body.status]).toEqual([200, 'deleted']);
    expect((await service.cms.get('/v1/threads/withdrawn/comments')).body.data).toEqual([]);
    const read = await service.moderator.get(`/v1/comments/${made.id}`);
    expect(read.body.body).toBe(made.body);
    expect(read.body.decisions.at(-1)).toMatchObject({
      action: 'delete',
      actor: { kind: 'author' },
    });
  });

  it('is the same when repeated, and final', async () => {
    const made = await submit();
    const path = `/v1/comments/${made.id}`;
    const first = await service.cms.delete(path);
    expect((await service.cms.delete(path)).body).toEqual(first.body);
    const edit = await service.cms.patch(path, { body: 'Back again.' });
    expect([edit.status, edit.body.code]).toEqual([409, 'comment_deleted']);
    const approve = await service.moderator.post(`${path}/approve`, { seen_version: 2 });
    expect([approve.status, approve.body.code]).toEqual([409, 'comment_deleted']);
  });
});

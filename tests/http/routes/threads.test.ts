import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aComment, startTestApp, type TestApp } from '../../support/app.js';

let service: TestApp;
beforeAll(async () => {
  service = await startTestApp();
});
afterAll(async () => service.close());

const submit = async (change: Record<string, unknown> = {}) =>
  (await service.cms.post('/v1/comments', aComment(change))).body.comment;

describe('GET /v1/threads/{id}/comments (listThreadComments)', () => {
  it('shows readers what is approved, oldest first, with replies', async () => {
    const thread = { external_id: 'readers' };
    const first = await submit({ thread });
    const reply = await submit({ thread, parent_id: first.id });
    await submit({ thread, body: 'This is fucking late.' });
    await submit({ thread, body: 'You are a clueless moron.' });
    service.pass(1);
    const last = await submit({ thread });
    const { status, body } = await service.cms.get('/v1/threads/readers/comments');
    expect(status).toBe(200);
    expect(body.next_cursor).toBeNull();
    const ids = body.data.map((comment: { id: string }) => comment.id);
    expect(ids).toEqual([first.id, reply.id, last.id]);
    expect(body.data[1]).toMatchObject({ parent_id: first.id, depth: 1 });
    const byOurId = await service.cms.get(`/v1/threads/${first.thread.id}/comments`);
    expect(byOurId.body).toEqual(body);
  });

  it('orders by when the reader wrote, so that an imported thread reads as it did', async () => {
    const thread = { external_id: 'imported' };
    const later = await submit({ thread, created_at: '2020-05-02T10:00:00Z' });
    const earlier = await submit({ thread, created_at: '2020-05-01T12:00:00+02:00' });
    const { body } = await service.cms.get('/v1/threads/imported/comments');
    const ids = body.data.map((comment: { id: string }) => comment.id);
    expect(ids).toEqual([earlier.id, later.id]);
    expect(body.data[0].created_at).toBe('2020-05-01T10:00:00.000Z');
  });

  it('pages to the end without loss or repeat', async () => {
    const thread = { external_id: 'long' };
    const made: string[] = [];
    for (let i = 0; i < 5; i += 1) made.push((await submit({ thread })).id);
    const seen: string[] = [];
    let query = '?limit=2';
    for (;;) {
      const { body } = await service.cms.get(`/v1/threads/long/comments${query}`);
      seen.push(...body.data.map((comment: { id: string }) => comment.id));
      if (body.next_cursor === null) break;
      query = `?limit=2&cursor=${body.next_cursor}`;
    }
    expect(seen).toEqual(made);
  });

  it('holds nothing that readers may not see', async () => {
    const thread = { external_id: 'private' };
    const author = { name: 'Una', email: 'una@example.org', ip: '203.0.113.9' };
    await submit({ thread, author });
    const { body } = await service.admin.get('/v1/threads/private/comments');
    expect(body.data[0].author.name).toBe('Una');
    expect(JSON.stringify(body)).not.toMatch(/una@example|203\.0|user_agent|status|metadata/u);
  });

  it('answers 404 for an unknown thread and 400 for a foreign cursor', async () => {
    expect((await service.cms.get('/v1/threads/none/comments')).status).toBe(404);
    const other = await submit({ thread: { external_id: 'one' } });
    await submit({ thread: { external_id: 'two' } });
    const { status, body } = await service.cms.get(`/v1/threads/two/comments?cursor=${other.id}`);
    expect([status, body.code]).toEqual([400, 'invalid_cursor']);
  });
});

describe('PUT /v1/threads/{id} (putThread)', () => {
  it('closes a thread for the very next comment and opens it again', async () => {
    const thread = { external_id: 'closing' };
    await submit({ thread });
    const { status, body } = await service.moderator.put('/v1/threads/closing', {
      state: 'closed',
    });
    expect([status, body.state]).toEqual([200, 'closed']);
    const late = await service.cms.post('/v1/comments', aComment({ thread }));
    expect(late.body.comment.status).toBe('rejected');
    expect(late.body.verdict.findings[0].reason).toBe('off_limits.thread_closed');
    await service.moderator.put('/v1/threads/closing', { state: 'open' });
    expect((await submit({ thread })).status).toBe('approved');
  });

  it('premoderates a thread before its first comment', async () => {
    const { body } = await service.moderator.put('/v1/threads/delicate', {
      premoderated: true,
      title: 'A delicate matter',
    });
    expect(body).toMatchObject({ external_id: 'delicate', premoderated: true, state: 'open' });
    const comment = await submit({ thread: { external_id: 'delicate' } });
    expect(comment.status).toBe('pending');
    expect(comment.thread.title).toBe('A delicate matter');
  });

  it('leaves alone what is not said', async () => {
    await service.moderator.put('/v1/threads/kept', { premoderated: true, title: 'T' });
    const { body } = await service.moderator.put('/v1/threads/kept', { state: 'closed' });
    expect(body).toMatchObject({ premoderated: true, title: 'T', state: 'closed' });
  });

  it('refuses a state that there is not, and submit keys', async () => {
    const { status } = await service.moderator.put('/v1/threads/x', { state: 'ajar' });
    expect(status).toBe(400);
    expect((await service.cms.put('/v1/threads/x', { state: 'open' })).status).toBe(403);
  });
});

describe('GET /v1/threads (listThreads, getThread)', () => {
  it('lists threads, newest first, and gives one by either id', async () => {
    await submit({ thread: { external_id: 'newest', title: 'Newest' } });
    const { body } = await service.moderator.get('/v1/threads?limit=1');
    expect(body.data[0].external_id).toBe('newest');
    expect(body.next_cursor).toBe(body.data[0].id);
    const one = await service.cms.get('/v1/threads/newest');
    expect(one.body).toEqual(body.data[0]);
    expect((await service.cms.get(`/v1/threads/${one.body.id}`)).body).toEqual(one.body);
    expect((await service.cms.get('/v1/threads/none')).status).toBe(404);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aComment, startTestApp, type TestApp } from '../../support/app.js';

let service: TestApp;
beforeAll(async () => {
  service = await startTestApp();
});
afterAll(async () => service.close());

const say = async (external_id: string, body?: string) =>
  (
    await service.cms.post(
      '/v1/comments',
      aComment({ author: { external_id, name: external_id }, ...(body !== undefined && { body }) }),
    )
  ).body;

const HELD = 'You are a clueless moron, and so on.';

describe('GET /v1/authors/{id} (getAuthor)', () => {
  it('gives counts by status, standing and blocks, by either id', async () => {
    const { comment } = await say('counted');
    await say('counted', 'This is fucking late.');
    await say('counted', HELD);
    const { status, body } = await service.moderator.get('/v1/authors/counted');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: comment.author.id,
      known_by: 'external_id',
      counts: { approved: 1, rejected: 1, pending: 1, deleted: 0 },
      standing: 'good',
      blocks: [],
    });
    const byId = await service.moderator.get(`/v1/authors/${comment.author.id}`);
    expect(byId.body).toEqual(body);
  });

  it('explains the standing by strikes, agreement and age', async () => {
    const decide = async ({ id }: { id: string }, action: string) =>
      service.moderator.post(`/v1/comments/${id}/${action}`, { seen_version: 1 });
    await say('explained', 'This is fucking early.');
    await decide((await say('explained', HELD)).comment, 'approve');
    await decide((await say('explained')).comment, 'approve');
    await decide((await say('explained', 'What a clueless moron you are.')).comment, 'reject');
    await decide((await say('explained')).comment, 'reject');
    service.pass(86_400);
    const { body } = await service.moderator.get('/v1/authors/explained');
    const { strikes, ...rest } = body.standing_explained;
    expect(rest).toEqual({
      age_days: 1,
      engine: { looked_at: 4, agreed: 2, flagged_wrongly: 1, missed: 1 },
      reports: { agreed: 0, disagreed: 0, open: 0 },
      warnings: { given: 0, unacknowledged: 0 },
      blocks: { in_force: 0, past: 0 },
    });
    expect(strikes).toMatchObject({ in_force: [{}, {}, {}], block_at: 0 });
    const [{ decided_at, expires_at }] = strikes.in_force;
    expect(Date.parse(expires_at) - Date.parse(decided_at)).toBe(90 * 86_400_000);
  });

  it('answers 404 for nobody and 403 to a submit key', async () => {
    expect((await service.moderator.get('/v1/authors/nobody')).status).toBe(404);
    expect((await service.cms.get('/v1/authors/counted')).status).toBe(403);
  });
});

describe('GET /v1/authors (listAuthors)', () => {
  it('lists authors, newest first, and finds them by name', async () => {
    await say('Zacharias');
    await say('Yolanda');
    const all = await service.moderator.get('/v1/authors?limit=2');
    expect(all.body.data.map((author: { name: string }) => author.name)).toEqual([
      'Yolanda',
      'Zacharias',
    ]);
    const found = await service.moderator.get('/v1/authors?name=zachar');
    expect(found.body.data).toHaveLength(1);
    expect(found.body.data[0]).toMatchObject({ standing: 'good', counts: { approved: 1 } });
  });
});

describe('POST /v1/authors/{id}/block (blockAuthor)', () => {
  it('rejects the very next comment', async () => {
    await say('rude');
    const { status, body } = await service.moderator.post('/v1/authors/rude/block', {
      reason: 'attacks after a warning',
    });
    expect(status).toBe(200);
    expect(body.author.standing).toBe('blocked');
    expect(body.block).toMatchObject({ kind: 'author', mode: 'reject', until: null });
    const next = await say('rude');
    expect(next.comment.status).toBe('rejected');
    expect(next.verdict.findings[0]).toMatchObject({ reason: 'blocked.author', spans: [] });
  });

  it('rejects what waits in the same transaction, unless told not to', async () => {
    const waits = (await say('waiting', HELD)).comment;
    const kept = (await say('kept', HELD)).comment;
    const { body } = await service.moderator.post('/v1/authors/waiting/block', { reason: 'r' });
    expect(body.rejected_comments).toBe(1);
    expect(body.author.counts).toMatchObject({ pending: 0, rejected: 1 });
    const read = await service.moderator.get(`/v1/comments/${waits.id}`);
    expect(read.body.status).toBe('rejected');
    expect(read.body.decisions.at(-1)).toMatchObject({
      actor: { kind: 'moderator' },
      reason: 'author blocked: r',
    });
    await service.moderator.post('/v1/authors/kept/block', { reason: 'r', reject_pending: false });
    expect((await service.moderator.get(`/v1/comments/${kept.id}`)).body.status).toBe('pending');
  });

  it('holds in mode hold', async () => {
    await say('watched');
    await service.moderator.post('/v1/authors/watched/block', { reason: 'r', mode: 'hold' });
    expect((await say('watched')).comment.status).toBe('pending');
  });

  it('rejects with shadow: true in mode shadow', async () => {
    await say('troll');
    await service.moderator.post('/v1/authors/troll/block', { reason: 'r', mode: 'shadow' });
    const { comment, verdict } = await say('troll');
    expect(comment).toMatchObject({ status: 'rejected', shadow: true });
    expect(verdict.shadow).toBe(true);
  });

  it('ends by itself', async () => {
    await say('paused');
    const until = new Date(service.deps.clock() + 3_600_000).toISOString();
    await service.moderator.post('/v1/authors/paused/block', { reason: 'r', until });
    expect((await say('paused')).comment.status).toBe('rejected');
    service.pass(3_601);
    expect((await say('paused')).comment.status).toBe('approved');
    expect((await service.moderator.get('/v1/authors/paused')).body.standing).toBe('good');
  });

  it('replaces the block that is in force', async () => {
    await say('twice');
    await service.moderator.post('/v1/authors/twice/block', { reason: 'first' });
    const { body } = await service.moderator.post('/v1/authors/twice/block', {
      reason: 'second',
      mode: 'hold',
    });
    const [newest, older] = body.author.blocks;
    expect(newest).toMatchObject({ reason: 'second', lifted_at: null });
    expect(older.lifted_at).not.toBeNull();
    expect((await say('twice')).comment.status).toBe('pending');
  });

  it.each([
    ['no reason', {}],
    ['an end in the past', { reason: 'r', until: '2020-01-01T00:00:00Z' }],
    ['an unknown mode', { reason: 'r', mode: 'ban' }],
  ])('refuses %s', async (_, body) => {
    await say('rude');
    expect((await service.moderator.post('/v1/authors/rude/block', body)).status).toBe(400);
  });
});

describe('GET /v1/authors/{id}/blocks (listAuthorBlocks)', () => {
  it('pages through every block on the author, the newest first', async () => {
    await say('history');
    await say('somebody');
    await service.moderator.post('/v1/authors/somebody/block', { reason: 'not theirs' });
    for (const reason of ['one', 'two', 'three']) {
      await service.moderator.post('/v1/authors/history/block', { reason });
    }
    const path = '/v1/authors/history/blocks?limit=2';
    const first = await service.moderator.get(path);
    const reasons = (page: { body: { data: { reason: string }[] } }) =>
      page.body.data.map(({ reason }) => reason);
    expect(reasons(first)).toEqual(['three', 'two']);
    const rest = await service.moderator.get(`${path}&cursor=${first.body.next_cursor}`);
    expect([reasons(rest), rest.body.next_cursor]).toEqual([['one'], null]);
  });

  it('answers 404 for nobody and 403 to a submit key', async () => {
    expect((await service.moderator.get('/v1/authors/nobody/blocks')).status).toBe(404);
    expect((await service.cms.get('/v1/authors/history/blocks')).status).toBe(403);
  });
});

describe('POST /v1/authors/{id}/unblock (unblockAuthor)', () => {
  it('lets the author post again, and is harmless when there is no block', async () => {
    await say('forgiven');
    await service.moderator.post('/v1/authors/forgiven/block', { reason: 'r' });
    const { status, body } = await service.moderator.post('/v1/authors/forgiven/unblock');
    expect([status, body.standing]).toEqual([200, 'good']);
    expect(body.blocks[0].lifted_by).toBe('moderate of default');
    expect((await say('forgiven')).comment.status).toBe('approved');
    expect((await service.moderator.post('/v1/authors/forgiven/unblock')).status).toBe(200);
  });
});

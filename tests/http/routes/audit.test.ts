import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aComment, startTestApp, type TestApp } from '../../support/app.js';

let service: TestApp;
let comment: { id: string; author: { id: string } };
beforeAll(async () => {
  service = await startTestApp();
  const { cms, moderator, admin } = service;
  const said = aComment({ external_id: 'c-1', author: { external_id: 'r-1', name: 'Reader' } });
  comment = (await cms.post('/v1/comments', said)).body.comment;
  service.pass(60);
  await moderator.post('/v1/comments/c-1/reject', { seen_version: 1, reason: 'off topic' });
  await cms.post('/v1/comments/c-1/reports', { reporter: { external_id: 'r-2' }, reason: 'spam' });
  await moderator.post('/v1/authors/r-1/block', { mode: 'reject', reason: 'ads' });
  await moderator.post('/v1/authors/r-1/unblock');
  await admin.put('/v1/threads/article-1', { state: 'closed' });
  await admin.put('/v1/policy', { preset: 'strict' }, { 'if-match': '*' });
  await cms.delete('/v1/comments/c-1');
});
afterAll(async () => service.close());

const kinds = (body: { data: { kind: string }[] }): string[] => body.data.map(({ kind }) => kind);

describe('GET /v1/audit (listAudit)', () => {
  it('has every act, newest first', async () => {
    const { status, body } = await service.moderator.get('/v1/audit');
    expect(status).toBe(200);
    expect(kinds(body)).toEqual([
      'comment.deleted',
      'policy.changed',
      'thread.changed',
      'author.unblocked',
      'author.blocked',
      'comment.reported',
      'comment.rejected',
      'comment.approved',
      'comment.submitted',
      ...Array<string>(3).fill('key.created'),
    ]);
    expect(body.data.map(({ sequence }: { sequence: number }) => sequence)).toEqual(
      Array.from({ length: 12 }, (_, at) => 12 - at),
    );
  });

  it('says who did what to what, with how it was before', async () => {
    const { body } = await service.moderator.get('/v1/audit?kind=comment.rejected');
    expect(body.data).toMatchObject([
      {
        actor: { kind: 'moderator', name: 'moderate of default' },
        object: { kind: 'comment', id: comment.id },
        author_id: comment.author.id,
        before: { status: 'approved', version: 1 },
        after: { status: 'rejected', version: 2, decision_id: expect.stringMatching(/^dec_/u) },
        created_at: '2026-11-23T12:01:00.000Z',
      },
    ]);
  });

  it('tells of the engine, the author and a reader without a name', async () => {
    const { body } = await service.moderator.get('/v1/audit?comment=c-1');
    const actors = body.data.map(({ actor }: { actor: object }) => actor);
    expect(actors).toEqual([
      { kind: 'author', id: comment.author.id, name: null },
      { kind: 'reader', id: null, name: null },
      { kind: 'moderator', id: expect.any(String), name: 'moderate of default' },
      { kind: 'system', id: null, name: null },
      { kind: 'author', id: comment.author.id, name: null },
    ]);
  });

  it.each([
    ['author=r-1', 7],
    ['author=nobody', 0],
    ['comment=none', 0],
    ['from=2026-11-23T12:01:00Z', 7],
    ['to=2026-11-23T12:01:00Z', 5],
    ['kind=policy.changed', 1],
  ])('filters by %s', async (query, count) => {
    const { body } = await service.moderator.get(`/v1/audit?${query}`);
    expect(body.data).toHaveLength(count);
  });

  it('filters by actor and object', async () => {
    const { body } = await service.moderator.get(`/v1/audit?object=${comment.id}`);
    expect(kinds(body)).toHaveLength(4);
    const { id } = body.data[1].actor;
    const acts = await service.moderator.get(`/v1/audit?actor=${id}`);
    expect(kinds(acts.body)).toEqual(['author.unblocked', 'author.blocked', 'comment.rejected']);
  });

  it('pages to the end without loss or repeat while others write', async () => {
    const { body: first } = await service.moderator.get('/v1/audit?limit=1');
    const seen: number[] = [];
    let cursor: string | null = String(Number(first.data[0].sequence) + 1);
    while (cursor !== null) {
      const page = await service.moderator.get(`/v1/audit?limit=5&cursor=${cursor}`);
      seen.push(...page.body.data.map(({ sequence }: { sequence: number }) => sequence));
      cursor = page.body.next_cursor;
      await service.cms.post('/v1/comments', aComment({ thread: { external_id: 'article-2' } }));
    }
    const { sequence } = first.data[0];
    expect(seen).toEqual(Array.from({ length: sequence }, (_, at) => sequence - at));
  });

  it('refuses a cursor that is no place in the record, with 400', async () => {
    const { status, body } = await service.moderator.get('/v1/audit?cursor=dec_1');
    expect([status, body.code]).toEqual([400, 'invalid_cursor']);
  });

  it('is not for a key of a CMS, and shows nothing of another site', async () => {
    expect((await service.cms.get('/v1/audit')).status).toBe(403);
    const other = await service.client('moderate', 'other');
    expect(kinds((await other.get('/v1/audit')).body)).toEqual(['key.created']);
  });
});

describe('GET /v1/audit/head (getAuditHead)', () => {
  it('is where the record ends', async () => {
    const { body } = await service.moderator.get('/v1/audit?limit=1');
    const { sequence, hash } = body.data[0];
    const head = await service.moderator.get('/v1/audit/head');
    expect(head.body).toEqual({ sequence, hash });
  });
});

describe('GET /v1/decisions (listDecisions)', () => {
  it('has the decisions of all, newest first', async () => {
    const { body } = await service.moderator.get('/v1/decisions?author=r-1');
    const said = body.data.map(({ action, actor }: { action: string; actor: { kind: string } }) => [
      action,
      actor.kind,
    ]);
    expect(said).toEqual([
      ['delete', 'author'],
      ['reject', 'moderator'],
      ['approve', 'system'],
    ]);
  });

  it.each([
    ['comment=c-1&action=reject', 1],
    ['comment=c-1&actor_kind=system', 1],
    ['comment=none', 0],
    ['author=nobody', 0],
    ['comment=c-1&from=2026-11-23T12:01:00Z', 2],
    ['comment=c-1&to=2026-11-23T12:01:00Z', 1],
  ])('filters by %s', async (query, count) => {
    const { body } = await service.moderator.get(`/v1/decisions?${query}`);
    expect(body.data).toHaveLength(count);
  });

  it('filters by the key that decided, and pages', async () => {
    const { body } = await service.moderator.get('/v1/decisions?comment=c-1&limit=1');
    expect(body.next_cursor).toBe(body.data[0].id);
    const next = await service.moderator.get(
      `/v1/decisions?comment=c-1&limit=1&cursor=${body.next_cursor}`,
    );
    const { actor, id } = next.body.data[0];
    const own = await service.moderator.get(`/v1/decisions?actor=${actor.id}`);
    expect(own.body.data).toMatchObject([{ id }]);
  });
});

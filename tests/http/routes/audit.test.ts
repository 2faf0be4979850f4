import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { verifyAudit } from '../../../src/operations/verify-audit.js';
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

describe('POST /v1/audit/verify (verifyAudit)', () => {
  const PATH = '/v1/audit/verify';
  const input = { site_id: 'default', known: null };

  it('finds an untouched record whole, and says where it ends', async () => {
    const { body: head } = await service.admin.get('/v1/audit/head');
    const { status, body } = await service.admin.post(PATH);
    expect(status).toBe(200);
    expect(body).toEqual({
      ...{ ended: 'complete', whole: true, entries: head.sequence, unsealed: 0, head, problems: [] },
      comments: (await service.moderator.get('/v1/comments')).body.data.length,
    });
  });

  it('finds whole what still has in it the end that was noted', async () => {
    const { body } = await service.moderator.get('/v1/audit?limit=4');
    const { sequence, hash } = body.data[3];
    const answer = await service.admin.post(PATH, { known: { sequence, hash } });
    expect(answer.body).toMatchObject({ whole: true, problems: [] });
  });

  it.each([
    ['at which another entry stands', 2, 'its hash is not the one that was noted for it'],
    ['that it no longer reaches', 9_999, 'it was known to reach 9999'],
  ])('names the entry where a noted end is one %s', async (_, sequence, what) => {
    const known = { sequence, hash: 'f'.repeat(64) };
    const { body } = await service.admin.post(PATH, { known });
    expect(body).toMatchObject({ ended: 'complete', whole: false, comments: 0 });
    expect(body.problems).toMatchObject([{ what: expect.stringContaining(what) }]);
  });

  it('tells how far it is to who accepts events, and then the same', async () => {
    const { body: result } = await service.admin.post(PATH);
    const events = { accept: 'text/event-stream' };
    const { headers, body } = await service.admin.post(PATH, {}, events);
    expect(headers['content-type']).toBe('text/event-stream');
    const total = Number(result.entries) + Number(result.comments);
    const [first, ...rest] = String(body).trim().split('\n\n');
    expect(first).toBe(`event: progress\ndata: {"read":0,"total":${total}}`);
    expect(rest.at(-2)).toBe(`event: progress\ndata: {"read":${total},"total":${total}}`);
    expect(JSON.parse(rest.at(-1)?.split('data: ')[1] ?? '')).toEqual(result);
  });

  it('is done once at a time for a site', async () => {
    const others: Promise<unknown>[] = [];
    const onProgress = (): void => {
      const other = verifyAudit(service.deps, input, { onProgress });
      others.push(other.catch((error: unknown) => error));
    };
    const { problems } = await verifyAudit(service.deps, input, { onProgress });
    expect(problems).toEqual([]);
    expect(await others[0]).toMatchObject({ code: 'verification_in_progress' });
    expect((await service.admin.post(PATH)).status).toBe(200);
  });

  it('ends early when it is cancelled, and says so', async () => {
    const control = { onProgress: () => undefined, signal: AbortSignal.abort() };
    expect(await verifyAudit(service.deps, input, control)).toMatchObject({
      ...{ ended: 'cancelled', comments: 0, problems: [] },
    });
  });

  it.each([
    { known: { sequence: 1 } },
    { known: { sequence: 1, hash: 'abc' } },
    { known: { sequence: -1, hash: 'f'.repeat(64) } },
    { more: 1 },
  ])('refuses %j, with 400', async (body) => {
    expect((await service.admin.post(PATH, body)).status).toBe(400);
  });

  it('is for administrators, and reads the record of their site alone', async () => {
    expect((await service.moderator.post(PATH)).status).toBe(403);
    const other = await service.client('admin', 'gazette');
    expect((await other.post(PATH)).body).toMatchObject({ whole: true, entries: 1, comments: 0 });
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
    const unknown = await service.moderator.get(`/v1/decisions?cursor=dec_${'0'.repeat(26)}`);
    expect([unknown.status, unknown.body.code]).toEqual([400, 'invalid_cursor']);
    const { actor, id } = next.body.data[0];
    const own = await service.moderator.get(`/v1/decisions?actor=${actor.id}`);
    expect(own.body.data).toMatchObject([{ id }]);
  });
});

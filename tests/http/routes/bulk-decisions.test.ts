import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { aComment, startTestApp, type TestApp } from '../../support/app.js';
import type { Answer } from '../../support/client.js';
import { heldComment } from '../../support/desk.js';

let service: TestApp;
beforeEach(async () => {
  service = await startTestApp();
});
afterEach(async () => service.close());

const approve = (comment_id: string, change: object = {}): object => ({
  comment_id,
  seen_version: 1,
  action: 'approve',
  ...change,
});
const decide = async (decisions: readonly object[]): Promise<Answer> =>
  service.moderator.post('/v1/decisions', { decisions });
const read = async (id: string): Promise<Answer['body']> =>
  (await service.moderator.get(`/v1/comments/${id}`)).body;

describe('POST /v1/decisions (decideComments)', () => {
  it('answers each for itself, in order, and a bad one hinders no other', async () => {
    const [one, two, gone, claimed] = [
      await heldComment(service),
      await heldComment(service, { external_id: 'cms-2' }),
      await heldComment(service),
      await heldComment(service, { thread: { external_id: 'x', section: 'claimed' } }),
    ];
    await service.cms.delete(`/v1/comments/${gone.id}`);
    await service.admin.post('/v1/queue/claims', { filter: { section: 'claimed' } });
    const { status, body } = await decide([
      approve(one.id, { reason: 'fair', standard: 'spam', legal_ground: '§ 1' }),
      approve(one.id, { action: 'reject' }),
      approve('cmt_none'),
      approve(gone.id),
      approve(claimed.id),
      approve('cms-2', { action: 'reject', note: 'see above' }),
      approve(claimed.id, { override: true }),
    ]);
    expect(status).toBe(200);
    const results = body.results.map((each: Answer['body']) => [each.status, each.code]);
    expect(results).toEqual([
      ['ok', null],
      ['conflict', 'version_conflict'],
      ['not_found', 'not_found'],
      ['conflict', 'comment_deleted'],
      ['conflict', 'claimed_by_another'],
      ['ok', null],
      ['ok', null],
    ]);
    expect(body.results[1].current).toEqual({ id: one.id, status: 'approved', version: 2 });
    expect(body.results[5].current).toEqual({ id: two.id, status: 'rejected', version: 2 });
    const { decisions } = await read(one.id);
    expect(decisions).toHaveLength(2);
    expect(decisions[1]).toMatchObject({
      id: body.results[0].decision_id,
      standard: 'spam',
      legal_ground: '§ 1',
      restores: null,
    });
  });

  it('takes five hundred at once, and lets a submit in between', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 60; i += 1) ids.push((await heldComment(service)).id);
    const many = Array.from({ length: 500 }, (_, at) => approve(ids[at % 60] ?? ''));
    const order: string[] = [];
    await Promise.all([
      decide(many).then(({ body }) => {
        order.push('decided');
        const ok = body.results.filter((each: Answer['body']) => each.status === 'ok');
        expect([body.results.length, ok.length]).toEqual([500, 60]);
      }),
      service.cms.post('/v1/comments', aComment()).then(() => order.push('submitted')),
    ]);
    expect(order).toEqual(['submitted', 'decided']);
  });

  it('says that the rest failed when the database does, and keeps what it acknowledged', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 25; i += 1) ids.push((await heldComment(service)).id);
    const { decideComments } = await import('../../../src/operations/decide-comments.js');
    let transactions = 0;
    const store = {
      ...service.deps.store,
      transaction: async <T>(
        siteId: string,
        work: (bound: typeof service.deps.store) => Promise<T>,
      ) => {
        transactions += 1;
        if (transactions > 1) throw new Error('the disk is full');
        return service.deps.store.transaction(siteId, work);
      },
    };
    const caller = { id: 'key_x', site_id: 'default', name: 'X', scope: 'moderate' } as const;
    const outcomes = await decideComments(
      { ...service.deps, store },
      {
        caller,
        decisions: ids.map((id) => ({
          id,
          seen_version: 1,
          action: 'approve' as const,
          reason: null,
          note: null,
        })),
      },
    );
    expect(outcomes.map(({ refused }) => refused?.code ?? 'ok')).toEqual([
      ...Array.from({ length: 20 }, () => 'ok'),
      ...Array.from({ length: 5 }, () => 'unavailable'),
    ]);
    expect((await read(ids[19] ?? '')).status).toBe('approved');
    expect((await read(ids[20] ?? '')).status).toBe('pending');
  });

  it.each([
    ['none', [], '/decisions'],
    ['too many', Array.from({ length: 501 }, () => approve('x')), '/decisions'],
    ['one without a version', [{ comment_id: 'x', action: 'approve' }], '/decisions/0/seen_version'],
    ['an action that is none', [approve('x', { action: 'hide' })], '/decisions/0/action'],
  ])('answers 400 to %s', async (_, decisions, pointer) => {
    const { status, body } = await decide(decisions);
    expect([status, body.errors[0].pointer]).toEqual([400, pointer]);
  });

  it('is not for submit keys, and another site’s comment is not there', async () => {
    const { id } = await heldComment(service);
    const decisions = [approve(id)];
    expect((await service.cms.post('/v1/decisions', { decisions })).status).toBe(403);
    const other = await service.client('moderate', 'other');
    const { body } = await other.post('/v1/decisions', { decisions });
    expect(body.results[0]).toMatchObject({ status: 'not_found', current: null });
  });
});

describe('POST /v1/decisions/by-filter (decideByFilter)', () => {
  const author = { external_id: 'lou', name: 'Lou' };
  const asked = { filter: { author: 'lou' }, action: 'reject', reason: 'advertising' };
  const send = async (change: object): Promise<Answer> =>
    service.moderator.post('/v1/decisions/by-filter', { ...asked, ...change });
  const heldOfLou = async (): Promise<Answer['body']> => {
    service.pass(600);
    return heldComment(service, { author });
  };

  it('says first what it would be about, and then does that', async () => {
    const [one, two] = [await heldOfLou(), await heldOfLou()];
    const other = await heldComment(service);
    const dry = await send({ dry_run: true });
    expect(dry.body).toMatchObject({ dry_run: true, count: 2, more: false, results: [] });
    expect(dry.body.sample.map((each: Answer['body']) => each.id)).toEqual([one.id, two.id]);
    expect((await read(one.id)).status).toBe('pending');
    const run = await send({ dry_run: false, token: dry.body.token });
    expect(run.body).toMatchObject({ count: 2, more: false, sample: [], token: null });
    expect((await read(two.id)).decisions[1]).toMatchObject({
      action: 'reject',
      reason: 'advertising',
      actor: { kind: 'moderator' },
    });
    expect((await read(other.id)).status).toBe('pending');
    expect((await send({ dry_run: true })).body).toMatchObject({ count: 0, token: null });
  });

  it.each([
    [{ section: 'sport' }, 'sport'],
    [{ language: 'en' }, 'english'],
    [{ section: 'sport', language: 'de' }, undefined],
  ])('keeps to %j', async (filter, only) => {
    const thread = { external_id: 'cup', section: 'sport' };
    await heldComment(service, { external_id: 'sport', thread, locale: null });
    await heldComment(service, { external_id: 'english', locale: 'en-GB' });
    await heldComment(service, { external_id: 'neither', locale: 'ens' });
    const body = { filter, action: 'reject', dry_run: true };
    const found = (await service.moderator.post('/v1/decisions/by-filter', body)).body;
    expect(found.sample.map((each: Answer['body']) => each.external_id)).toEqual(only ? [only] : []);
    const query = new URLSearchParams(Object.entries(filter)).toString();
    const listed = (await service.moderator.get(`/v1/comments?${query}`)).body;
    expect(listed.data.map((each: Answer['body']) => each.external_id)).toEqual(only ? [only] : []);
  });

  it('leaves alone what came or changed since the dry run', async () => {
    const [edited, decided, left] = [await heldOfLou(), await heldOfLou(), await heldOfLou()];
    const { token } = (await send({ dry_run: true })).body;
    await service.cms.patch(`/v1/comments/${edited.id}`, { body: 'You are an utter moron, sir.' });
    await service.moderator.post(`/v1/comments/${decided.id}/approve`, { seen_version: 1 });
    const fresh = await heldOfLou();
    const { body } = await send({ dry_run: false, token });
    expect(body.results).toMatchObject([{ comment_id: left.id, status: 'ok' }]);
    for (const [id, status] of [
      [edited.id, 'pending'],
      [decided.id, 'approved'],
      [left.id, 'rejected'],
      [fresh.id, 'pending'],
    ]) {
      expect([id, (await read(id)).status]).toEqual([id, status]);
    }
  });

  it('goes on in turns until nothing is left, past what another has claimed', async () => {
    const claimed = await heldOfLou();
    for (let i = 0; i < 500; i += 1) await heldOfLou();
    await service.admin.post('/v1/queue/claims', { count: 1 });
    const dry = await send({ dry_run: true });
    expect([dry.body.count, dry.body.sample.length]).toEqual([501, 10]);
    const first = await send({ dry_run: false, token: dry.body.token });
    expect(first.body).toMatchObject({ count: 500, more: true, token: expect.any(String) });
    expect(first.body.results[0]).toMatchObject({
      comment_id: claimed.id,
      code: 'claimed_by_another',
    });
    const second = await send({ dry_run: false, token: first.body.token });
    expect(second.body).toMatchObject({ count: 1, more: false, token: null });
    const { body } = await service.moderator.get('/v1/queue?author=lou');
    expect(body.data.map((item: Answer['body']) => item.comment.id)).toEqual([claimed.id]);
  });

  it('needs the token of a dry run of the same filter, action and key, and a fresh one', async () => {
    await heldOfLou();
    const { token } = (await send({ dry_run: true })).body;
    for (const change of [
      {},
      { token: 'x' },
      { token, action: 'approve' },
      { token, filter: { author: 'lou', standard: 'personal_attack' } },
    ]) {
      const { status, body } = await send({ dry_run: false, ...change });
      expect([status, body.code]).toEqual([422, 'dry_run_needed']);
    }
    const others = { ...asked, dry_run: false, token };
    expect((await service.admin.post('/v1/decisions/by-filter', others)).status).toBe(422);
    service.pass(3_601);
    expect((await send({ dry_run: false, token })).status).toBe(422);
  });

  it('answers 400 without a filter, and finds nothing of an author that is not there', async () => {
    expect((await send({ filter: {}, dry_run: true })).status).toBe(400);
    expect((await send({ filter: { author: 'nobody' }, dry_run: true })).body.count).toBe(0);
  });
});

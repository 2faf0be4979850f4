import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { startTestApp, type TestApp } from '../../support/app.js';
import type { Answer, Client } from '../../support/client.js';
import { heldComment } from '../../support/desk.js';

let service: TestApp;
let ada: Client;
let ben: Client;
beforeEach(async () => {
  service = await startTestApp();
  ada = await service.client('moderate');
  ben = await service.client('moderate');
});
afterEach(async () => service.close());

const take = async (who: Client, body: object = {}, headers = {}): Promise<string[]> =>
  idsOf(await who.post('/v1/queue/claims', body, headers));
const idsOf = ({ body }: Answer): string[] =>
  body.data.map((item: Answer['body']) => item.comment.id);
const held = async (count: number): Promise<string[]> => {
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) ids.push((await heldComment(service)).id);
  return ids;
};

describe('POST /v1/queue/claims (claimComments)', () => {
  it('gives the next that nobody holds, in the order of the queue', async () => {
    const ids = await held(5);
    expect(await take(ada, { count: 2 })).toEqual(ids.slice(0, 2));
    expect(await take(ben, { count: 2 })).toEqual(ids.slice(2, 4));
    expect(await take(ada, { count: 2 })).toEqual(ids.slice(4));
    expect(await take(ben)).toEqual([]);
    const { body } = await ben.get('/v1/queue');
    expect(body.data[0]).toMatchObject({
      claim: { mine: false, expires_at: '2026-11-23T12:15:00.000Z' },
      actions: ['override', 'note', 'block_author'],
    });
    expect(body.data[2]).toMatchObject({
      claim: { mine: true },
      actions: ['approve', 'reject', 'release', 'note', 'block_author'],
    });
  });

  it('never gives two moderators the same, however they ask', async () => {
    const ids = await held(24);
    const turns = Array.from({ length: 12 }, (_, at) =>
      take(at % 2 === 0 ? ada : ben, { count: 2 }),
    );
    const given = (await Promise.all(turns)).flat();
    expect(given.toSorted()).toEqual(ids.toSorted());
  });

  it('lapses by itself', async () => {
    const ids = await held(1);
    expect(await take(ada, { minutes: 10 })).toEqual(ids);
    service.pass(599);
    expect(await take(ben)).toEqual([]);
    service.pass(1);
    expect(idsOf(await ada.get('/v1/queue/claims'))).toEqual([]);
    expect(await take(ben)).toEqual(ids);
  });

  it('keeps to a filter, and to fifty for one moderator', async () => {
    await held(51);
    const { id } = await heldComment(service, { thread: { external_id: 'x', section: 'sport' } });
    expect(await take(ada, { filter: { section: 'sport' } })).toEqual([id]);
    expect(await take(ada, { count: 50 })).toHaveLength(49);
    expect(await take(ada, { count: 1 })).toEqual([]);
    expect(await take(ben, { filter: { thread: 'nowhere' } })).toEqual([]);
  });

  it('answers a repeated Idempotency-Key with the same comments', async () => {
    const ids = await held(4);
    const key = { 'idempotency-key': 'k-1' };
    expect(await take(ada, { count: 2 }, key)).toEqual(ids.slice(0, 2));
    expect(await take(ada, { count: 2 }, key)).toEqual(ids.slice(0, 2));
    expect(await take(ada, { count: 2 })).toEqual(ids.slice(2));
  });

  it('is on record', async () => {
    const [id = ''] = await held(1);
    await take(ada);
    await ada.delete(`/v1/queue/claims/${id}`);
    const entries = await service.deps.store.audit.after('default', 0, 100);
    const acts = entries.filter(({ kind }) => kind.startsWith('claim.'));
    expect(acts.map(({ kind, object_id }) => [kind, object_id])).toEqual([
      ['claim.taken', id],
      ['claim.released', id],
    ]);
  });

  it.each([
    ['no comment', { count: 0 }, '/count'],
    ['too many', { count: 51 }, '/count'],
    ['too long', { minutes: 61 }, '/minutes'],
    ['a filter that is none', { filter: { colour: 'red' } }, '/filter/colour'],
  ])('answers 400 to %s', async (_, body, pointer) => {
    const answer = await ada.post('/v1/queue/claims', body);
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, pointer]);
  });
});

describe('POST /v1/queue/claims/{id} (claimComment)', () => {
  const takeOne = async (who: Client, id: string, body: object = {}): Promise<Answer> =>
    who.post(`/v1/queue/claims/${id}`, body);

  it('takes the comment that is looked at, wherever it stands, and says who has it', async () => {
    const [, , third = ''] = await held(3);
    const { status, body } = await takeOne(ada, third, { minutes: 5 });
    expect([status, body]).toEqual([
      200,
      {
        mine: true,
        key_id: expect.any(String),
        key_name: 'moderate of default',
        claimed_at: '2026-11-23T12:00:00.000Z',
        expires_at: '2026-11-23T12:05:00.000Z',
      },
    ]);
    const file = (await ben.get(`/v1/comments/${third}`)).body;
    expect(file.claim).toMatchObject({ mine: false, key_name: 'moderate of default' });
    expect((await service.cms.get(`/v1/comments/${third}`)).body).not.toHaveProperty('claim');
  });

  it('is refused to another until it lapses, and begins anew for who has it', async () => {
    const [id = ''] = await held(1);
    await takeOne(ada, id);
    const refused = await takeOne(ben, id);
    expect([refused.status, refused.body.code]).toEqual([409, 'claimed_by_another']);
    service.pass(60);
    const again = await takeOne(ada, id);
    expect(again.body.expires_at).toBe('2026-11-23T12:16:00.000Z');
    service.pass(15 * 60);
    expect((await takeOne(ben, id)).body).toMatchObject({ mine: true });
  });

  it('gives back what was taken first where one would hold more than one may', async () => {
    const ids = await held(51);
    expect(await take(ada, { count: 50 })).toHaveLength(50);
    service.pass(1);
    await takeOne(ada, ids[0] ?? '');
    await takeOne(ada, ids[50] ?? '');
    const now = idsOf(await ada.get('/v1/queue/claims'));
    expect([now.length, now.includes(ids[0] ?? ''), now.includes(ids[50] ?? '')]).toEqual([
      ...[50, true, true],
    ]);
  });

  it('answers 404 for a comment that is not there, and 409 for a withdrawn one', async () => {
    const [id = ''] = await held(1);
    await service.cms.delete(`/v1/comments/${id}`);
    expect((await takeOne(ada, 'cmt_none')).status).toBe(404);
    const gone = await takeOne(ada, id);
    expect([gone.status, gone.body.code]).toEqual([409, 'comment_deleted']);
  });
});

describe('GET and DELETE /v1/queue/claims (listClaims, releaseClaims)', () => {
  it('shows and gives back what is held, one or all', async () => {
    const ids = await held(3);
    await take(ada);
    expect(idsOf(await ada.get('/v1/queue/claims'))).toEqual(ids);
    expect(idsOf(await ben.get('/v1/queue/claims'))).toEqual([]);
    expect((await ada.delete(`/v1/queue/claims/${ids[0]}`)).body).toEqual({ released: 1 });
    expect(await take(ben, { count: 1 })).toEqual(ids.slice(0, 1));
    expect((await ada.delete('/v1/queue/claims')).body).toEqual({ released: 2 });
    expect((await ada.delete('/v1/queue/claims')).body).toEqual({ released: 0 });
  });

  it('answers 404 for another’s claim, and for a comment that is not there', async () => {
    const [id = ''] = await held(1);
    await take(ada);
    expect((await ben.delete(`/v1/queue/claims/${id}`)).status).toBe(404);
    expect((await ben.delete('/v1/queue/claims/cmt_none')).status).toBe(404);
    expect(idsOf(await ada.get('/v1/queue/claims'))).toEqual([id]);
  });
});

describe('A claimed comment', () => {
  it('is decided by who claimed it, and by another only with override', async () => {
    const [one = '', two = ''] = await held(2);
    await take(ada);
    const refused = await ben.post(`/v1/comments/${one}/approve`, { seen_version: 1 });
    expect([refused.status, refused.body.code]).toEqual([409, 'claimed_by_another']);
    expect(refused.body.detail).toContain('2026-11-23T12:15:00.000Z');
    const insisted = { seen_version: 1, override: true };
    expect((await ben.post(`/v1/comments/${one}/approve`, insisted)).status).toBe(200);
    expect((await ada.post(`/v1/comments/${two}/reject`, { seen_version: 1 })).status).toBe(200);
    expect(idsOf(await ada.get('/v1/queue/claims'))).toEqual([]);
    expect(await service.deps.store.claims.on('default', [one, two], '')).toEqual(new Map());
  });
});

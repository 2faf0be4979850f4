import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { aComment, startTestApp, type TestApp } from '../../support/app.js';
import type { Client } from '../../support/client.js';

let service: TestApp;
beforeEach(async () => {
  service = await startTestApp();
});
afterEach(async () => service.close());

const HELD = 'You are a clueless moron, and so on.';
const RUDE = 'This is fucking late.';
const DAY = 86_400;

const submit = async (body?: string, thread: Record<string, unknown> = {}) =>
  (
    await service.cms.post(
      '/v1/comments',
      aComment({
        ...(body !== undefined && { body }),
        thread: { external_id: 'article-1', ...thread },
      }),
    )
  ).body.comment;

const decide = async (by: Client, id: string, action: 'approve' | 'reject') => {
  const { version } = (await service.moderator.get(`/v1/comments/${id}`)).body;
  const { status } = await by.post(`/v1/comments/${id}/${action}`, { seen_version: version });
  expect(status).toBe(200);
};

const read = async (query = '') => service.moderator.get(`/v1/statistics${query}`);

describe('GET /v1/statistics (getStatistics)', () => {
  it('counts what came in, what the engine and people decided, and what was reported', async () => {
    const approved = await submit();
    await submit(RUDE);
    const held = await submit(HELD);
    const gone = await submit();
    service.pass(600);
    await decide(service.moderator, held.id, 'reject');
    await decide(service.moderator, approved.id, 'reject');
    await service.cms.delete(`/v1/comments/${gone.id}`);
    await service.cms.post(`/v1/comments/${approved.id}/reports`, {
      ...{ reporter: { external_id: 'r' }, reason: 'spam' },
    });
    const { status, body } = await read();
    expect(status).toBe(200);
    expect(body.total).toEqual({
      submitted: 4,
      engine: { approved: 2, held: 1, rejected: 1, overturned: 1 },
      people: { approved: 0, held: 0, rejected: 2, overturned: 0 },
      deleted: 1,
      reported: 1,
      appeals: { filed: 0, upheld: 0, overturned: 0 },
      time_to_decision: {
        count: 1,
        p50_seconds: expect.any(Number),
        p95_seconds: expect.any(Number),
      },
    });
    expect(Math.abs(body.total.time_to_decision.p50_seconds - 600)).toBeLessThanOrEqual(6);
    expect(body.data).toHaveLength(1);
    expect(body.data[0]).toMatchObject({ key: '2026-11-23', submitted: 4 });
  });

  it('tells days apart by the midnight of the zone that is asked for', async () => {
    // The clock of tests stands at noon in UTC: at 01:00 of the next day in Auckland.
    await submit();
    service.pass(11 * 3_600 - 1);
    await submit();
    service.pass(1);
    await submit();
    const days = async (zone: string) => {
      const { body } = await read(`?timezone=${encodeURIComponent(zone)}`);
      return body.data.map((day: { key: string; submitted: number }) => [day.key, day.submitted]);
    };
    expect(await days('UTC')).toEqual([['2026-11-23', 3]]);
    expect(await days('Pacific/Auckland')).toEqual([['2026-11-24', 3]]);
    expect(await days('Europe/Vienna')).toEqual([['2026-11-23', 2], ['2026-11-24', 1]]);
  });

  it('says how long what waits has waited', async () => {
    expect((await read()).body.queue).toMatchObject({
      ...{ count: 0, p50_seconds: null, p95_seconds: null, oldest_seconds: null },
    });
    await submit(HELD);
    service.pass(3_000);
    await submit(HELD);
    service.pass(1_000);
    const { queue } = (await read()).body;
    expect(queue).toMatchObject({ count: 2, oldest_seconds: 4_000 });
    expect(Math.abs(queue.p50_seconds - 1_000)).toBeLessThanOrEqual(10);
    expect(Math.abs(queue.p95_seconds - 4_000)).toBeLessThanOrEqual(40);
    const ages = queue.ages.map((each: object) => Object.values(each));
    expect(ages.slice(0, 5)).toEqual([[300, 0], [900, 0], [3_600, 1], [14_400, 1], [43_200, 0]]);
    expect(ages.at(-1)).toEqual([null, 0]);
  });

  it('counts appeals when they came in, and when they were answered', async () => {
    const other = await service.client('moderate');
    const outcomes = ['upheld', 'overturned', null];
    for (const outcome of outcomes) {
      const author = { external_id: `author-of-${outcome}`, name: 'Ada' };
      const sent = aComment({ author, thread: { external_id: 'article-1', section: 'sport' } });
      const { comment } = (await service.cms.post('/v1/comments', sent)).body;
      await decide(service.moderator, comment.id, 'reject');
      const appeal = { author: author.external_id, text: 'It was a quotation.' };
      const { body } = await service.cms.post(`/v1/comments/${comment.id}/appeals`, appeal);
      service.pass(DAY / 4);
      if (outcome === null) continue;
      const answer = { outcome, reason: 'Read again.', seen_version: 2 };
      expect((await other.post(`/v1/appeals/${body.id}/resolve`, answer)).status).toBe(200);
    }
    const all = { filed: 3, upheld: 1, overturned: 1 };
    const { body } = await read();
    expect(body.total.appeals).toEqual(all);
    const days = body.data.map((day: { key: string; appeals: object }) => [day.key, day.appeals]);
    // From noon in steps of six hours: the first answer is still on the first day.
    expect(days).toEqual([
      ['2026-11-23', { filed: 2, upheld: 1, overturned: 0 }],
      ['2026-11-24', { filed: 1, upheld: 0, overturned: 1 }],
    ]);
    for (const group of ['section', 'thread']) {
      expect((await read(`?group=${group}`)).body.data[0].appeals).toEqual(all);
    }
    const moderators = (await read('?group=moderator')).body.data;
    const answered = moderators.map((each: { appeals: object }) => each.appeals);
    expect(answered).toContainEqual({ filed: 0, upheld: 1, overturned: 1 });
    expect(answered).toHaveLength(2);
  });

  it('groups by thread and by section, where most happened first', async () => {
    await submit(undefined, { external_id: 'quiet', title: 'Quiet', section: 'sport' });
    await submit(undefined, { external_id: 'loud' });
    await submit(undefined, { external_id: 'loud' });
    const threads = (await read('?group=thread')).body;
    expect(threads.data.map((each: { name: string }) => each.name)).toEqual(['loud', 'Quiet']);
    const first = (await read('?group=thread&limit=1')).body;
    expect([first.data.length, first.group_count, first.total.submitted]).toEqual([1, 2, 3]);
    const sections = (await read('?group=section')).body.data;
    expect(sections.map((each: { key: unknown; submitted: number }) => [each.key, each.submitted]))
      .toEqual([[null, 2], ['sport', 1]]);
  });

  it('groups by standard: what the engine found, and what people said', async () => {
    await submit(RUDE);
    const held = await submit(HELD);
    await decide(service.moderator, held.id, 'reject');
    await submit();
    const { data } = (await read('?group=standard')).body;
    const by = new Map(data.map((each: { key: string }) => [each.key, each]));
    expect(by.get('profanity')).toMatchObject({ submitted: 1, engine: { rejected: 1 } });
    expect(by.get('personal_attack')).toMatchObject({ submitted: 1, people: { rejected: 1 } });
    expect([...by.keys()]).not.toContain(null);
  });

  it('groups by moderator, and counts who was turned round by a colleague', async () => {
    const other = await service.client('moderate');
    const { id } = await submit(HELD);
    const own = await submit(HELD);
    await decide(service.moderator, id, 'reject');
    await decide(other, id, 'approve');
    // A change of one's own mind is nobody's correction.
    await decide(other, own.id, 'reject');
    await decide(other, own.id, 'approve');
    const { data } = (await read('?group=moderator')).body;
    expect(data.map((each: { people: object }) => each.people)).toEqual([
      { approved: 2, held: 0, rejected: 1, overturned: 0 },
      { approved: 0, held: 0, rejected: 1, overturned: 1 },
    ]);
    expect(data[0].name).toBe('moderate of default');
    expect(data[0].key).not.toBe(data[1].key);
  });

  it('has every rule with its precision for the group rule', async () => {
    const { id } = await submit(HELD);
    await decide(service.moderator, id, 'reject');
    const { data, rules } = (await read('?group=rule')).body;
    expect(data).toEqual([]);
    const rule = rules.find((each: { id: string }) => each.id === 'personal_attack');
    expect(rule).toMatchObject({ matches: 1, decided: 1, agreed: 1, precision: 1 });
    expect((await read()).body.rules).toBeNull();
  });

  it('counts within the period alone, page after page', async () => {
    for (let at = 0; at < 1_005; at += 1) {
      await service.deps.store.transaction('default', async (store) => {
        const thread = { id: `thr_${at % 3}`, external_id: `t${at}`, url: null, title: null };
        const times = { created_at: moment(at), updated_at: moment(at) };
        const state = { section: null, closed_at: null, premoderated_at: null };
        if (at < 3) await store.threads.insert('default', { ...thread, ...times, ...state });
        await store.comments.insert('default', stored(at));
      });
    }
    const all = await read(`?group=thread&to=${moment(2_000)}`);
    expect(all.body.total.submitted).toBe(1_005);
    expect(all.body.data.map((each: { submitted: number }) => each.submitted)).toEqual([
      ...[335, 335, 335],
    ]);
    const some = await read(`?from=${moment(10)}&to=${moment(20)}`);
    expect(some.body.total.submitted).toBe(10);
  });

  it('refuses a period that is too long or turned round, and a zone that is none', async () => {
    const long = await read('?from=2024-01-01T00:00:00Z&to=2026-01-01T00:00:00Z');
    expect([long.status, long.body.code]).toEqual([400, 'invalid_date']);
    const turned = await read('?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z');
    expect([turned.status, turned.body.code]).toEqual([400, 'invalid_date']);
    const zone = await read('?timezone=Mars/Olympus');
    expect([zone.status, zone.body.errors[0].pointer]).toEqual([400, '/timezone']);
    expect((await read('?group=weather')).status).toBe(400);
    expect((await service.cms.get('/v1/statistics')).status).toBe(403);
  });

  it('sees nothing of another site', async () => {
    await submit(HELD);
    const stranger = await service.client('moderate', 'gazette');
    const { body } = await stranger.get('/v1/statistics');
    expect([body.total.submitted, body.queue.count, body.data]).toEqual([0, 0, []]);
    service.pass(40 * DAY);
    expect((await read()).body.total.submitted).toBe(0);
  });
});

const moment = (at: number): string =>
  new Date(Date.parse('2026-11-20T00:00:00.000Z') + at * 1_000).toISOString();

/** A comment as it is stored. */
function stored(at: number) {
  return {
    ...{ id: `cmt_x${String(at).padStart(8, '0')}`, external_id: null, thread_id: `thr_${at % 3}` },
    ...{ author_id: 'aut_x', parent_id: null, depth: 0, body: 'b', status: 'approved' as const },
    ...{ shadowed_at: null, version: 1, locale: null, author_name: 'n', author_email: null },
    ...{ author_url: null, author_ip: null, user_agent: null, accepted_policy_version: null },
    ...{ metadata: null, fingerprint: `f${at}`, sketch: null, near_key_1: null, near_key_2: null },
    ...{ created_at: moment(at), received_at: moment(at), edited_at: null, deleted_at: null },
    ...{ seal: null, redacted_at: null, severity: 0, queue_place: null },
  };
}

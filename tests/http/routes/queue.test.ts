import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { startTestApp, type TestApp } from '../../support/app.js';
import type { Answer } from '../../support/client.js';
import { allPages, complain, heldComment, shownComment } from '../../support/desk.js';

let service: TestApp;
beforeEach(async () => {
  service = await startTestApp();
});
afterEach(async () => service.close());

const queue = async (query = ''): Promise<Answer['body']> =>
  (await service.moderator.get(`/v1/queue?${query}`)).body;
const ids = ({ data }: Answer['body']): string[] =>
  data.map((item: Answer['body']) => item.comment.id);

describe('GET /v1/queue (listQueue)', () => {
  it('has what waits with why, since when, how urgent, and what can be done', async () => {
    const { id } = await heldComment(service);
    service.pass(5_400);
    const { data, next_cursor, as_of } = await queue();
    expect([next_cursor, as_of]).toEqual([null, '2026-11-23T13:30:00.000Z']);
    expect(data).toMatchObject([
      {
        comment: { id, status: 'pending', version: 1 },
        kinds: ['pending'],
        waiting_since: '2026-11-23T12:00:00.000Z',
        priority: { severity: 24, reports: 0, reach: 0, age: 1.5, total: 25.5 },
        reasons: [{ kind: 'finding', standard: 'personal_attack', reason: 'attack.insult' }],
        claim: null,
        actions: ['approve', 'reject', 'claim', 'note', 'block_author'],
      },
    ]);
  });

  it('has what readers reported though they see it, and counts replies to it', async () => {
    await service.admin.put('/v1/policy', { reports: { hold_at: 0 } }, { 'if-match': '*' });
    const { id } = await shownComment(service);
    await shownComment(service, { parent_id: id });
    await complain(service, id, { readers: ['a', 'b'] });
    await complain(service, id, { readers: ['c'], reason: 'spam' });
    expect((await queue()).data).toMatchObject([
      {
        comment: { id, status: 'approved' },
        kinds: ['reported'],
        priority: { severity: 0, reports: 18, reach: 26, age: 0, total: 44 },
        reasons: [
          { kind: 'reported', reason: 'hate', count: 2, message: '2 readers reported it as hate.' },
          { kind: 'reported', reason: 'spam', count: 1, message: 'One reader reported it as spam.' },
        ],
      },
    ]);
  });

  it('has what a notice says is illegal, a trusted flagger’s first', async () => {
    const [held, plain, trusted] = [
      await heldComment(service),
      await shownComment(service),
      await heldComment(service),
    ];
    const notice = (trusted_flagger: boolean) => ({
      url: 'https://example.com/a',
      explanation: 'It says something untrue about a named person, which is defamation there.',
      notifier: { name: 'Ada', email: 'ada@example.org' },
      good_faith: true,
      trusted_flagger,
    });
    await service.cms.post(`/v1/comments/${plain.id}/notices`, notice(false));
    await service.cms.post(`/v1/comments/${trusted.id}/notices`, notice(true));
    const { data } = await queue();
    expect(ids({ data })).toEqual([trusted.id, plain.id, held.id]);
    expect(data[0]).toMatchObject({ kinds: ['pending', 'reported'], priority: { reports: 120 } });
    expect(data[1]).toMatchObject({
      kinds: ['reported'],
      reasons: [{ kind: 'notice', count: 1, message: 'One notice says that it is illegal.' }],
    });
    const { body } = await service.moderator.get('/v1/notices?status=open');
    const open = body.data.find((each: { comment_id: string }) => each.comment_id === plain.id);
    const decision = { action: 'keep', reason: 'It is an opinion.', seen_version: plain.version };
    await service.moderator.post(`/v1/notices/${open.id}/decide`, decision);
    expect(ids(await queue())).toEqual([trusted.id, held.id]);
  });

  it('has no comment that was decided or withdrawn, and none that nobody complains of', async () => {
    const [approved, rejected, withdrawn] = [
      await heldComment(service),
      await heldComment(service),
      await heldComment(service),
    ];
    await shownComment(service);
    await complain(service, withdrawn.id, { readers: ['a'] });
    await service.moderator.post(`/v1/comments/${approved.id}/approve`, { seen_version: 1 });
    await service.moderator.post(`/v1/comments/${rejected.id}/reject`, { seen_version: 1 });
    await service.cms.delete(`/v1/comments/${withdrawn.id}`);
    expect(ids(await queue())).toEqual([]);
  });

  it('puts the worst first, and lets an hour of waiting be worth a point', async () => {
    const old = await heldComment(service);
    service.pass(3_600 * 7);
    const young = await heldComment(service);
    expect(ids(await queue())).toEqual([old.id, young.id]);
    await complain(service, young.id, { readers: ['a'] });
    expect(ids(await queue())).toEqual([old.id, young.id]);
    await complain(service, young.id, { readers: ['b'] });
    expect(ids(await queue())).toEqual([young.id, old.id]);
  });

  it('lets the comments of a lively thread ahead', async () => {
    const quiet = await heldComment(service);
    for (let i = 0; i < 9; i += 1) {
      await shownComment(service, { thread: { external_id: 'lively' } });
    }
    const lively = await heldComment(service, { thread: { external_id: 'lively' } });
    const found = await queue();
    expect(ids(found)).toEqual([lively.id, quiet.id]);
    expect(found.data[0].priority.reach).toBe(2);
    expect(ids(await queue('thread=lively'))).toEqual([lively.id]);
  });

  it('filters by all that it can be asked', async () => {
    const thread = { external_id: 'match-1', section: 'sport' };
    const author = { external_id: 'lou', name: 'Lou' };
    const one = await heldComment(service, { thread, author, locale: 'en-GB' });
    service.pass(1_200);
    const two = await heldComment(service, { locale: 'de' });
    const three = await shownComment(service);
    await complain(service, three.id, { readers: ['a'], reason: 'threat' });
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ['kind=pending', [one.id, two.id]],
      ['kind=reported', [three.id]],
      ['standard=personal_attack', [one.id, two.id]],
      ['standard=threat', [three.id]],
      ['reason=attack.insult', [one.id, two.id]],
      ['reason=hate.slur', []],
      ['thread=match-1', [one.id]],
      ['thread=nowhere', []],
      ['section=sport', [one.id]],
      ['author=lou', [one.id]],
      ['author=nobody', []],
      ['language=en', [one.id]],
      ['language=de', [two.id]],
      ['min_age=20', [one.id]],
      ['max_age=19&kind=pending', [two.id]],
      ['claimed=none&section=sport', [one.id]],
      ['claimed=mine', []],
    ];
    for (const [query, expected] of cases) {
      expect([query, ids(await queue(query))]).toEqual([query, expected]);
    }
  });

  it('pages to the end without loss or repeat while others write', async () => {
    const waiting: string[] = [];
    for (let i = 0; i < 30; i += 1) {
      const { id } = await (i % 3 === 0 ? shownComment(service) : heldComment(service));
      if (i % 3 === 0 || i % 4 === 0) await complain(service, id, { readers: [`r${i % 2}`] });
      waiting.push(id);
      service.pass(60);
    }
    const seen: string[] = [];
    const decided: string[] = [];
    let page = await queue('limit=3');
    for (let turn = 0; ; turn += 1) {
      seen.push(...ids(page));
      if (page.next_cursor === null) break;
      const unseen = waiting.filter((id) => !seen.includes(id) && !decided.includes(id));
      // What has not been seen is reported or decided; what is new comes in; all that would
      // move the others if the order were not of one moment.
      await complain(service, unseen[0] ?? '', { readers: ['x', 'y'] });
      await complain(service, seen[0] ?? '', { readers: [`z${turn}`] });
      const last = unseen.at(-1) ?? '';
      await service.moderator.post(`/v1/comments/${last}/reject`, { seen_version: 1 });
      decided.push(last);
      const fresh = await heldComment(service);
      await complain(service, fresh.id, { readers: ['x', 'y', 'z'] });
      await shownComment(service, { parent_id: seen[0] });
      service.pass(30);
      page = await queue(`limit=3&cursor=${page.next_cursor}`);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.toSorted()).toEqual(waiting.filter((id) => !decided.includes(id)).toSorted());
    const later = await allPages(service.moderator, '/v1/queue?limit=7');
    expect(later.length).toBeGreaterThan(seen.length - 1);
  });

  it('shows an edited comment once more, on the next first page', async () => {
    const first = await heldComment(service);
    const second = await heldComment(service);
    const page = await queue('limit=1');
    await service.cms.patch(`/v1/comments/${second.id}`, { body: 'You are a complete moron.' });
    const next = await queue(`limit=1&cursor=${page.next_cursor}`);
    expect([ids(page), ids(next)]).toEqual([[first.id], []]);
    expect(ids(await queue())).toContain(second.id);
  });

  const moment = '"01KAVZ3N5P0Q4R8T2V6X9Z1A3C","2026-11-23T12:00:00.000Z"';
  it.each(['x', 'no', '["a","b",1,"c"]', `[${moment},1,"cmt_1"]`, `[${moment},1,"\\u0000"]`])(
    'answers 400 to a cursor that is none: %s',
    async (said) => {
      const cursor = said === 'x' ? said : Buffer.from(said).toString('base64url');
      const { status, body } = await service.moderator.get(`/v1/queue?cursor=${cursor}`);
      expect([status, body.code]).toEqual([400, 'invalid_cursor']);
    },
  );

  it('is for moderators, and of their site alone', async () => {
    await heldComment(service);
    expect((await service.cms.get('/v1/queue')).status).toBe(403);
    const other = await service.client('moderate', 'other');
    expect((await other.get('/v1/queue')).body.data).toEqual([]);
    expect((await other.get('/v1/queue/counts')).body.pending.count).toBe(0);
  });
});

describe('GET /v1/queue/counts (countQueue)', () => {
  it('counts the rows by kind, standard, reason and section', async () => {
    await heldComment(service, { thread: { external_id: 'a', section: 'sport' } });
    service.pass(60);
    const held = await heldComment(service);
    const shown = await shownComment(service);
    await complain(service, held.id, { readers: ['a'], reason: 'spam' });
    await complain(service, shown.id, { readers: ['a', 'b'] });
    expect((await service.moderator.get('/v1/queue/counts')).body).toEqual({
      pending: {
        count: 2,
        oldest_at: '2026-11-23T12:00:00.000Z',
        by_standard: [{ standard: 'personal_attack', count: 2 }],
        by_section: [
          { section: null, count: 1 },
          { section: 'sport', count: 1 },
        ],
      },
      reported: {
        count: 2,
        visible: 1,
        oldest_at: '2026-11-23T12:01:00.000Z',
        by_reason: [
          { reason: 'hate', count: 1 },
          { reason: 'spam', count: 1 },
        ],
        by_section: [{ section: null, count: 2 }],
      },
    });
  });
});

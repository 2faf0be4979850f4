import { setImmediate } from 'node:timers/promises';

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { ACTIONS } from '../../src/domain/action.js';
import { GatepostError } from '../../src/domain/errors.js';
import { decideComment } from '../../src/operations/decide-comment.js';
import { editComment } from '../../src/operations/edit-comment.js';
import { ensureFirstRun } from '../../src/operations/ensure-first-run.js';
import { putPolicy } from '../../src/operations/put-policy.js';
import { testDeps } from '../support/deps.js';
import { CALLER, replayed, submitted } from '../support/replaying.js';

type Service = Awaited<ReturnType<typeof testDeps>>;

async function started(): Promise<Service> {
  const fresh = await testDeps();
  await ensureFirstRun(fresh.deps, { adminKey: null });
  return fresh;
}

let service: Service;
beforeEach(async () => {
  service = await started();
});
afterEach(async () => service.close());

const submit = async (body: string, author?: string) =>
  submitted(service.deps, { body, ...(author !== undefined && { author }) });

async function decide(id: string, action: 'approve' | 'reject', seen_version = 1): Promise<void> {
  const words = { reason: null, note: null };
  await decideComment(service.deps, { caller: CALLER, id, action, seen_version, ...words });
}

const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof GatepostError ? error.code : String(error)),
  );

const SHOUTED = 'THEY HAVE CLOSED THE BRIDGE AGAIN AND NOBODY SAID A WORD';
const LINKS = 'https://a-one.com https://b-two.com https://c-three.com';
const civil = (at: number): string => `Remark number ${at} on the new bridge across the river.`;

const parts = fc.constantFrom(
  'A civil remark on the bridge.',
  'fuck this',
  'You are an idiot.',
  SHOUTED,
  LINKS,
  'joe@example.com',
  'nobody knows',
);
const posts = fc.array(
  fc.record({
    body: fc.array(parts, { minLength: 1, maxLength: 3 }).map((each) => each.join(' ')),
    author: fc.constantFrom('ann', 'bob', 'cy'),
    thread: fc.constantFrom('a', 'b'),
    after: fc.integer({ min: 0, max: 100 }),
    person: fc.constantFrom('approve', 'reject', null),
  }),
  { minLength: 1, maxLength: 12 },
);
const drafts = fc.record({
  allowed_terms: fc.constantFrom([], ['idiot']),
  rules: fc.dictionary(
    fc.constantFrom('shouting', 'link_count', 'repeated_text', 'new_author', 'personal_attack'),
    fc.record({
      action: fc.constantFrom(...ACTIONS),
      enabled: fc.boolean(),
      observe: fc.boolean(),
      exempt_after_approved: fc.constantFrom(0, 2),
    }),
  ),
});

describe('replayPolicy', () => {
  it('changes nothing under the policy that the comments were judged by', async () => {
    await fc.assert(
      fc.asyncProperty(posts, drafts, async (told, draft) => {
        const own = await started();
        await putPolicy(own.deps, { caller: CALLER, document: draft, if_version: null });
        for (const { after, person, ...post } of told) {
          own.pass(after);
          const { comment } = await submitted(own.deps, post);
          const act = { caller: CALLER, id: comment.id, seen_version: 1, reason: null, note: null };
          if (person !== null) await decideComment(own.deps, { ...act, action: person });
        }
        const result = await replayed(own.deps, { draft });
        const { people } = result;
        await own.close();
        expect(result).toMatchObject({ judged: told.length, unchanged: told.length, skipped: 0 });
        expect(result).toMatchObject({ changes: [], rules: [], examples: [], engine_drift: 0 });
        expect(people.before).toEqual(people.after);
        expect([people.won, people.lost]).toEqual([0, 0]);
      }),
      { numRuns: 25 },
    );
  });

  it('says from what to what, and by which rule', async () => {
    await submit(SHOUTED, 'ann');
    await submit(LINKS, 'bob');
    await submit(civil(1), 'cy');
    const draft = {
      rules: { shouting: { action: 'reject' }, link_count: { enabled: false } },
    };
    const result = await replayed(service.deps, { draft });
    expect(result).toMatchObject({
      ended: 'complete',
      read: 3,
      total: 3,
      judged: 3,
      unchanged: 1,
      changes: [
        { from: 'hold', to: 'approve', count: 1 },
        { from: 'hold', to: 'reject', count: 1 },
      ],
      rules: [
        { rule: 'link_count', stricter: 0, milder: 1 },
        { rule: 'shouting', stricter: 1, milder: 0 },
      ],
    });
    expect(result.examples.map(({ rules, excerpt }) => [rules, excerpt])).toEqual([
      [['link_count'], LINKS],
      [['shouting'], SHOUTED],
    ]);
  });

  it('blames every rule that leads to the new action, and none that changes nothing', async () => {
    await submit(`${SHOUTED} ${SHOUTED} ${SHOUTED} ${LINKS}`);
    const all = { action: 'reject' };
    const both = await replayed(service.deps, {
      draft: { rules: { shouting: all, link_count: all } },
    });
    expect(both.rules.map(({ rule }) => rule)).toEqual(['link_count', 'shouting']);
    const quiet = { rules: { shouting: { enabled: false } } };
    const one = await replayed(service.deps, { draft: quiet });
    expect(one).toMatchObject({ unchanged: 1, rules: [] });
  });

  it('judges with the facts as they were, not as they are', async () => {
    const { comment } = await submit(civil(1));
    await decide(comment.id, 'approve');
    for (let at = 2; at <= 4; at += 1) await submit(civil(at));
    const draft = { rules: { new_author: { enabled: true, min_approved: 1 } } };
    const { changes, examples } = await replayed(service.deps, { draft });
    expect(changes).toEqual([{ from: 'approve', to: 'hold', count: 1 }]);
    expect(examples).toMatchObject([{ comment_id: comment.id, person: 'approve' }]);
  });

  it('counts agreements with people won and lost; a hold is a question', async () => {
    const shouted = await submit(SHOUTED, 'ann');
    const linked = await submit(LINKS, 'bob');
    const calm = await submit(civil(1), 'cy');
    await decide(shouted.comment.id, 'reject');
    await decide(linked.comment.id, 'reject');
    await decide(calm.comment.id, 'approve');
    await submit(civil(2), 'dee');
    const draft = {
      rules: {
        shouting: { action: 'reject' },
        link_count: { action: 'approve' },
        premoderation: { enabled: true },
      },
    };
    const { people } = await replayed(service.deps, { draft });
    expect(people).toEqual({
      decided: 3,
      before: { agreed: 1, asked: 2, contradicted: 0 },
      after: { agreed: 1, asked: 2, contradicted: 0 },
      won: 1,
      lost: 1,
    });
    const lenient = { shouting: { enabled: false }, link_count: { enabled: false } };
    expect((await replayed(service.deps, { draft: { rules: lenient } })).people).toMatchObject({
      after: { agreed: 1, asked: 0, contradicted: 2 },
      won: 0,
      lost: 0,
    });
  });

  it('judges the present text of an edited comment, and forgets what was decided of the old', async () => {
    const { comment } = await submit(civil(1));
    await decide(comment.id, 'reject');
    await editComment(service.deps, { caller: CALLER, id: comment.id, body: SHOUTED });
    const draft = { rules: { shouting: { action: 'reject' } } };
    const result = await replayed(service.deps, { draft });
    expect(result.changes).toEqual([{ from: 'hold', to: 'reject', count: 1 }]);
    expect(result.people.decided).toBe(0);
    await decide(comment.id, 'approve', 3);
    expect((await replayed(service.deps, { draft })).people.before.asked).toBe(1);
  });

  it('skips comments of which no facts are kept, and says how many', async () => {
    const { comment } = await submit(civil(1));
    const [decision] = await service.deps.store.decisions.ofComment('default', comment.id);
    if (!decision) throw new Error('the comment was not judged');
    const unjudged = { ...comment, id: 'cmt_unjudged' };
    const without = { ...comment, id: 'cmt_without' };
    await service.deps.store.transaction('default', async ({ comments, decisions }) => {
      await comments.insert('default', unjudged);
      await comments.insert('default', without);
      const id = 'dec_without';
      await decisions.insert('default', { ...decision, id, comment_id: without.id, facts: null });
    });
    const result = await replayed(service.deps, { draft: { rules: { slur: { enabled: false } } } });
    expect(result).toMatchObject({ read: 3, judged: 1, skipped: 2, unchanged: 1 });
  });

  it('tells what a newer engine changes from what the draft does', async () => {
    const { comment } = await submit(SHOUTED);
    const [decision] = await service.deps.store.decisions.ofComment('default', comment.id);
    if (!decision) throw new Error('the comment was not judged');
    const older = { ...comment, id: 'cmt_older' };
    await service.deps.store.transaction('default', async ({ comments, decisions }) => {
      await comments.insert('default', older);
      await decisions.insert('default', {
        ...decision,
        id: 'dec_older',
        comment_id: older.id,
        action: 'approve',
        findings: [],
      });
    });
    const result = await replayed(service.deps, { draft: {} });
    expect(result).toMatchObject({ unchanged: 1, engine_drift: 1 });
    expect(result.rules).toEqual([{ rule: 'shouting', stricter: 1, milder: 0 }]);
    const strict = { rules: { shouting: { action: 'reject' } } };
    expect((await replayed(service.deps, { draft: strict })).engine_drift).toBe(0);
  });

  it('reads what came in within the period, page after page, or the newest', async () => {
    const held = { rules: { premoderation: { enabled: true } } };
    for (let at = 0; at < 205; at += 1) {
      await submit(civil(at), `reader ${at}`);
      if (at % 50 === 49) service.pass(60);
    }
    const all = await replayed(service.deps, { draft: held });
    expect(all).toMatchObject({ read: 205, unchanged: 0 });
    const period = { from: '2026-11-23T12:01:00Z', to: '2026-11-23T13:03:00+01:00' };
    expect(await replayed(service.deps, { draft: held, ...period })).toMatchObject({
      ...{ read: 100, total: 100, ended: 'complete' },
      from: '2026-11-23T12:01:00.000Z',
      to: '2026-11-23T12:03:00.000Z',
    });
    const newest = await replayed(service.deps, { draft: held, limit: 2, examples_max: 1 });
    expect(newest).toMatchObject({ ended: 'limit', read: 2, total: 2 });
    expect(newest.examples.map(({ excerpt }) => excerpt)).toEqual([civil(204)]);
  });

  it('shows the beginning of long texts, and no half characters', async () => {
    await submit(`${'ab '.repeat(66)}c😀${' and so on'.repeat(20)}`);
    const draft = { rules: { premoderation: { enabled: true } } };
    const [example] = (await replayed(service.deps, { draft })).examples;
    expect(example?.excerpt).toBe(`${'ab '.repeat(66)}c…`);
  });

  it('says how far it is at the beginning, as time passes, and at the end', async () => {
    for (let at = 0; at < 3; at += 1) await submit(civil(at), `reader ${at}`);
    let now = 0;
    const stopwatch = (): number => (now += 100);
    const told: number[] = [];
    const onProgress = ({ read, total }: { read: number; total: number }): void => {
      told.push(read, total);
    };
    const result = await replayed({ ...service.deps, stopwatch }, {}, { onProgress });
    expect(told).toEqual([0, 3, 3, 3, 3, 3]);
    expect(result.elapsed_seconds).toBeGreaterThan(0.5);
  });

  it('lets comments in while it runs', async () => {
    for (let at = 0; at < 3; at += 1) await submit(civil(at), `reader ${at}`);
    const { store } = service.deps;
    let come = (): void => undefined;
    const hasCome = new Promise<void>((resolve) => {
      come = resolve;
    });
    const record = {
      ...store.record,
      // It has read the page that it is about to judge.
      judged: async (...page: Parameters<typeof store.record.judged>) => {
        const comments = await store.record.judged(...page);
        await hasCome;
        return comments;
      },
    };
    const running = replayed({ ...service.deps, store: { ...store, record } });
    const { comment } = await submit(civil(4), 'late');
    come();
    expect(comment.status).toBe('approved');
    const { read, total } = await running;
    expect(total).toBe(read);
  });

  it('stops when it is told to, with the figures so far', async () => {
    for (let at = 0; at < 5; at += 1) await submit(civil(at), `reader ${at}`);
    const controller = new AbortController();
    let now = 0;
    // One comment takes a slice, so whoever cancels has a turn after each.
    const stopwatch = (): number => (now += 10);
    const running = replayed({ ...service.deps, stopwatch }, {}, {
      signal: controller.signal,
      onProgress: ({ read }) => {
        if (read === 0) void setImmediate().then(() => controller.abort());
      },
    });
    const { ended, read, judged, total } = await running;
    expect([ended, judged, total]).toEqual(['cancelled', read, 5]);
    expect(read).toBeLessThan(5);
  });

  it('runs one at a time, and again after one that was refused or has ended', async () => {
    await submit(civil(1));
    const first = replayed(service.deps);
    expect(await codeOf(replayed(service.deps))).toBe('replay_in_progress');
    await first;
    expect(await codeOf(replayed(service.deps, { draft: { txt: 1 } }))).toBe('invalid_policy');
    expect((await replayed(service.deps)).read).toBe(1);
  });

  it.each([
    [{ from: 'yesterday' }],
    [{ from: '2026-11-24T00:00:00Z', to: '2026-11-23T00:00:00Z' }],
  ])('refuses the period %j', async (period) => {
    expect(await codeOf(replayed(service.deps, period))).toBe('invalid_date');
  });
});

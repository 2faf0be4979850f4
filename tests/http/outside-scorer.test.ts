import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { SCORER_FAILURES_MAX } from '../../src/limits.js';
import { outsideScorer } from '../../src/signals/outside-scorer.js';
import { aComment, startTestApp, type TestApp } from '../support/app.js';
import { replayed } from '../support/replaying.js';
import { answering, type ScorerServer, startScorerServer } from '../support/scorer-server.js';

const SECRET = 'key-of-the-scorer';

let scorer: ScorerServer;
let service: TestApp;
let logged: string[];
beforeEach(async () => {
  scorer = await startScorerServer();
  logged = [];
  const log = (fields: object, message: string): void => {
    logged.push(`${message} ${JSON.stringify(fields)}`);
  };
  service = await startTestApp({
    log: { info: log, warn: log, error: log },
    scorer: outsideScorer(
      { url: scorer.url, kind: 'http', key: SECRET, model: null },
      {
        stopwatch: () => 0,
        deadline: () => new AbortController().signal,
        onChange: () => undefined,
      },
    ),
  });
});
afterEach(async () => {
  await service.close();
  await scorer.close();
});

const scores = (insult: number) => answering({ model: 'house-1', scores: { insult } });
const submit = async (change: Record<string, unknown> = {}, headers?: Record<string, string>) =>
  service.cms.post('/v1/comments', aComment(change), headers);

async function policy(change: Record<string, unknown>): Promise<void> {
  const { status } = await service.admin.put('/v1/policy', change, { 'if-match': '*' });
  expect(status).toBeLessThan(300);
}

const UNKNOWN = { rule: 'outside_scores', outcome: 'unknown', action: 'hold' };

describe('A submit with an outside scorer', () => {
  it('is held from the threshold on, and says by which score', async () => {
    scorer.behaves(scores(0.93));
    const { status, body } = await submit();
    expect([status, body.comment.status]).toEqual([201, 'pending']);
    expect(body.verdict.findings).toMatchObject([
      { rule: 'outside_scores', reason: 'attack.likely_insult', terms: ['insult 0.93'] },
    ]);
    scorer.behaves(scores(0.89));
    expect((await submit()).body.comment.status).toBe('approved');
  });

  it('is rejected where the policy says so', async () => {
    await policy({ rules: { outside_scores: { insult: { hold_at: 0.5, reject_at: 0.9 } } } });
    scorer.behaves(scores(0.9));
    expect((await submit()).body.comment.status).toBe('rejected');
  });

  it('sends the text, and nothing of whose it is or where it stands', async () => {
    const body = 'The bridge is closed again, and nobody told us about it.';
    await submit({
      body,
      external_id: 'comment-17',
      locale: 'en-GB',
      metadata: { tier: 'gold' },
      thread: { external_id: 'article-9', url: 'https://news.example.com/9', title: 'A bridge' },
      author: {
        external_id: 'reader-77',
        name: 'Robin Example',
        email: 'robin@example.com',
        ip: '192.0.2.7',
        url: 'https://robin.example.com',
        user_agent: 'Browser/1',
      },
    });
    expect(scorer.requests.map((each) => JSON.parse(each.body))).toEqual([
      { text: body, language: 'en' },
    ]);
    const heads = JSON.stringify(scorer.requests.map(({ headers, path }) => [headers, path]));
    expect(heads).not.toMatch(/robin|reader|192\.0\.2\.7|article|comment-17|gold|default|req_/iu);
  });

  it.each([
    ['fails', answering({}, 500)],
    ['talks nonsense', answering({ scores: { insult: 17 } })],
    ['cannot score it', answering({ scores: {} })],
  ])('waits for a person where the scorer %s', async (_, how) => {
    scorer.behaves(how);
    const { body } = await submit();
    expect(body.comment.status).toBe('pending');
    expect(body.verdict.findings).toMatchObject([UNKNOWN]);
  });

  it('passes in spite of a failure where the policy says so', async () => {
    await policy({ rules: { outside_scores: { on_unknown: 'approve' } } });
    scorer.behaves(answering({}, 500));
    const { body } = await submit();
    expect(body.comment.status).toBe('approved');
    expect(body.verdict.findings).toMatchObject([{ ...UNKNOWN, action: 'approve' }]);
  });

  it('is answered at once, and held, while the scorer is left alone', async () => {
    scorer.behaves(answering({}, 500));
    for (let time = 0; time < SCORER_FAILURES_MAX; time += 1) await submit();
    expect((await submit()).body.verdict.findings).toMatchObject([UNKNOWN]);
    expect(scorer.requests).toHaveLength(SCORER_FAILURES_MAX);
  });

  it('holds no transaction while the scorer thinks', async () => {
    let answer = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      scorer.behaves((response) => {
        answer = () => scores(0)(response);
        resolve();
      });
    });
    const first = submit();
    await asked;
    scorer.behaves(scores(0));
    expect((await submit()).body.comment.status).toBe('approved');
    answer();
    expect((await first).body.comment.status).toBe('approved');
  });
});

describe('Nothing is sent outside', () => {
  it.each([
    ['that is rejected for its words', { body: 'What a fucking mess.' }, {}],
    ['where the policy has the rule off', {}, { rules: { outside_scores: { enabled: false } } }],
    [
      'in a section of the publication that has it off',
      { thread: { external_id: 'match', section: 'Sport' } },
      { sections: { sport: { rules: { outside_scores: { enabled: false } } } } },
    ],
  ])('of a comment %s', async (_, change, document) => {
    await policy(document);
    const { status, body } = await submit(change);
    expect([status, scorer.requests]).toEqual([201, []]);
    const rules = body.verdict.findings.map((finding: { rule: string }) => finding.rule);
    expect(rules).not.toContain('outside_scores');
  });

  it('of a comment by a blocked author', async () => {
    const author = { external_id: 'reader-b', name: 'B' };
    await submit({ author });
    const block = { reason: 'spam', mode: 'reject' };
    expect((await service.admin.post('/v1/authors/reader-b/block', block)).status).toBeLessThan(300);
    const before = scorer.requests.length;
    expect((await submit({ author })).body.comment.status).toBe('rejected');
    expect(scorer.requests).toHaveLength(before);
  });

  it('a second time of a request that is repeated, or of a comment that is known', async () => {
    scorer.behaves(scores(0.95));
    const known = aComment({ external_id: 'comment-1' });
    const repeated = { 'idempotency-key': 'once' };
    const first = await service.cms.post('/v1/comments', known, repeated);
    expect(await service.cms.post('/v1/comments', known, repeated)).toMatchObject({
      status: first.status,
      body: first.body,
    });
    expect((await service.cms.post('/v1/comments', known)).body.comment.status).toBe('pending');
    expect(scorer.requests).toHaveLength(1);
  });
});

describe('An edit and a preview', () => {
  it('are scored as a submit is', async () => {
    scorer.behaves(scores(0));
    const { comment } = (await submit()).body;
    scorer.behaves(scores(0.95));
    const body = 'People like you are a waste of oxygen, as everybody here can see.';
    const edited = await service.cms.patch(`/v1/comments/${comment.id}`, { body });
    expect(edited.body.comment.status).toBe('pending');
    const preview = await service.moderator.post('/v1/preview', aComment({ body }));
    expect(preview.body.verdict).toMatchObject({ action: 'hold' });
    const sent = scorer.requests.map((each) => JSON.parse(each.body).text);
    expect(sent.slice(1)).toEqual([body, body]);
  });

  it('that are rejected anyway are not sent', async () => {
    const { comment } = (await submit()).body;
    const before = scorer.requests.length;
    const body = 'What a fucking mess.';
    await service.cms.patch(`/v1/comments/${comment.id}`, { body });
    await service.moderator.post('/v1/preview', aComment({ body }));
    expect(scorer.requests).toHaveLength(before);
  });
});

describe('An edit that changes nothing', () => {
  it('is not sent, and stays as it was scored', async () => {
    scorer.behaves(scores(0.95));
    const { comment, verdict } = (await submit()).body;
    const again = await service.cms.patch(`/v1/comments/${comment.id}`, { body: comment.body });
    expect(again.body).toEqual({ comment, verdict });
    expect(scorer.requests).toHaveLength(1);
  });
});

describe('A replay', () => {
  it('judges by what the scorer said then, and asks nobody', async () => {
    scorer.behaves(scores(0.6));
    await submit();
    scorer.behaves(answering({}, 500));
    await submit();
    const asked = scorer.requests.length;
    const strict = { rules: { outside_scores: { insult: { hold_at: 0.5, reject_at: null } } } };
    expect(await replayed(service.deps, { draft: strict })).toMatchObject({
      judged: 2,
      changes: [{ from: 'approve', to: 'hold', count: 1 }],
      rules: [{ rule: 'outside_scores', stricter: 1, milder: 0 }],
    });
    const lax = { rules: { outside_scores: { on_unknown: 'approve' } } };
    expect(await replayed(service.deps, { draft: lax })).toMatchObject({
      changes: [{ from: 'hold', to: 'approve', count: 1 }],
    });
    expect(scorer.requests).toHaveLength(asked);
  });
});

describe('The log and the metrics', () => {
  it('tell what came of asking, and never a text or the key', async () => {
    scorer.behaves(answering({}, 500));
    const body = 'A remark that nobody else has made about this bridge.';
    await submit({ body });
    scorer.behaves(scores(0));
    await submit();
    const { body: shown } = await service.admin.get('/metrics');
    expect(shown).toContain('gatepost_scorer_seconds_count{outcome="failed"} 1');
    expect(shown).toContain('gatepost_scorer_seconds_count{outcome="answered"} 1');
    const all = logged.join('\n');
    expect(all).toContain('the outside scorer did not score a comment {"outcome":"failed"}');
    expect(all).not.toContain(body);
    expect(all).not.toContain(SECRET);
  });
});

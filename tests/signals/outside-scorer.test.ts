import type { ServerResponse } from 'node:http';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  SCORER_ANSWER_BYTES_MAX,
  SCORER_FAILURES_MAX,
  SCORER_PAUSE_SECONDS,
  SCORER_REQUESTS_MAX,
} from '../../src/limits.js';
import { outsideScorer, type ScorerSettings } from '../../src/signals/outside-scorer.js';
import { answering, type ScorerServer, startScorerServer } from '../support/scorer-server.js';

const TEXT = { text: 'You there, and your “friends”.', language: 'en' };
const OPENAI = {
  model: 'omni-moderation-latest',
  results: [
    {
      flagged: true,
      categories: { harassment: true },
      category_scores: {
        harassment: 0.81,
        'harassment/threatening': 0.1,
        hate: 0.2,
        'hate/threatening': 0.4,
        illicit: 0.99,
        'self-harm': 0.98,
        sexual: 0.01,
        'sexual/minors': 0.003,
        violence: 0.97,
      },
    },
  ],
};

let server: ScorerServer;
beforeEach(async () => {
  server = await startScorerServer();
});
afterEach(async () => server.close());

interface Change extends Partial<ScorerSettings> {
  readonly deadline?: () => AbortSignal;
  readonly stopwatch?: () => number;
}

function scorer({ deadline, stopwatch, ...change }: Change = {}) {
  return outsideScorer(
    { url: server.url, kind: 'http', key: null, model: null, ...change },
    {
      stopwatch: stopwatch ?? (() => 0),
      deadline: deadline ?? (() => new AbortController().signal),
      onChange: () => undefined,
    },
  );
}

const sent = (): unknown[] => server.requests.map(({ body }) => JSON.parse(body) as unknown);

describe('A scorer over HTTP', () => {
  it('is sent the text and its language, and gives the scores and the model', async () => {
    server.behaves(answering({ model: 'ours-3', scores: { insult: 0.5, threat: 0, mood: 7 } }));
    expect(await scorer().score(TEXT)).toEqual({
      outcome: 'answered',
      model: 'ours-3',
      scores: { insult: 0.5, threat: 0 },
    });
    await scorer().score({ ...TEXT, language: null });
    expect(sent()).toEqual([TEXT, { text: TEXT.text }]);
  });

  it('is shown the key as a bearer token, and none where none is set', async () => {
    await scorer({ key: 'secret' }).score(TEXT);
    await scorer().score(TEXT);
    const shown = server.requests.map(({ headers }) => headers.authorization);
    expect(shown).toEqual(['Bearer secret', undefined]);
  });

  it('is sent nothing that tells of the machine but what HTTP needs', async () => {
    await scorer().score(TEXT);
    const [request] = server.requests;
    expect(request).toMatchObject({ method: 'POST', path: '/score' });
    expect(request?.headers).toMatchObject({
      'user-agent': 'gatepost',
      'content-type': 'application/json',
    });
    expect(Object.keys(request?.headers ?? {})).not.toContain('x-request-id');
  });

  it('that names no model has the one that was configured', async () => {
    server.behaves(answering({ scores: { insult: 1 } }));
    expect(await scorer({ model: 'house' }).score(TEXT)).toMatchObject({ model: 'house' });
    expect(await scorer().score(TEXT)).toMatchObject({ model: null });
  });

  it('may score nothing, as a text in a language that it cannot read', async () => {
    server.behaves(answering({ scores: {} }));
    expect(await scorer().score(TEXT)).toEqual({ outcome: 'answered', model: null, scores: {} });
  });
});

describe('An OpenAI-compatible scorer', () => {
  it('is asked as OpenAI is, and its categories become our attributes', async () => {
    server.behaves(answering(OPENAI));
    const model = 'omni-moderation-latest';
    expect(await scorer({ kind: 'openai', model }).score(TEXT)).toEqual({
      outcome: 'answered',
      model,
      scores: { insult: 0.81, threat: 0.4, identity_attack: 0.4, sexually_explicit: 0.01 },
    });
    await scorer({ kind: 'openai' }).score(TEXT);
    expect(sent()).toEqual([{ input: TEXT.text, model }, { input: TEXT.text }]);
  });

  it.each([
    [
      { hate_and_discrimination: 0.7, violence_and_threats: 0.6, pii: 0.9 },
      { identity_attack: 0.7, threat: 0.6 },
    ],
    [{ toxicity: 0.3, profanity: 1 }, { toxicity: 0.3, profanity: 1 }],
    [{ violence: 1, illicit: null }, {}],
  ])('may name its categories otherwise: %j', async (category_scores, scores) => {
    server.behaves(answering({ results: [{ category_scores }] }));
    expect(await scorer({ kind: 'openai' }).score(TEXT)).toEqual({
      outcome: 'answered',
      model: null,
      scores,
    });
  });

  it.each([
    ['no results', { model: 'm' }],
    ['an empty list of them', { results: [] }],
    ['two for one text', { results: [...OPENAI.results, ...OPENAI.results] }],
    ['a result that is none', { results: [null] }],
    ['no scores', { results: [{ flagged: false }] }],
    ['a score above 1', { results: [{ category_scores: { hate: 1.2 } }] }],
    ['a score that is null', { results: [{ category_scores: { harassment: null } }] }],
    ['a model that is no name', { model: 4, results: OPENAI.results }],
    ['a list', [OPENAI]],
  ])('is not believed with %s', async (_, answer) => {
    server.behaves(answering(answer));
    expect(await scorer({ kind: 'openai' }).score(TEXT)).toEqual({ outcome: 'bad_answer' });
  });
});

describe('What is no answer', () => {
  const raw = (text: string) => (response: ServerResponse) => response.end(text);

  it.each([
    ['no JSON', raw('<html>')],
    ['half of it', raw('{"scores":{"insult":0.')],
    ['nothing', raw('')],
    ['a list', answering([])],
    ['null', answering(null)],
    ['no scores', answering({ model: 'm' })],
    ['scores that are a list', answering({ scores: [0.5] })],
    ['a score above 1', answering({ scores: { insult: 1.000_1 } })],
    ['a score below 0', answering({ scores: { insult: -0.1 } })],
    ['a score in words', answering({ scores: { insult: '0.5' } })],
    ['a number that no double holds', raw('{"scores":{"insult":1e999}}')],
    ['a name of a model that goes on', answering({ scores: {}, model: 'm'.repeat(201) })],
    ['more than anybody needs', raw(' '.repeat(SCORER_ANSWER_BYTES_MAX) + '{"scores":{}}')],
  ])('is %s', async (_, how) => {
    server.behaves(how);
    expect(await scorer().score(TEXT)).toEqual({ outcome: 'bad_answer' });
  });

  it.each([
    [500, 'failed'],
    [503, 'failed'],
    [429, 'failed'],
    [401, 'failed'],
    [404, 'failed'],
    [400, 'refused'],
    [413, 'refused'],
    [422, 'refused'],
  ])('is the status %i: %s', async (status, outcome) => {
    server.behaves(answering({ scores: { insult: 1 } }, status));
    expect(await scorer().score(TEXT)).toEqual({ outcome });
  });

  it.each([301, 302, 303, 307, 308])('is a redirect (%i), which is not followed', async (status) => {
    const other = await startScorerServer();
    server.behaves((response) => response.writeHead(status, { location: other.url }).end());
    expect(await scorer({ key: 'secret' }).score(TEXT)).toEqual({ outcome: 'failed' });
    expect(other.requests).toEqual([]);
    await other.close();
  });

  it.each([
    ['is silent', () => undefined],
    [
      'stops in the middle',
      (response: ServerResponse) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('{"scores":');
      },
    ],
  ])('is a scorer that %s: at the deadline it is given up', async (_, how) => {
    const controller = new AbortController();
    server.behaves((response) => {
      how(response);
      controller.abort();
    });
    const answer = await scorer({ deadline: () => controller.signal }).score(TEXT);
    expect(answer).toEqual({ outcome: 'timeout' });
  });

  it('is a scorer that hangs up, or is not there', async () => {
    server.behaves((response) => response.destroy());
    expect(await scorer().score(TEXT)).toEqual({ outcome: 'unreachable' });
    const gone = await startScorerServer();
    await gone.close();
    expect(await scorer({ url: gone.url }).score(TEXT)).toEqual({ outcome: 'unreachable' });
  });
});

describe('A scorer in trouble', () => {
  it('is left alone after failures in a row, and tried again after a pause', async () => {
    let now = 0;
    const { score } = scorer({ stopwatch: () => now });
    server.behaves(answering({}, 500));
    for (let time = 0; time < SCORER_FAILURES_MAX; time += 1) await score(TEXT);
    server.behaves(answering({ scores: { insult: 0.1 } }));
    expect(await score(TEXT)).toEqual({ outcome: 'circuit_open' });
    expect(server.requests).toHaveLength(SCORER_FAILURES_MAX);
    now += SCORER_PAUSE_SECONDS * 1_000;
    expect(await score(TEXT)).toMatchObject({ outcome: 'answered' });
    expect(await score(TEXT)).toMatchObject({ outcome: 'answered' });
  });

  it('is still asked when it refuses single texts, however many', async () => {
    const { score } = scorer();
    server.behaves(answering({}, 413));
    for (let time = 0; time <= SCORER_FAILURES_MAX; time += 1) {
      expect(await score(TEXT)).toEqual({ outcome: 'refused' });
    }
  });

  it('has only so many requests at once, and room again when they have ended', async () => {
    const held: ServerResponse[] = [];
    let full = (): void => undefined;
    const isFull = new Promise<void>((resolve) => {
      full = resolve;
    });
    server.behaves((response) => {
      held.push(response);
      if (held.length === SCORER_REQUESTS_MAX) full();
    });
    const { score } = scorer();
    const under_way = Array.from({ length: SCORER_REQUESTS_MAX }, async () => score(TEXT));
    await isFull;
    expect(await score(TEXT)).toEqual({ outcome: 'busy' });
    for (const response of held) answering({ scores: {} })(response);
    await Promise.all(under_way);
    server.behaves(answering({ scores: {} }));
    expect(await score(TEXT)).toMatchObject({ outcome: 'answered' });
  });
});

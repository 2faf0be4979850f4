import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadClassifier } from '../../src/commands/load-classifier.js';
import type { Log } from '../../src/deps.js';
import { PERSPECTIVE_TEXT_BYTES_MAX } from '../../src/limits/fronts.js';
import { aComment, startTestApp, type TestApp } from '../support/app.js';
import { startScoringApp, teach } from '../support/house.js';
import { rivalHouse } from '../support/teaching.js';

let service: TestApp;
const logged: object[] = [];
beforeAll(async () => {
  const keep = (fields: object): void => void logged.push(fields);
  const log: Log = { info: keep, warn: keep, error: keep };
  service = await startTestApp({ classifier: loadClassifier(null), log });
});
afterAll(async () => service.close());

type Method = 'analyze' | 'suggestscore';

const call = async (method: Method, body: object, key: string | null = service.cms.key) => {
  const response = await service.app.inject({
    method: 'POST',
    url: `/v1alpha1/comments:${method}${key === null ? '' : `?key=${key}&alt=json`}`,
    payload: body,
  });
  return { status: response.statusCode, headers: response.headers, body: response.json() };
};
const INSULT = 'You are a pathetic idiot.';
const analyze = async (change: object = {}) =>
  call('analyze', { comment: { text: INSULT }, requestedAttributes: { TOXICITY: {} }, ...change });
const suggest = async (change: object = {}) =>
  call('suggestscore', {
    comment: { text: INSULT },
    attributeScores: { TOXICITY: { summaryScore: { value: 1 } } },
    ...change,
  });
const refusalOf = (errorType: string, message: unknown) => ({
  status: 400,
  body: {
    error: {
      code: 400,
      message,
      status: 'INVALID_ARGUMENT',
      details: [
        expect.objectContaining({
          '@type': 'type.googleapis.com/google.commentanalyzer.v1alpha1.Error',
          errorType,
        }),
      ],
    },
  },
});

const SIX = ['TOXICITY', 'SEVERE_TOXICITY', 'IDENTITY_ATTACK', 'INSULT', 'PROFANITY', 'THREAT'];

describe('POST /v1alpha1/comments:analyze: 200', () => {
  it('scores what is asked for, with one span over the whole text', async () => {
    const { status, headers, body } = await analyze({
      languages: ['en'],
      clientToken: 'abc',
      doNotStore: true,
      sessionId: 's',
      communityId: 'c',
    });
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    const value = expect.toSatisfy((score: number) => score > 0.8 && score <= 1);
    expect(body).toEqual({
      attributeScores: {
        TOXICITY: {
          spanScores: [{ begin: 0, end: INSULT.length, score: { value, type: 'PROBABILITY' } }],
          summaryScore: { value, type: 'PROBABILITY' },
        },
      },
      languages: ['en'],
      detectedLanguages: ['en'],
      clientToken: 'abc',
    });
  });

  it('scores all six production attributes and their experimental versions', async () => {
    const names = [...SIX, ...SIX.map((name) => `${name}_EXPERIMENTAL`), 'SEXUALLY_EXPLICIT'];
    const requestedAttributes = Object.fromEntries(names.map((name) => [name, {}]));
    const { body } = await analyze({ requestedAttributes });
    expect(Object.keys(body.attributeScores).sort()).toEqual([...names].sort());
    const { INSULT: insult, THREAT: threat, INSULT_EXPERIMENTAL: again } = body.attributeScores;
    expect(insult.summaryScore.value).toBeGreaterThan(threat.summaryScore.value);
    expect(again).toEqual(insult);
  });

  it('gives sentences scores of their own, in UTF-16 code units', async () => {
    const text = `Thanks 😀 for it.  ${INSULT}`;
    const { body } = await analyze({ comment: { text }, spanAnnotations: true });
    const { spanScores } = body.attributeScores.TOXICITY;
    const said = spanScores.map(({ begin, end }: Record<string, number>) => text.slice(begin, end));
    expect(said).toEqual(['Thanks 😀 for it.', INSULT]);
    const [first, second] = spanScores;
    expect(second.score.value - first.score.value).toBeGreaterThan(0.5);
  });

  it('leaves out what is below its threshold, and the map where nothing is left', async () => {
    const thresholds = (of: number) => ({
      requestedAttributes: {
        TOXICITY: { scoreType: 'PROBABILITY', scoreThreshold: of },
        THREAT: { scoreThreshold: of },
      },
    });
    const { body } = await analyze(thresholds(0.5));
    expect(Object.keys(body.attributeScores)).toEqual(['TOXICITY']);
    expect((await analyze(thresholds(1))).body).toEqual({
      languages: ['en'],
      detectedLanguages: ['en'],
    });
  });

  it('leaves out what has no score where that is asked for', async () => {
    const requestedAttributes = { TOXICITY: {}, SPAM: {}, RESPECT_EXPERIMENTAL: {}, NO_SUCH: {} };
    const drop = { dropUnsupportedAttributes: true };
    const { status, body } = await analyze({ requestedAttributes, ...drop });
    expect([status, Object.keys(body.attributeScores)]).toEqual([200, ['TOXICITY']]);
  });

  it('takes no short or unknown text for one of another language', async () => {
    for (const text of ['yo hamburger', '😀😀', 'lol ok']) {
      const { status, body } = await analyze({ comment: { text } });
      expect([text, status]).toEqual([text, 200]);
      expect(body).not.toHaveProperty('detectedLanguages');
    }
  });

  it('takes the key in a header as well, and a context of either kind', async () => {
    const response = await service.app.inject({
      method: 'POST',
      url: '/v1alpha1/comments:analyze',
      headers: { 'x-goog-api-key': service.cms.key },
      payload: {
        comment: { text: INSULT, type: 'PLAIN_TEXT' },
        context: { entries: [{ text: 'What do you think?' }] },
        requestedAttributes: { TOXICITY: {} },
      },
    });
    expect(response.statusCode).toBe(200);
    expect(response.headers['access-control-allow-origin']).toBe('*');
  });

  it('takes exactly as many bytes as Perspective did', async () => {
    const text = 'é'.repeat(PERSPECTIVE_TEXT_BYTES_MAX / 2);
    expect((await analyze({ comment: { text }, languages: ['en'] })).status).toBe(200);
    const more = await analyze({ comment: { text: `${text}e` } });
    expect(more).toMatchObject(refusalOf('COMMENT_TOO_LONG', 'Comment text too long.'));
  });
});

describe('POST /v1alpha1/comments:analyze: refusals in Google’s form', () => {
  it.each([
    ['no comment', { comment: undefined }, 'COMMENT_EMPTY', 'Comment must be non-empty.'],
    ['an empty one', { comment: { text: '' } }, 'COMMENT_EMPTY', 'Comment must be non-empty.'],
    ['spaces', { comment: { text: ' \n' } }, 'COMMENT_EMPTY', 'Comment must be non-empty.'],
    ['a number', { comment: { text: 5 } }, 'INVALID_REQUEST', 'comment.text must be a string.'],
    [
      'HTML',
      { comment: { text: 'a', type: 'HTML' } },
      'INVALID_REQUEST',
      "Currently, only 'PLAIN_TEXT' comments are supported",
    ],
    ['a type', { comment: { text: 'a', type: 'X' } }, 'INVALID_REQUEST', 'Unknown text type'],
    [
      'no attributes',
      { requestedAttributes: undefined },
      'NO_REQUESTED_ATTRIBUTES',
      'Missing requested_attributes',
    ],
    [
      'an unknown attribute',
      { requestedAttributes: { NICE: {} } },
      'INVALID_REQUEST',
      'Unknown requested attribute: NICE',
    ],
    [
      'a member of every object',
      { requestedAttributes: { constructor: {} } },
      'INVALID_REQUEST',
      'Unknown requested attribute: constructor',
    ],
    [
      'an attribute that is not measured',
      { requestedAttributes: { SPAM: {} }, languages: ['en', 'de'] },
      'LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE',
      'Attribute SPAM does not support request languages: en,de',
    ],
    [
      'a language that is not scored',
      { comment: { text: 'Das ist ein ganz normaler Satz über das Wetter in der Stadt.' } },
      'LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE',
      'Attribute TOXICITY does not support detected languages: de',
    ],
    [
      'another type of score',
      { requestedAttributes: { TOXICITY: { scoreType: 'RAW' } } },
      'INVALID_REQUEST',
      'Requested score type RAW is not supported by attribute TOXICITY',
    ],
    [
      'a threshold of two',
      { requestedAttributes: { TOXICITY: { scoreThreshold: 2 } } },
      'INVALID_REQUEST',
      expect.stringContaining('scoreThreshold'),
    ],
    [
      'more attributes than there are',
      {
        requestedAttributes: Object.fromEntries(
          Array.from({ length: 101 }, (_, at) => [`A${at}`, {}]),
        ),
        dropUnsupportedAttributes: true,
      },
      'INVALID_REQUEST',
      expect.stringContaining('100'),
    ],
    [
      'both kinds of context',
      { context: { entries: [], articleAndParentComment: {} } },
      'INVALID_REQUEST',
      expect.stringContaining('both fields were populated'),
    ],
    ['languages in no list', { languages: 'en' }, 'INVALID_REQUEST', expect.any(String)],
    ['languages that are none', { languages: ['<b>'] }, 'INVALID_REQUEST', expect.any(String)],
    ['a token that is none', { clientToken: 5 }, 'INVALID_REQUEST', expect.any(String)],
  ])('400 for %s', async (_, change, errorType, message) => {
    expect(await analyze(change)).toMatchObject(refusalOf(errorType, message));
  });

  it('400 for a wrong key and 403 for none, as Google has it', async () => {
    const body = { comment: { text: INSULT }, requestedAttributes: { TOXICITY: {} } };
    const wrong = await call('analyze', body, 'AIzaSyWrong');
    expect(wrong.status).toBe(400);
    expect(wrong.body.error).toMatchObject({
      code: 400,
      message: 'API key not valid. Please pass a valid API key.',
      status: 'INVALID_ARGUMENT',
      details: [{ reason: 'API_KEY_INVALID', domain: 'googleapis.com' }],
    });
    const none = await call('analyze', body, null);
    expect([none.status, none.body.error.status]).toEqual([403, 'PERMISSION_DENIED']);
  });

  it.each([
    [404, 'GET' as const, '/v1alpha1/comments', 'NOT_FOUND'],
    [404, 'GET' as const, '/$discovery/rest?version=v1', 'NOT_FOUND'],
    [405, 'GET' as const, '/v1alpha1/comments:analyze', 'UNIMPLEMENTED'],
    [415, 'POST' as const, '/v1alpha1/comments:analyze', 'INVALID_ARGUMENT'],
  ])('%i for %s %s', async (code, method, url, status) => {
    const headers = { 'x-goog-api-key': service.cms.key, 'content-type': 'text/plain' };
    const payload = method === 'POST' ? { payload: 'a' } : {};
    const response = await service.app.inject({ method, url, headers, ...payload });
    expect(response.json()).toEqual({ error: { code, message: expect.any(String), status } });
    expect(response.statusCode).toBe(code);
  });

  it('keeps keys and texts out of the log', async () => {
    await analyze();
    await suggest();
    const said = JSON.stringify(logged);
    expect(said).toContain('/v1alpha1/comments::analyze');
    expect(said).not.toContain(service.cms.key);
    expect(said).not.toContain('pathetic');
  });
});

describe('POST /v1alpha1/comments:suggestscore', () => {
  const notes = async (id: string) =>
    (await service.moderator.get(`/v1/comments/${id}/notes`)).body.data.map(
      ({ body }: { body: string }) => body,
    );

  it.each([
    ['its id', (id: string) => ({ clientToken: id })],
    ['its id after "comment:"', (id: string) => ({ clientToken: `comment:${id}` })],
    [
      'the context, as Coral has it',
      (id: string) => ({
        clientToken: 'comment:of-coral',
        communityId: 'Coral:https://news.example',
        context: { entries: [{ text: JSON.stringify({ url: 'u', Coral_comment_id: id }) }] },
      }),
    ],
  ])('keeps what is suggested beside the comment that is named by %s', async (_, naming) => {
    const { body } = await service.cms.post('/v1/comments', aComment());
    const named = naming(body.comment.id);
    const answer = await suggest({ ...named, languages: ['en'] });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      requestedLanguages: ['en'],
      detectedLanguages: ['en'],
      clientToken: named.clientToken,
    });
    expect(await notes(body.comment.id)).toEqual(['Suggested scores: TOXICITY 1']);
  });

  it('keeps the same once, and another one beside it', async () => {
    await service.cms.post('/v1/comments', aComment({ external_id: 'wp-77' }));
    const said = async (value: number) =>
      suggest({
        clientToken: 'comment:wp-77',
        attributeScores: { TOXICITY: { summaryScore: { value } }, SPAM: { summaryScore: {} } },
      });
    for (const value of [1, 1, 0.123456]) expect((await said(value)).status).toBe(200);
    expect(await notes('wp-77')).toEqual([
      'Suggested scores: TOXICITY 0.1235, SPAM 0',
      'Suggested scores: TOXICITY 1, SPAM 0',
    ]);
  });

  it('keeps no more with one comment than anybody reads', async () => {
    await service.cms.post('/v1/comments', aComment({ external_id: 'wp-78' }));
    for (let each = 0; each < 30; each += 1) {
      const attributeScores = { TOXICITY: { summaryScore: { value: each / 100 } } };
      await suggest({ clientToken: 'wp-78', attributeScores });
    }
    expect(await notes('wp-78')).toHaveLength(20);
  });

  it('puts it on record', async () => {
    await service.cms.post('/v1/comments', aComment({ external_id: 'wp-79' }));
    await suggest({ clientToken: 'wp-79' });
    const { body } = await service.admin.get('/v1/audit?kind=note.added&limit=1');
    expect(body.data[0].actor).toMatchObject({ name: 'submit of default' });
  });

  it('answers, and keeps nothing, where no comment of the site is named', async () => {
    const other = await service.client('submit', 'elsewhere');
    await other.post('/v1/comments', aComment({ external_id: 'theirs' }));
    for (const clientToken of [undefined, 'nobody', 'theirs', 'a\0b', 'x'.repeat(300)]) {
      expect((await suggest({ clientToken })).status).toBe(200);
    }
    const theirs = await service.client('moderate', 'elsewhere');
    expect((await theirs.get('/v1/comments/theirs/notes')).body.data).toEqual([]);
  });

  it.each([
    ['no scores', { attributeScores: undefined }],
    ['an unknown attribute', { attributeScores: { NICE: { summaryScore: { value: 1 } } } }],
    ['a score of two', { attributeScores: { TOXICITY: { summaryScore: { value: 2 } } } }],
    ['no summary', { attributeScores: { TOXICITY: {} } }],
  ])('400 for %s', async (_, change) => {
    expect(await suggest(change)).toMatchObject(refusalOf('INVALID_REQUEST', expect.any(String)));
  });
});

describe('LIKELY_TO_REJECT', () => {
  const requestedAttributes = { LIKELY_TO_REJECT: {} };

  it('has no score as long as nothing was learnt', async () => {
    const answer = await analyze({ requestedAttributes, languages: ['en'] });
    expect(answer).toMatchObject(
      refusalOf('LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE', expect.stringContaining('LIKELY_TO_REJECT')),
    );
  });

  it('is what the site’s own moderators have taught, once they have', async () => {
    const taught = await startScoringApp();
    try {
      await teach(taught, rivalHouse(220));
      const score = async (text: string): Promise<number> => {
        const url = `/v1alpha1/comments:analyze?key=${taught.cms.key}`;
        const payload = { comment: { text }, requestedAttributes, languages: ['en'] };
        const answer = await taught.app.inject({ method: 'POST', url, payload });
        return answer.json().attributeScores.LIKELY_TO_REJECT.summaryScore.value;
      };
      expect(await score('I read it in the Morning Herald today.')).toBeGreaterThan(0.5);
      expect(await score('I think our council needs more money.')).toBeLessThan(0.3);
    } finally {
      await taught.close();
    }
  });
});

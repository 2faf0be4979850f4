import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadClassifier } from '../../src/commands/load-classifier.js';
import { BODY_LENGTH_MAX } from '../../src/limits.js';
import { SCORED_LENGTH_MAX, SCORED_TEXTS_MAX } from '../../src/limits/fronts.js';
import { scoreTexts } from '../../src/operations/score-texts.js';
import { startTestApp, type TestApp } from '../support/app.js';

let service: TestApp;
beforeAll(async () => {
  service = await startTestApp({ classifier: loadClassifier(null) });
});
afterAll(async () => service.close());

const URL = '/v1/moderations';
const ask = async (input: unknown, more: object = {}) =>
  service.cms.post(URL, { input, ...more });
const send = async (options: InjectOptions) =>
  service.app.inject({
    method: 'POST',
    url: URL,
    ...options,
    headers: { authorization: `Bearer ${service.cms.key}`, ...options.headers },
  });
const text = (value: string) => ({ type: 'text', text: value });
const IMAGE = { type: 'image_url', image_url: { url: 'http://127.0.0.1:1/never-fetched.png' } };

const NEVER = [
  'illicit',
  'illicit/violent',
  'self-harm/intent',
  'self-harm/instructions',
  'self-harm',
  'sexual/minors',
  'violence/graphic',
];

describe('POST /v1/moderations: 200', () => {
  it('has a result with the 13 categories in three maps', async () => {
    const { status, headers, body } = await ask('Thank you for the report.');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(headers['x-request-id']).toMatch(/^req_/u);
    expect(Object.keys(body)).toEqual(['id', 'model', 'results']);
    expect(body.id).toMatch(/^modr-[0-9a-f]{32}$/u);
    expect(body.model).toBe('omni-moderation-latest');
    const [result] = body.results;
    expect(result.flagged).toBe(false);
    const { categories, category_scores: scores, category_applied_input_types: types } = result;
    expect(Object.keys(categories)).toHaveLength(13);
    expect(Object.keys(scores)).toEqual(Object.keys(categories));
    expect(Object.keys(types)).toEqual(Object.keys(categories));
    expect(Object.values(categories)).toEqual(Array(13).fill(false));
    for (const category of Object.keys(types)) {
      expect([category, types[category]]).toEqual([category, NEVER.includes(category) ? [] : ['text']]);
    }
    for (const category of NEVER) expect(scores[category]).toBe(0);
  });

  it.each([
    ['You are a pathetic idiot.', ['harassment']],
    ['I will find you and kill you.', ['harassment/threatening', 'violence']],
    ['All muslims are vermin and must be exterminated.', ['hate']],
  ])('flags %s for what the policy would hold it for', async (input, expected) => {
    const { body } = await ask(input);
    const [{ flagged, categories, category_scores: scores }] = body.results;
    expect(flagged).toBe(true);
    const found = Object.keys(categories).filter((category) => categories[category]);
    expect(found).toEqual(expect.arrayContaining(expected));
    for (const category of expected) expect(scores[category]).toBeGreaterThan(0.05);
  });

  it('gives a list of texts a result each, in their order', async () => {
    const { body } = await ask(['Thank you.', 'You are a pathetic idiot.', 'Good night.']);
    expect(body.results.map(({ flagged }: { flagged: boolean }) => flagged)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('reads the parts of a message as one text, and passes over its images', async () => {
    const { body } = await ask([text('Thank you.'), IMAGE, text('You are a pathetic idiot.')]);
    expect(body.results).toHaveLength(1);
    expect(body.results[0].flagged).toBe(true);
    expect(body.results[0].category_applied_input_types.sexual).toEqual(['text']);
  });

  it('says the model again, and has eleven categories for an older one', async () => {
    const { body } = await ask('You are a pathetic idiot.', { model: 'text-moderation-stable' });
    expect(body.model).toBe('text-moderation-stable');
    const [result] = body.results;
    expect(Object.keys(result.categories)).toHaveLength(11);
    expect(Object.keys(result.category_scores)).toHaveLength(11);
    expect(result).not.toHaveProperty('category_applied_input_types');
  });

  it('follows the policy of the site whose key is shown', async () => {
    const admin = await service.client('admin', 'lenient');
    const { body: policy } = await admin.get('/v1/policy');
    const off = Object.keys(policy.rules).map((rule) => [rule, { enabled: false }]);
    const rules = Object.fromEntries(off);
    expect((await admin.put('/v1/policy', { rules }, { 'if-match': '*' })).status).toBe(200);
    const { body: answer } = await admin.post(URL, { input: 'You are a pathetic idiot.' });
    expect(answer.results[0].flagged).toBe(false);
    expect(answer.results[0].category_scores.harassment).toBeGreaterThan(0.5);
  });

  it('ignores members that it does not know', async () => {
    expect((await ask('Thank you.', { user: 'u', metadata: { a: [1] } })).status).toBe(200);
  });

  it('scores texts that could not be stored', async () => {
    expect((await ask('NUL \0 and half a \ud83d pair')).status).toBe(200);
  });

  it('stores nothing', async () => {
    await ask('You are a pathetic idiot.');
    expect((await service.moderator.get('/v1/comments')).body.data).toEqual([]);
  });
});

describe('POST /v1/moderations: refusals', () => {
  const tooMany = Array<string>(SCORED_TEXTS_MAX + 1).fill('a');
  const longest = 'a'.repeat(BODY_LENGTH_MAX);
  const tooLong = Array<string>(SCORED_LENGTH_MAX / BODY_LENGTH_MAX + 1).fill(longest);
  it.each([
    ['no input', undefined, 'input'],
    ['null', null, 'input'],
    ['a number', 5, 'input'],
    ['an empty list', [], 'input'],
    ['too many texts', tooMany, 'input'],
    ['too long a text', 'a'.repeat(BODY_LENGTH_MAX + 1), 'input'],
    ['too much text', tooLong, 'input'],
    ['an image alone', [IMAGE], 'input'],
    ['a list of both', ['a', text('b')], 'input[0]'],
    ['a part of another type', [text('a'), { type: 'audio' }], 'input[1]'],
    ['a part without its text', [{ type: 'text' }], 'input[0]'],
    ['lists in a list', [['a']], 'input[0]'],
  ])('400 for %s, as OpenAI says it', async (_, input, param) => {
    const { status, headers, body } = await ask(input);
    expect(status).toBe(400);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(body).toEqual({
      error: { message: expect.any(String), type: 'invalid_request_error', param, code: null },
    });
  });

  it('counts characters, however many code units they are', async () => {
    expect((await ask('🙂'.repeat(BODY_LENGTH_MAX))).status).toBe(200);
    expect((await ask('🙂'.repeat(BODY_LENGTH_MAX + 1))).status).toBe(400);
  });

  it('400 for a body that is no object, no JSON, or none', async () => {
    for (const payload of ['[]', '"a"', '{"input": "you idi', '']) {
      const { statusCode, body } = await send({
        headers: { 'content-type': 'application/json' },
        payload,
      });
      expect([payload, statusCode]).toEqual([payload, 400]);
      expect(JSON.parse(body).error.type).toBe('invalid_request_error');
      expect(body).not.toContain('idi');
    }
  });

  it('400 for a model that is no name', async () => {
    for (const model of [5, 'm'.repeat(101)]) {
      expect((await ask('a', { model })).body.error.param).toBe('model');
    }
  });

  it.each([
    ['no key', undefined],
    ['a key of OpenAI', 'Bearer sk-proj-0123456789'],
    ['another scheme', 'Basic Zm9vOmJhcg=='],
  ])('401 for %s', async (_, authorization) => {
    const { statusCode, body } = await service.app.inject({
      method: 'POST',
      url: URL,
      headers: authorization === undefined ? {} : { authorization },
      payload: { input: 'a' },
    });
    expect(statusCode).toBe(401);
    expect(JSON.parse(body).error).toMatchObject({
      type: 'invalid_request_error',
      param: null,
      code: 'invalid_api_key',
    });
  });

  it.each([
    [404, { url: `${URL}/more` }, 'unknown_url'],
    [405, { method: 'GET' as const }, 'method_not_supported'],
    [413, { payload: { input: 'a'.repeat(1_100_000) } }, null],
    [415, { headers: { 'content-type': 'text/plain' }, payload: 'a' }, null],
  ])('%i in the same form', async (status, options, code) => {
    const { statusCode, headers, body } = await send(options);
    expect(statusCode).toBe(status);
    expect(JSON.parse(body).error.code).toBe(code);
    expect(headers['allow']).toBe(status === 405 ? 'OPTIONS, POST' : undefined);
  });
});

describe('Pages in browsers', () => {
  it('may ask whether they may call, with the headers that OpenAI’s client sends', async () => {
    const asked = 'authorization,content-type,x-stainless-retry-count';
    const { statusCode, headers } = await service.app.inject({
      method: 'OPTIONS',
      url: URL,
      headers: {
        origin: 'https://news.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': asked,
      },
    });
    expect(statusCode).toBe(204);
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': asked,
    });
  });

  it('can read answers and refusals alike', async () => {
    for (const input of ['a', 5]) {
      expect((await ask(input)).headers).toMatchObject({ 'access-control-allow-origin': '*' });
    }
  });
});

describe('scoreTexts', () => {
  it('leaves out scores of a language that the model was not trained on', async () => {
    const german = 'Das ist ein ganz normaler Satz über das Wetter in unserer kleinen Stadt.';
    const caller = { id: 'k', site_id: 'default', name: 'k', scope: 'submit' as const };
    const [scored] = await scoreTexts(service.deps, { caller, texts: [german], locale: null });
    expect(scored).toEqual({ language: 'de', scores: {}, standards: [] });
  });
});

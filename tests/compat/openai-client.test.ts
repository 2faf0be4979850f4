import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { buildApp } from '../../src/app.js';
import { loadClassifier } from '../../src/commands/load-classifier.js';
import { createMetrics } from '../../src/http/metrics.js';
import { startTestApp, type TestApp } from '../support/app.js';

let service: TestApp;
let url = '';
beforeAll(async () => {
  service = await startTestApp({ classifier: loadClassifier(null) });
  url = await service.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => service.close());

const clientOf = (apiKey: string, baseURL = `${url}/v1`) =>
  new OpenAI({ apiKey, baseURL, maxRetries: 0 });
const refusal = async (asked: Promise<unknown>): Promise<InstanceType<typeof OpenAI.APIError>> => {
  try {
    await asked;
  } catch (error) {
    if (error instanceof OpenAI.APIError) return error;
    throw error;
  }
  throw new Error('it was answered');
};

describe('The package openai, with another base URL', () => {
  it('moderates a text', async () => {
    const { moderations } = clientOf(service.cms.key);
    const answer = await moderations.create({ input: 'You are a pathetic idiot.' });
    // Only JSON that says so is read as an object; the id comes from a header.
    expect(answer._request_id).toMatch(/^req_/u);
    expect(answer.id).toMatch(/^modr-/u);
    const [result] = answer.results;
    expect(result?.flagged).toBe(true);
    expect(result?.categories.harassment).toBe(true);
    expect(result?.categories['hate/threatening']).toBe(false);
    expect(result?.category_scores.harassment).toBeGreaterThan(0.5);
    expect(result?.category_applied_input_types['self-harm/intent']).toEqual([]);
  });

  it('moderates a list, and a message in parts', async () => {
    const { moderations } = clientOf(service.cms.key);
    const list = await moderations.create({
      input: ['Good night.', 'I will find you and kill you.'],
      model: 'omni-moderation-2024-09-26',
    });
    expect(list.model).toBe('omni-moderation-2024-09-26');
    expect(list.results.map(({ flagged }) => flagged)).toEqual([false, true]);
    const parts = await moderations.create({
      input: [
        { type: 'text', text: 'Good night.' },
        { type: 'image_url', image_url: { url: 'https://img.example/a.png' } },
      ],
    });
    expect(parts.results).toHaveLength(1);
  });

  it('throws its own errors for refusals', async () => {
    const wrong = await refusal(clientOf('sk-wrong').moderations.create({ input: 'a' }));
    expect(wrong).toBeInstanceOf(OpenAI.AuthenticationError);
    expect(wrong).toMatchObject({ status: 401, code: 'invalid_api_key' });
    expect(wrong.message).toContain('The key is unknown, wrong or revoked.');
    expect(wrong.requestID).toMatch(/^req_/u);

    const empty = await refusal(clientOf(service.cms.key).moderations.create({ input: [] }));
    expect(empty).toBeInstanceOf(OpenAI.BadRequestError);
    expect(empty).toMatchObject({ type: 'invalid_request_error', param: 'input' });
  });

  it('is told how long to wait when it has sent too much', async () => {
    let now = 0;
    const rates = { perKey: 60, perAddress: 0, wrongKeysPerAddress: 0 };
    const app = await buildApp(
      { ...service.deps, stopwatch: () => now },
      createMetrics(),
      { rates, trustedProxies: [] },
    );
    try {
      const base = `${await app.listen({ host: '127.0.0.1', port: 0 })}/v1`;
      const { moderations } = clientOf(service.cms.key, base);
      for (let sent = 0; sent < 60; sent += 1) await moderations.create({ input: 'a' });
      const limited = await refusal(moderations.create({ input: 'a' }));
      expect(limited).toBeInstanceOf(OpenAI.RateLimitError);
      expect(limited).toMatchObject({ type: 'requests', code: 'rate_limit_exceeded' });
      expect(limited.headers?.get('retry-after')).toBe('1');
      now += 1_000;
      expect((await moderations.create({ input: 'a' })).results).toHaveLength(1);
    } finally {
      await app.close();
    }
  });
});

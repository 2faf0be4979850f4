import { createRequire } from 'node:module';

import { type APIEndpoint, Discovery } from 'googleapis-common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadClassifier } from '../../src/commands/load-classifier.js';
import { aComment, startTestApp, type TestApp } from '../support/app.js';

let service: TestApp;
let url = '';
beforeAll(async () => {
  service = await startTestApp({ classifier: loadClassifier(null) });
  url = await service.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => service.close());

const INSULT = 'You are a pathetic idiot.';

describe('The package googleapis-common, by the discovery document', () => {
  const discovered = async (): Promise<APIEndpoint> => {
    const make = await new Discovery({}).discoverAPI(`${url}/$discovery/rest?version=v1alpha1`);
    return make({}, {});
  };

  it('finds the address, and analyzes', async () => {
    const client = await discovered();
    const { status, data } = await client.comments.analyze({
      key: service.cms.key,
      requestBody: {
        comment: { text: `Good night. ${INSULT}` },
        languages: ['en'],
        requestedAttributes: { TOXICITY: {}, INSULT: { scoreThreshold: 0.5 } },
        spanAnnotations: true,
        clientToken: 'token',
      },
    });
    expect(status).toBe(200);
    expect(data.attributeScores.TOXICITY.summaryScore.value).toBeGreaterThan(0.5);
    expect(data.attributeScores.INSULT.spanScores).toHaveLength(2);
    expect(data).toMatchObject({ languages: ['en'], clientToken: 'token' });
  });

  it('suggests a score', async () => {
    await service.cms.post('/v1/comments', aComment({ external_id: 'c-1' }));
    const client = await discovered();
    const { data } = await client.comments.suggestscore({
      key: service.cms.key,
      requestBody: {
        comment: { text: INSULT },
        attributeScores: { TOXICITY: { summaryScore: { value: 1 } } },
        clientToken: 'comment:c-1',
      },
    });
    expect(data.clientToken).toBe('comment:c-1');
    const notes = await service.moderator.get('/v1/comments/c-1/notes');
    expect(notes.body.data).toHaveLength(1);
  });

  it('reads refusals as Google’s', async () => {
    const client = await discovered();
    const refused = client.comments.analyze({ key: 'wrong', requestBody: {} });
    await expect(refused).rejects.toMatchObject({
      status: 400,
      message: 'API key not valid. Please pass a valid API key.',
      response: { data: { error: { status: 'INVALID_ARGUMENT' } } },
    });
  });
});

interface Perspective {
  // Tests read into answers freely.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  analyze(text: string | object, options?: object): Promise<Record<string, any>>;
}

describe('The package perspective-api-client, sent here', () => {
  // It has Google's address written into it; who uses it changes that, or the name's address.
  const require = createRequire(import.meta.url);
  const ofPackage = createRequire(require.resolve('perspective-api-client'));
  const axios = ofPackage('axios');
  const Client = require('perspective-api-client') as new (options: object) => Perspective;
  let interceptor: number;
  beforeAll(() => {
    interceptor = axios.interceptors.request.use((config: { url: string }) => ({
      ...config,
      url: config.url.replace('https://commentanalyzer.googleapis.com', url),
    }));
  });
  afterAll(() => axios.interceptors.request.eject(interceptor));

  it('analyzes, with the names of attributes as it writes them', async () => {
    const client = new Client({ apiKey: service.cms.key });
    const answer = await client.analyze(`<b>${INSULT}</b>`, { attributes: ['toxicity', 'insult'] });
    expect(answer['attributeScores'].INSULT.summaryScore.value).toBeGreaterThan(0.5);
    expect(answer['attributeScores'].TOXICITY.summaryScore.type).toBe('PROBABILITY');
    expect(answer['languages']).toEqual(['en']);
  });

  it('reads what a refusal says', async () => {
    const client = new Client({ apiKey: service.cms.key });
    const refused = client.analyze('Hello', { attributes: ['kindness'] });
    await expect(refused).rejects.toThrow('Unknown requested attribute: KINDNESS');
    const wrong = new Client({ apiKey: 'wrong' }).analyze('Hello');
    await expect(wrong).rejects.toThrow('API key not valid.');
  });
});

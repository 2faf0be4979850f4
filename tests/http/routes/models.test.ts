import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadClassifier } from '../../../src/commands/load-classifier.js';
import { aComment, startTestApp, type TestApp } from '../../support/app.js';

let service: TestApp;
let scored: TestApp;
beforeAll(async () => {
  service = await startTestApp();
  scored = await startTestApp({ classifier: loadClassifier(null) });
});
afterAll(async () => {
  await service.close();
  await scored.close();
});

describe('GET /v1/models (listModels)', () => {
  it('says nothing where nothing is scored', async () => {
    const { status, body } = await service.moderator.get('/v1/models');
    expect([status, body]).toEqual([200, { data: [], next_cursor: null }]);
  });

  it('says which model scores, with its digest, languages and figures', async () => {
    const { body } = await scored.moderator.get('/v1/models');
    expect(body.data).toHaveLength(1);
    const [model] = body.data;
    expect(model.version).toMatch(/^en-\d+\.\d+\.\d+$/u);
    expect(model.digest).toMatch(/^[0-9a-f]{64}$/u);
    expect(model.languages).toEqual(['en']);
    expect(model.attributes).toContain('identity_attack');
    expect(model.metrics.toxicity_roc_auc).toBeGreaterThan(0.9);
  });

  it('wants the scope moderate', async () => {
    expect((await scored.cms.get('/v1/models')).status).toBe(403);
  });
});

describe('A decision of the engine', () => {
  const factsOf = async (
    { cms, deps }: TestApp,
    body: string,
  ): Promise<{ readonly model: unknown; readonly scores: Readonly<Record<string, number>> }> => {
    const made = await cms.post('/v1/comments', aComment({ body }));
    expect(made.status).toBe(201);
    const id = made.body.comment.id;
    const decisions = await deps.store.decisions.latestOf('default', [id]);
    return JSON.parse(decisions.get(id)?.facts ?? '{}');
  };

  it('keeps the version of the model beside its scores', async () => {
    const facts = await factsOf(scored, 'Your report forgets to mention the cost of the bridge.');
    expect(facts.model).toBe(scored.deps.classifier.version);
    expect(facts.scores.toxicity).toBeLessThan(0.2);
  });

  it('keeps no scores where the text is in a language that the model does not know', async () => {
    const german = 'Ich finde, dass der Bericht die Kosten der neuen Brücke verschweigt.';
    expect((await factsOf(scored, german)).scores).toEqual({});
  });

  it('names no model where nothing is scored', async () => {
    expect(await factsOf(service, 'Thank you for this report.')).toMatchObject({
      scores: {},
      model: null,
    });
  });
});

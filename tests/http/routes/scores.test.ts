import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadClassifier } from '../../../src/commands/load-classifier.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import type { Answer } from '../../support/client.js';

let service: TestApp;
beforeAll(async () => {
  service = await startTestApp({ classifier: loadClassifier(null) });
});
afterAll(async () => service.close());

const submit = async (body: string, section: string | null = null): Promise<string> => {
  const thread = { external_id: section ?? 'article-1', section };
  const author = { external_id: 'r-1', name: 'Robin' };
  const answer = await service.cms.post('/v1/comments', { thread, author, body });
  return answer.body.comment.id;
};
const scoresOf = async (id: string): Promise<Answer['body']> =>
  (await service.moderator.get(`/v1/comments/${id}/scores`)).body;

describe('GET /v1/comments/{id}/scores (scoreComment)', () => {
  it('says what each score is, what follows from it, and which words raised it', async () => {
    const body = 'You are a pathetic idiot, and everybody here knows it.';
    const { version, language, model, scores } = await scoresOf(await submit(body));
    expect([version, language, typeof model, scores.length]).toEqual([1, 'en', 'string', 7]);
    const insult = scores.find((each: Answer['body']) => each.attribute === 'insult');
    expect(insult).toMatchObject({ hold_at: 0.7, reject_at: null });
    expect(insult.score).toBeGreaterThan(0.7);
    const words = insult.words.map(({ start, end }: Answer['body']) => body.slice(start, end));
    expect(words).toContain('idiot');
  });

  it('looks for no words of a low score, and has no limit where the rule is switched off', async () => {
    const rules = { classifier_scores: { enabled: false } };
    const sections = { quiet: { rules } };
    await service.admin.put('/v1/policy', { sections }, { 'if-match': '*' });
    const text = 'The ferry could run every twenty minutes while the bridge is closed.';
    const { scores } = await scoresOf(await submit(text, 'quiet'));
    expect(scores.map(({ hold_at, words }: Answer['body']) => [hold_at, words])).toEqual(
      Array.from({ length: 7 }, () => [null, []]),
    );
    const elsewhere = await scoresOf(await submit(text));
    expect(elsewhere.scores[0].hold_at).toBe(0.7);
  });

  it('scores nothing in a language that the model was not trained on', async () => {
    const german = 'Das ist ein ganz normaler Satz über das Wetter in unserer kleinen Stadt.';
    expect(await scoresOf(await submit(german))).toMatchObject({ language: 'de', scores: [] });
  });

  it('is for moderators, about comments that are there', async () => {
    const id = await submit('Good morning to everybody in this town.');
    expect((await service.cms.get(`/v1/comments/${id}/scores`)).status).toBe(403);
    expect((await service.moderator.get('/v1/comments/cmt_none/scores')).status).toBe(404);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadClassifier } from '../../src/commands/load-classifier.js';
import { SCORED_SENTENCES_MAX } from '../../src/limits/fronts.js';
import { scoreText } from '../../src/operations/score-text.js';
import { suggestScores } from '../../src/operations/suggest-scores.js';
import { aComment, startTestApp, type TestApp } from '../support/app.js';

let service: TestApp;
beforeAll(async () => {
  service = await startTestApp({ classifier: loadClassifier(null) });
});
afterAll(async () => service.close());

const caller = { id: 'key', site_id: 'default', name: 'our CMS', scope: 'submit' as const };
const score = async (text: string, sentences = true) =>
  scoreText(service.deps, { caller, text, locale: null, sentences });

describe('scoreText', () => {
  it('scores sentences only where they are asked for', async () => {
    const text = 'You are a pathetic idiot. Good night.';
    expect((await score(text, false)).sentences).toEqual([]);
    const { scores, sentences } = await score(text);
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
      'You are a pathetic idiot.',
      'Good night.',
    ]);
    expect(Object.keys(sentences[0]?.scores ?? {})).toEqual(Object.keys(scores));
  });

  it('takes the rest of many sentences as one', async () => {
    const { sentences } = await score('This one is short. '.repeat(SCORED_SENTENCES_MAX + 5));
    expect(sentences).toHaveLength(SCORED_SENTENCES_MAX);
    const last = sentences.at(-1);
    expect((last?.end ?? 0) - (last?.start ?? 0)).toBe('This one is short. '.length * 6 - 1);
  });

  it('reads a short sentence in the language of the whole', async () => {
    const { language, sentences } = await score(
      'Das ist ein ganz normaler Satz über das Wetter in unserer kleinen Stadt. Ja so.',
    );
    expect(language).toBe('de');
    expect(sentences.map(({ scores }) => scores)).toEqual([{}, {}]);
  });

  it('has no sentences in spaces', async () => {
    expect((await score(' \n ')).sentences).toEqual([]);
  });
});

describe('suggestScores', () => {
  it('says whether it kept what was suggested', async () => {
    await service.cms.post('/v1/comments', aComment({ external_id: 'c-1' }));
    const suggest = async (...ids: readonly string[]) =>
      suggestScores(service.deps, {
        caller,
        ids,
        text: 'You are a pathetic idiot.',
        scores: [{ name: 'TOXICITY', value: 1 }],
      });
    expect(await suggest('nobody', 'c-1')).toEqual({ kept: true, language: 'en' });
    expect(await suggest('c-1')).toMatchObject({ kept: false });
    expect(await suggest('nobody')).toMatchObject({ kept: false });
    expect(await suggest()).toMatchObject({ kept: false });
  });
});

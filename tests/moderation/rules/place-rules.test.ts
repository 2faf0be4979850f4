import { describe, expect, it } from 'vitest';

import { type Case, findingsOf, judged } from '../judging.js';
import { EMPTY_HISTORY } from '../../../src/moderation/facts.js';

const thread = (change: Partial<typeof EMPTY_HISTORY.thread>): Case => ({
  history: { thread: { ...EMPTY_HISTORY.thread, ...change } },
});

describe('thread_expired', () => {
  const week = { rules: { thread_expired: { enabled: true, max_days: 7 } } };

  it.each([
    ['a thread of today', 0, 'approve'],
    ['one of its last day', 7, 'approve'],
    ['one of the day after', 8, 'reject'],
    ['one of years ago', 5_000, 'reject'],
  ])('in %s', (_, age_days, action) => {
    expect(judged(thread({ age_days }), week).action).toBe(action);
  });

  it('says so, and is off unless the publisher wants it', () => {
    const old = thread({ age_days: 5_000 });
    const found = findingsOf('thread_expired', old, week);
    expect(found).toMatchObject([{ reason: 'off_limits.thread_expired', field: null }]);
    expect(judged(old).findings).toEqual([]);
  });
});

describe('language_not_served', () => {
  const served = (...languages: string[]): object => ({
    rules: { language_not_served: { languages } },
  });
  const german = 'Ich finde diesen Artikel wirklich sehr gut geschrieben.';
  const english = 'I find that this article is very well written.';

  it.each<[string, Case, object, string | null]>([
    ['a language that is not served', { body: german }, served('en', 'fr'), 'de'],
    ['what the text says, against its page', { body: english, locale: 'de' }, served('de'), 'en'],
    ['the language of the page, for a few words', { body: 'Hm, ja.', locale: 'de-AT' }, served('en'), 'de'],
  ])('holds %s', (_, comment, policy, language) => {
    expect(findingsOf('language_not_served', comment, policy)).toMatchObject([
      { outcome: 'match', reason: 'off_limits.language', action: 'hold', terms: [language] },
    ]);
  });

  it.each<[string, Case, object]>([
    ['a language that is served', { body: german }, served('en', 'de')],
    ['a few words on a page that is', { body: 'Hm, ja.', locale: 'de-AT' }, served('de')],
    ['every language, where none is named', { body: german }, served()],
  ])('lets %s pass', (_, comment, policy) => {
    expect(findingsOf('language_not_served', comment, policy)).toEqual([]);
  });

  it('does not know where nothing tells the language, and lets pass unless told', () => {
    expect(findingsOf('language_not_served', { body: 'Hm.' }, served('en'))).toMatchObject([
      { outcome: 'unknown', action: 'approve' },
    ]);
    const strict = { rules: { language_not_served: { languages: ['en'], on_unknown: 'hold' } } };
    expect(judged({ body: 'Hm.' }, strict).action).toBe('hold');
  });
});

describe('other_language_profanity', () => {
  it.each([
    ['Was für eine Scheiße', 'de', 'Scheiße'],
    ['Quelle merde, ce gouvernement', 'fr', 'merde'],
    ['Esto es una mierda', 'es', 'mierda'],
    ['Это полная хуйня', 'ru', 'хуйня'],
    ['Wat een kut weer', 'nl', 'kut'],
    ['Che cazzo di governo', 'it', 'cazzo'],
  ])('holds "%s" on a page in %s', (body, locale, covered) => {
    const [found, ...others] = findingsOf('other_language_profanity', { body, locale });
    expect(others).toEqual([]);
    expect(found).toMatchObject({ reason: 'profanity.other_language', action: 'hold' });
    expect(found?.spans.map(({ start, end }) => body.slice(start, end))).toEqual([covered]);
  });

  it.each([
    ['Das ist nicht gut', 'de'],
    ['Ich fahre mit der Bahn nach Hause.', 'de'],
    ['En fart på vägen', 'sv'],
    ['The word merde is in every French film, and they know it.', 'en'],
    ['Merde', 'en'],
    ['Merde', null],
  ])('lets "%s" pass on a page in %s', (body, locale) => {
    expect(findingsOf('other_language_profanity', { body, locale })).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';

import { compilePolicy, rulesFor } from '../../../src/moderation/compile.js';
import { completePolicy } from '../../../src/moderation/policy/complete.js';
import { EMPTY_HISTORY } from '../../../src/moderation/facts.js';
import { judged, policyFrom } from '../judging.js';

const POLICY = {
  standards: { sexual: { action: 'reject' } },
  rules: { shouting: { enabled: false } },
  sections: {
    Sport: { standards: { profanity: { action: 'hold' } }, rules: { link_count: { max_links: 0 } } },
    'sport/boxing': { rules: { possible_threat: { enabled: false } } },
  },
};

const inSection = (section: string | null, body: string) =>
  judged(
    { body, history: { thread: { ...EMPTY_HISTORY.thread, section } } },
    POLICY,
  ).action;

describe('What is said of a standard', () => {
  it('is written to its rules, and what a rule says itself comes first', () => {
    const { rules } = policyFrom({
      standards: { profanity: { action: 'hold', observe: true } },
      rules: { mild_profanity: { action: 'reject' } },
    }).document;
    expect(rules['strong_profanity']).toMatchObject({ action: 'hold', observe: true });
    expect(rules['mild_profanity']).toMatchObject({ action: 'reject', observe: true });
    expect(rules['slur']).toMatchObject({ action: 'reject', observe: false });
  });
});

describe('A section', () => {
  it.each([
    [null, 'a fucking mess', 'reject'],
    ['news', 'a fucking mess', 'reject'],
    ['sport', 'a fucking mess', 'hold'],
    [' SPORT ', 'a fucking mess', 'hold'],
    ['sport/tennis', 'a fucking mess', 'hold'],
    ['sport/boxing', 'a fucking mess', 'reject'],
    ['sports', 'a fucking mess', 'reject'],
    ['sport', 'see https://example.com', 'hold'],
    ['news', 'see https://example.com', 'approve'],
    ['sport', 'I will kill him in the ring', 'hold'],
    ['sport/boxing', 'I will kill him in the ring', 'approve'],
    ['/', 'a fucking mess', 'reject'],
  ])('%j judges %j: %s', (section, body, action) => {
    expect(inSection(section, body)).toBe(action);
  });

  it('compiles only what differs there', () => {
    const compiled = compilePolicy(policyFrom(POLICY));
    const threat = (section: string) =>
      rulesFor(compiled, section).find(({ rule }) => rule.id === 'threat');
    expect(threat('sport')).toBe(threat('news'));
  });

  it('keeps only what it says itself', () => {
    const { sections } = policyFrom(POLICY).document;
    expect(sections['sport/boxing']).toEqual({ rules: { possible_threat: { enabled: false } } });
  });

  it.each([
    ['an empty name', { ' ': {} }, '/sections/ ', 'has a name'],
    ['a name twice', { Sport: {}, sport: {} }, '/sections/sport', 'the same as "Sport"'],
    [
      'an unknown rule',
      { sport: { rules: { shoutin: {} } } },
      '/sections/sport/rules/shoutin',
      'Did you mean "shouting"?',
    ],
    [
      'what makes no sense with the rest of the policy',
      { 'a/b': { rules: { body_length: { min_characters: 20_000 } } } },
      '/sections/a~1b/rules/body_length/min_characters',
      'no comment could pass',
    ],
  ])('is refused for %s', (_, sections, pointer, detail) => {
    expect(completePolicy({ sections })).toEqual({
      ok: false,
      errors: [{ pointer, detail: expect.stringContaining(detail) }],
    });
  });

  it('that changes only what follows compiles nothing anew', () => {
    const terms = ['qwertz', 'asdfgh'];
    const compiled = compilePolicy(
      policyFrom({
        rules: { blocked_terms: { terms } },
        sections: {
          sport: { rules: { blocked_terms: { action: 'hold' } } },
          news: { rules: { blocked_terms: { terms: ['yxcvbn'] } } },
          culture: { rules: { blocked_terms: { enabled: false } } },
        },
      }),
    );
    const check = (section: string) =>
      rulesFor(compiled, section).find(({ rule }) => rule.id === 'blocked_terms')?.check;
    expect(check('sport')).toBe(check('else'));
    expect(check('news')).not.toBe(check('else'));
    expect(check('culture')).toBeUndefined();
  });

  it('may switch on what is off elsewhere', () => {
    const policy = {
      rules: { shouting: { enabled: false } },
      sections: { sport: { rules: { shouting: { enabled: true } } } },
    };
    const body = 'THIS IS WHAT I HAVE TO SAY ABOUT IT';
    const history = { thread: { ...EMPTY_HISTORY.thread, section: 'sport' } };
    expect(judged({ body, history }, policy).action).toBe('hold');
    expect(judged({ body }, policy).action).toBe('approve');
  });

  it('shares lists with the others: only so many sections have their own', () => {
    const section = { rules: { moderation_keys: { keys: 'casino' } } };
    const sections = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((each) => [each, section]));
    expect(completePolicy({ sections })).toEqual({
      ok: false,
      errors: [{ pointer: '/sections/f', detail: expect.stringContaining('No more than 5 lists') }],
    });
  });

  it('is not blamed for a mistake that stands elsewhere', () => {
    const completed = completePolicy({
      rules: { body_length: { min_characters: 20, max_characters: 10 } },
      sections: { sport: { rules: { shouting: { min_share: 0.9 } } } },
    });
    expect(completed.ok ? [] : completed.errors.map(({ pointer }) => pointer)).toEqual([
      '/rules/body_length/min_characters',
    ]);
  });

  it('with ever the same mistakes is answered in a hundred of them', () => {
    const terms = Array.from({ length: 200 }, () => 'a');
    const wrong = { rules: { blocked_terms: { terms } } };
    const completed = completePolicy({ sections: { a: wrong, b: wrong } });
    expect(completed.ok ? [] : completed.errors).toHaveLength(100);
  });

  it('is refused beyond the fiftieth', () => {
    const names = Array.from({ length: 51 }, (_, at) => [`s${at}`, {}]);
    const completed = completePolicy({ sections: Object.fromEntries(names) });
    expect(completed).toMatchObject({ ok: false, errors: [{ pointer: '/sections' }] });
  });

  it('of an unknown standard is refused by the name that was meant', () => {
    const completed = completePolicy({ standards: { profanty: {} } });
    expect(completed).toMatchObject({
      errors: [{ pointer: '/standards/profanty', detail: expect.stringContaining('"profanity"') }],
    });
  });
});

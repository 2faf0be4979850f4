import { describe, expect, it } from 'vitest';

import type { Finding } from '../../../src/domain/finding.js';
import { STANDARDS } from '../../../src/domain/standard.js';
import { deskSettings } from '../../../src/moderation/policy/desk/settings.js';
import {
  localeAmong,
  sentenceOf,
  told,
  type Untold,
} from '../../../src/moderation/statements/compose.js';
import { filled, templateFault } from '../../../src/moderation/statements/placeholders.js';
import {
  STATEMENT_LOCALES,
  wordingFor,
} from '../../../src/moderation/statements/wording.js';

const DEFAULTS = deskSettings({}, 'statements');

function untold(change: Partial<Untold> = {}): Untold {
  return {
    decision_id: 'dec_1',
    block_id: null,
    comment_id: 'cmt_1',
    effect: 'rejected',
    decided_at: '2026-11-24T10:00:00.000Z',
    ends_at: null,
    ended_at: null,
    facts: {
      thread: { id: 'thr_1', external_id: 'a', title: 'The budget', url: null },
      posted_at: '2026-11-23T10:00:00.000Z',
      reasons: [
        {
          code: 'attack.insult',
          standard: 'personal_attack',
          message: 'It insults.',
          words: ['idiot', 'fool'],
        },
      ],
      told: null,
    },
    ground: {
      kind: 'terms',
      legal_ground: null,
      standard: 'personal_attack',
      policy_version: 3,
      policy_text: 'Be civil.',
      terms_url: null,
    },
    source: 'own_initiative',
    automated_detection: true,
    automated_decision: 'fully',
    redress: { appeal_until: null, contact: null, own: null, out_of_court: null },
    ...change,
  };
}

const tell = (change: Partial<Untold> = {}, locale = 'en', settings = DEFAULTS) =>
  told(untold(change), { locale, settings });

const strings = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Object.values(value as object).flatMap(strings);

const places = (text: string) => [...text.matchAll(/\{\w+\}/gu)].map(([name]) => name).toSorted();

describe('The wording of statements', () => {
  it.each(STATEMENT_LOCALES)('says in %s everything, with the same places as in English', (name) => {
    const own = wordingFor(name);
    const english = wordingFor('en');
    expect(own.locale).toBe(name);
    const flat = (wording: object) =>
      Object.entries(wording).flatMap(([key, value]) =>
        strings(value).map((text) => [key, ...places(text)]),
      );
    expect(flat(own)).toEqual(flat(english));
    expect(strings(own).every((text) => text.length > 0)).toBe(true);
  });

  it('is English for a language that it does not have', () => {
    expect(wordingFor('xx').locale).toBe('en');
    expect(wordingFor('de_AT').locale).toBe('de');
  });

  it.each(STATEMENT_LOCALES)('leaves in %s no place unfilled, whatever is told', (locale) => {
    const redress = { appeal_until: '2027-05-01T00:00:00.000Z', contact: 'a', own: 'b', out_of_court: 'c' };
    const until = { ends_at: '2027-01-01T00:00:00.000Z', ended_at: '2026-12-01T00:00:00.000Z' };
    for (const standard of [...STANDARDS, null]) {
      const ground = { ...untold().ground, standard, terms_url: 'https://example.org/rules' };
      for (const effect of ['rejected', 'held', 'hidden', 'account_blocked', 'account_held'] as const) {
        const { text } = tell({ redress, ground, effect, ...until }, locale);
        expect(text).not.toMatch(/[{}]|undefined|null/u);
      }
    }
  });
});

describe('told', () => {
  it('tells everything that is known, in order, and only that', () => {
    expect(tell().text.split('\n')).toEqual([
      'We have not published your comment, or have removed it. It attacks a person instead of ' +
        'answering what was said.',
      'This is about your comment of 2026-11-23 in the discussion “The budget”.',
      'These words led to it: “idiot”, “fool”.',
      'The decision rests on our discussion policy, version 3 (personal attacks).',
      'Nobody outside our publication reported it to us.',
      'It was found by automated means.',
      'The decision was made by automated means, without a person.',
      'You can also turn to a court.',
    ]);
  });

  it('names the law instead of the policy', () => {
    const ground = { ...untold().ground, kind: 'law' as const, legal_ground: 'section 185' };
    const { text } = tell({ ground, automated_detection: false });
    expect(text).toContain('rests on this law: section 185.');
    expect(text).not.toContain('discussion policy');
    expect(text).not.toContain('found by automated means');
  });

  it('says when a block ends, and what a hold waits for', () => {
    const effect = 'account_blocked';
    expect(tell({ effect }).message).toBe('You can no longer comment here.');
    const ends_at = '2027-01-01T00:00:00.000Z';
    expect(tell({ effect, ends_at }).message).toBe('You cannot comment here until 2027-01-01.');
    const ground = { ...untold().ground, standard: null };
    expect(tell({ effect: 'held', ground }).message).toContain('It insults.');
    const facts = { ...untold().facts, reasons: [], thread: null };
    const { message, text } = tell({ effect: 'held', ground, facts });
    expect(message).toContain('This says nothing against your comment');
    expect(text).toContain('your comment of 2026-11-23.');
    expect(tell({ ground }).message).toContain('does not comply');
  });

  it('says nothing of a comment where there is none', () => {
    const facts = { thread: null, posted_at: null, reasons: [], told: 'It was ads.' };
    const { text } = tell({ facts, effect: 'account_held' });
    expect(text).not.toContain('This is about');
    expect(text).toContain('The moderator says: It was ads.');
  });

  const templates = {
    de: { personal_attack: 'Nein zu {words} am {date}, {thread}; {reason}{contact}.' },
    'de-AT': { spam: 'Keine Werbung, bitte.' },
    it: { other: 'Non va bene: {standard}.' },
  };
  const settings = { ...DEFAULTS, templates, contact: 'a@example.org' };

  it('uses the publisher’s own sentence for the locale, or for its language', () => {
    expect(tell({}, 'de-AT', settings)).toMatchObject({
      locale: 'de-AT',
      message: 'Nein zu „idiot“, „fool“ am 2026-11-23, The budget; a@example.org.',
    });
    const ground = { ...untold().ground, standard: 'spam' as const };
    expect(tell({ ground }, 'de-at', settings).message).toBe('Keine Werbung, bitte.');
    expect(tell({ ground }, 'de', settings)).toMatchObject({
      locale: 'de',
      message: expect.stringContaining('Er ist Werbung'),
    });
  });

  it('uses it also in a language that we do not have', () => {
    const ground = { ...untold().ground, standard: null };
    const facts = { thread: null, posted_at: null, reasons: [], told: 'x' };
    expect(tell({ ground, facts }, 'it', settings)).toMatchObject({
      locale: 'it',
      message: 'Non va bene: discussion policy.',
      text: expect.stringContaining('You can also turn to a court.'),
    });
  });

  it('is told in the first locale that there is anything to say in', () => {
    expect(localeAmong([null, 'xx', 'it', 'de'], settings)).toBe('it');
    expect(localeAmong(['it-CH', 'de'], settings)).toBe('it-CH');
    expect(localeAmong(['it', 'fr-CA'], DEFAULTS)).toBe('fr-CA');
    expect(localeAmong(['xx', null], DEFAULTS)).toBe('en');
  });
});

describe('sentenceOf', () => {
  const insult: Finding = {
    rule: 'personal_attack',
    standard: 'personal_attack',
    reason: 'attack.insult',
    outcome: 'match',
    action: 'reject',
    observed_action: null,
    message: 'It insults.',
    field: null,
    spans: [],
    terms: [],
  };

  it('is the finding’s own in English, and the standard’s in other languages', () => {
    const german = wordingFor('de');
    expect(sentenceOf(insult, wordingFor('en'))).toBe('It insults.');
    expect(sentenceOf(insult, german)).toBe(german.standards.personal_attack);
    expect(sentenceOf({ ...insult, outcome: 'unknown' }, german)).toBe(german.unchecked);
    expect(sentenceOf({ ...insult, reason: 'conduct.new_author' }, german)).toBe(german.waits);
  });
});

describe('A publisher’s template', () => {
  it('is filled once, so that a value is never read as a template', () => {
    expect(filled('{a} and {b}, {c}', { a: '{b}', b: 'x' })).toBe('{b} and x, {c}');
    expect(filled('{toString}', {})).toBe('{toString}');
  });

  it.each([
    ['Not here: {words}.', null],
    ['', 'This must say something, or be left out.'],
    ['  ', 'This must say something, or be left out.'],
    ['{wrods}', 'There is no placeholder {wrods}.'],
    ['{}', 'There is no placeholder {}.'],
    ['{words', 'A brace is open or closed'],
    ['words}', 'A brace is open or closed'],
  ])('%j: %s', (template, fault) => {
    const found = templateFault(template);
    if (fault === null) expect(found).toBeNull();
    else expect(found).toContain(fault);
  });
});

import { describe, expect, it } from 'vitest';

import { STANDARDS } from '../../../src/domain/standard.js';
import { filedUnder } from '../../../src/domain/transparency/categories.js';
import { formProblems } from '../../../src/domain/transparency/check-form.js';
import { CATEGORIES, KEYWORDS } from '../../../src/domain/transparency/form.js';
import { languageCodeOf } from '../../../src/domain/transparency/languages.js';

const VALID = {
  decision_visibility: ['DECISION_VISIBILITY_CONTENT_REMOVED'],
  decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
  incompatible_content_ground: 'Discussion policy, version 3',
  incompatible_content_explanation: 'It is advertising.',
  incompatible_content_illegal: 'No',
  decision_ground_reference_url: 'https://example.org/rules',
  content_type: ['CONTENT_TYPE_TEXT'],
  category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
  category_addition: ['STATEMENT_CATEGORY_SCAMS_AND_FRAUD'],
  category_specification: ['KEYWORD_PHISHING'],
  territorial_scope: ['AT', 'NO'],
  content_language: 'DE',
  content_date: '2026-11-23',
  application_date: '2026-11-24',
  end_date_visibility_restriction: '2026-11-24',
  decision_facts: 'A comment was rejected.',
  source_type: 'SOURCE_VOLUNTARY',
  automated_detection: 'Yes',
  automated_decision: 'AUTOMATED_DECISION_FULLY',
  puid: 'dec_01-A',
};

const ILLEGAL = {
  ...VALID,
  decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT',
  incompatible_content_ground: undefined,
  incompatible_content_explanation: undefined,
  incompatible_content_illegal: undefined,
  illegal_content_legal_ground: 'section 185',
  illegal_content_explanation: 'It is an insult.',
};

/** The form with some fields otherwise; those that become undefined are left out. */
function changed(change: object, from: object = VALID): Record<string, unknown> {
  const entries = Object.entries({ ...from, ...change });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

const fields = (form: Record<string, unknown>) => formProblems(form).map(({ field }) => field);

describe('A form that the transparency database takes (formProblems)', () => {
  it.each([
    ['for content against the terms', VALID],
    ['for illegal content', ILLEGAL],
    ['without what is optional', {
      ...VALID,
      incompatible_content_illegal: undefined,
      decision_ground_reference_url: undefined,
      category_addition: undefined,
      category_specification: undefined,
      territorial_scope: undefined,
      content_language: undefined,
      end_date_visibility_restriction: undefined,
    }],
    ['for other restrictions', {
      ...VALID,
      decision_visibility: ['DECISION_VISIBILITY_OTHER'],
      decision_visibility_other: 'Shown to its author alone.',
      decision_monetary: 'DECISION_MONETARY_OTHER',
      decision_monetary_other: 'No fee.',
      decision_provision: 'DECISION_PROVISION_PARTIAL_SUSPENSION',
      decision_account: 'DECISION_ACCOUNT_SUSPENDED',
      account_type: 'ACCOUNT_TYPE_PRIVATE',
      content_type: ['CONTENT_TYPE_OTHER'],
      content_type_other: 'A name.',
      category_specification: ['KEYWORD_OTHER'],
      category_specification_other: 'Capital letters.',
      end_date_monetary_restriction: '2027-01-01',
      end_date_service_restriction: '2027-01-01',
      end_date_account_restriction: '2038-01-01',
    }],
    ['for an account alone', {
      ...VALID,
      decision_visibility: undefined,
      decision_account: 'DECISION_ACCOUNT_TERMINATED',
    }],
    ['after a notice with its sender', {
      ...VALID,
      source_type: 'SOURCE_TRUSTED_FLAGGER',
      source_identity: 'The Hotline',
    }],
    ['with texts of full length', {
      ...VALID,
      decision_facts: '😀'.repeat(5_000),
      puid: 'a'.repeat(500),
    }],
  ])('%s', (_, form) => {
    expect(formProblems(changed({}, form))).toEqual([]);
  });
});

describe('A form that it refuses (formProblems)', () => {
  it.each([
    'decision_ground',
    'content_type',
    'category',
    'content_date',
    'application_date',
    'decision_facts',
    'source_type',
    'automated_detection',
    'automated_decision',
    'puid',
  ])('lacks %s', (field) => {
    expect(formProblems(changed({ [field]: undefined }))).toContainEqual({
      field,
      detail: 'is required',
    });
  });

  it('restricts nothing', () => {
    expect(fields(changed({ decision_visibility: undefined }))).toEqual(['decision_visibility']);
  });

  it.each([
    'decision_monetary',
    'decision_provision',
    'decision_account',
    'account_type',
    'decision_ground',
    'incompatible_content_illegal',
    'category',
    'content_language',
    'source_type',
    'automated_detection',
    'automated_decision',
  ])('has for %s what is not one of its values', (field) => {
    for (const value of ['SOMETHING', 5, null, ['Yes']]) {
      expect(fields(changed({ [field]: value }))).toContain(field);
    }
  });

  it.each([
    'decision_visibility',
    'content_type',
    'category_addition',
    'category_specification',
    'territorial_scope',
  ])('has for %s no list, an empty one, a double or unknown entry', (field) => {
    const [known] = (VALID as unknown as Record<string, string[]>)[field] ?? [];
    for (const value of ['AT', [], [known, known], [known, 'SOMETHING'], [5], null]) {
      expect(fields(changed({ [field]: value }))).toContain(field);
    }
  });

  it.each([
    ['decision_visibility_other', 500],
    ['decision_monetary_other', 500],
    ['illegal_content_legal_ground', 500],
    ['illegal_content_explanation', 2_000],
    ['incompatible_content_ground', 500],
    ['incompatible_content_explanation', 2_000],
    ['decision_ground_reference_url', 500],
    ['content_type_other', 500],
    ['category_specification_other', 500],
    ['decision_facts', 5_000],
    ['source_identity', 500],
    ['puid', 500],
  ] as const)('has for %s no text, or more than %d characters', (field, length) => {
    const detail = `has more than ${length} characters`;
    const long = formProblems(changed({ [field]: 'a'.repeat(length + 1) }));
    expect(long).toContainEqual({ field, detail });
    for (const value of ['', ' ', 5, null]) {
      const found = formProblems(changed({ [field]: value }));
      expect(found).toContainEqual({ field, detail: 'must be a text' });
    }
  });

  it.each([
    ['decision_visibility_other', { decision_visibility: ['DECISION_VISIBILITY_OTHER'] }],
    ['decision_monetary_other', { decision_monetary: 'DECISION_MONETARY_OTHER' }],
    ['content_type_other', { content_type: ['CONTENT_TYPE_OTHER'] }],
    ['category_specification_other', { category_specification: ['KEYWORD_OTHER'] }],
    ['illegal_content_legal_ground', { ...ILLEGAL, illegal_content_legal_ground: undefined }],
    ['illegal_content_explanation', { ...ILLEGAL, illegal_content_explanation: undefined }],
    ['incompatible_content_ground', { incompatible_content_ground: undefined }],
    ['incompatible_content_explanation', { incompatible_content_explanation: undefined }],
  ])('lacks %s beside the value that asks for it', (field, change) => {
    expect(fields(changed(change))).toEqual([field]);
  });

  it.each([
    ['decision_visibility_other', VALID],
    ['decision_monetary_other', VALID],
    ['content_type_other', VALID],
    ['category_specification_other', VALID],
    ['illegal_content_legal_ground', VALID],
    ['illegal_content_explanation', VALID],
    ['incompatible_content_ground', ILLEGAL],
    ['incompatible_content_explanation', ILLEGAL],
    ['incompatible_content_illegal', ILLEGAL],
  ])('has %s where nothing asks for it', (field, form) => {
    const value = field === 'incompatible_content_illegal' ? 'No' : 'Something.';
    expect(fields(changed({ [field]: value }, form))).toEqual([field]);
  });

  it.each([
    ['content_date', '1999-12-31'],
    ['application_date', '2019-12-31'],
    ['end_date_visibility_restriction', '2026-11-23'],
    ['end_date_monetary_restriction', '2026-11-23'],
    ['end_date_service_restriction', '2026-11-23'],
    ['end_date_account_restriction', '2026-11-23'],
  ])('has for %s a day too early (%s), too late, or no day', (field, early) => {
    const bad = ['2038-01-02', '2026-11-24T00:00:00Z', '2026-02-30', '2026-13-01', '24.11.2026', 5];
    for (const value of [early, ...bad]) {
      expect(fields(changed({ [field]: value }))).toContain(field);
    }
  });

  it('has an end before the time that the database knows, though it knows no beginning', () => {
    const change = { application_date: undefined, end_date_visibility_restriction: '2019-01-01' };
    expect(fields(changed(change))).toEqual(['application_date', 'end_date_visibility_restriction']);
  });

  it.each([
    ['decision_ground_reference_url', 'example.org/rules'],
    ['decision_ground_reference_url', 'javascript:alert(1)'],
    ['puid', 'dec 1'],
    ['puid', 'déc'],
    ['source_identity', 'The Hotline'],
    ['url', 'https://example.org'],
  ])('has %s: %s', (field, value) => {
    expect(fields(changed({ [field]: value }))).toEqual([field]);
  });
});

describe('filedUnder', () => {
  it('has a known category and known keywords for every standard', () => {
    for (const standard of [...STANDARDS, null]) {
      for (const illegal of [true, false]) {
        const { category, keywords } = filedUnder(standard, illegal);
        expect(CATEGORIES).toContain(category);
        for (const keyword of keywords) expect(KEYWORDS).toContain(keyword);
      }
    }
  });

  it('files what is illegal, and nobody said how, under speech', () => {
    expect(filedUnder(null, true).category).toBe('STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH');
    expect(filedUnder(null, false).category).toBe('STATEMENT_CATEGORY_OTHER_VIOLATION_TC');
  });
});

describe('languageCodeOf', () => {
  it.each([
    ['de-AT', 'DE'],
    ['en', 'EN'],
    ['pt_BR', 'PT'],
    ['tlh', null],
    ['', null],
    [null, null],
  ])('%s: %s', (locale, code) => {
    expect(languageCodeOf(locale)).toBe(code);
  });
});

import { charactersIn } from '../characters.js';
import { EEA_COUNTRIES } from './countries.js';
import {
  ACCOUNT_TYPES,
  ACCOUNTS,
  AUTOMATED_DECISIONS,
  CATEGORIES,
  CONTENT_TYPES,
  GROUNDS,
  KEYWORDS,
  MONETARIES,
  PROVISIONS,
  SOURCES,
  VISIBILITIES,
  YES_NO,
} from './form.js';
import { LANGUAGE_CODES } from './languages.js';

export interface FormProblem {
  readonly field: string;
  readonly detail: string;
}

type Form = Readonly<Record<string, unknown>>;
type Values = readonly string[];

const REQUIRED: Values = [
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
];

const RESTRICTIONS: Values = [
  'decision_visibility',
  'decision_monetary',
  'decision_provision',
  'decision_account',
];

const CHOICES: Readonly<Record<string, Values>> = {
  decision_monetary: MONETARIES,
  decision_provision: PROVISIONS,
  decision_account: ACCOUNTS,
  account_type: ACCOUNT_TYPES,
  decision_ground: GROUNDS,
  incompatible_content_illegal: YES_NO,
  category: CATEGORIES,
  content_language: LANGUAGE_CODES,
  source_type: SOURCES,
  automated_detection: YES_NO,
  automated_decision: AUTOMATED_DECISIONS,
};

const LISTS: Readonly<Record<string, Values>> = {
  decision_visibility: VISIBILITIES,
  content_type: CONTENT_TYPES,
  category_addition: CATEGORIES,
  category_specification: KEYWORDS,
  territorial_scope: EEA_COUNTRIES,
};

/** The most characters of each text. */
const TEXTS: Readonly<Record<string, number>> = {
  decision_visibility_other: 500,
  decision_monetary_other: 500,
  illegal_content_legal_ground: 500,
  illegal_content_explanation: 2_000,
  incompatible_content_ground: 500,
  incompatible_content_explanation: 2_000,
  decision_ground_reference_url: 500,
  content_type_other: 500,
  category_specification_other: 500,
  decision_facts: 5_000,
  source_identity: 500,
  puid: 500,
};

/** The first day that may stand in each date. */
const DATES: Readonly<Record<string, string>> = {
  content_date: '2000-01-01',
  application_date: '2020-01-01',
  end_date_visibility_restriction: '2020-01-01',
  end_date_monetary_restriction: '2020-01-01',
  end_date_service_restriction: '2020-01-01',
  end_date_account_restriction: '2020-01-01',
};

const LAST_DAY = '2038-01-01';

/** A text that goes with a value of another field: required with it, out of place without it. */
const COMPANIONS: readonly {
  readonly field: string;
  readonly of: string;
  readonly value: string;
  readonly optional?: true;
}[] = [
  {
    field: 'decision_visibility_other',
    of: 'decision_visibility',
    value: 'DECISION_VISIBILITY_OTHER',
  },
  { field: 'decision_monetary_other', of: 'decision_monetary', value: 'DECISION_MONETARY_OTHER' },
  { field: 'content_type_other', of: 'content_type', value: 'CONTENT_TYPE_OTHER' },
  { field: 'category_specification_other', of: 'category_specification', value: 'KEYWORD_OTHER' },
  ...['illegal_content_legal_ground', 'illegal_content_explanation'].map((field) => ({
    field,
    of: 'decision_ground',
    value: 'DECISION_GROUND_ILLEGAL_CONTENT',
  })),
  ...['incompatible_content_ground', 'incompatible_content_explanation'].map((field) => ({
    field,
    of: 'decision_ground',
    value: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
  })),
  {
    field: 'incompatible_content_illegal',
    of: 'decision_ground',
    value: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
    optional: true,
  },
];

/**
 * Everything for which the transparency database would refuse a statement (schema v2), or drop a
 * part of it without a word. No problems: it can be posted as it is. Keywords that cannot concern a
 * comment are not known here and are refused as well.
 */
export function formProblems(form: Form): readonly FormProblem[] {
  return [
    ...unknownFields(form),
    ...missing(form),
    ...valueProblems(form),
    ...companionProblems(form),
    ...dateProblems(form),
    ...addressProblems(form),
  ];
}

const problem = (field: string, detail: string): FormProblem => ({ field, detail });

function unknownFields(form: Form): readonly FormProblem[] {
  const known = new Set([CHOICES, LISTS, TEXTS, DATES].flatMap((fields) => Object.keys(fields)));
  const unknown = Object.keys(form).filter((field) => !known.has(field));
  return unknown.map((field) => problem(field, 'is no field of the form'));
}

function missing(form: Form): readonly FormProblem[] {
  const absent = REQUIRED.filter((field) => form[field] === undefined);
  const restricts = RESTRICTIONS.some((field) => form[field] !== undefined);
  return [
    ...absent.map((field) => problem(field, 'is required')),
    ...(restricts ? [] : [problem('decision_visibility', 'one of the restrictions is required')]),
  ];
}

function valueProblems(form: Form): readonly FormProblem[] {
  return Object.entries(form).flatMap(([field, value]) => {
    const detail = valueFault(field, value);
    return detail === null ? [] : [problem(field, detail)];
  });
}

function valueFault(field: string, value: unknown): string | null {
  const choices = CHOICES[field];
  if (choices !== undefined) return isOneOf(choices, value) ? null : 'is not one of its values';
  const list = LISTS[field];
  if (list !== undefined) return listFault(list, value);
  const length = TEXTS[field];
  return length === undefined ? null : textFault(length, value);
}

const isOneOf = (values: Values, value: unknown): boolean =>
  typeof value === 'string' && values.includes(value);

function listFault(values: Values, value: unknown): string | null {
  if (!Array.isArray(value) || value.length === 0) return 'must be a list with an entry';
  if (new Set(value).size < value.length) return 'has an entry twice';
  return value.every((each) => isOneOf(values, each)) ? null : 'has an entry that is not known';
}

function textFault(length: number, value: unknown): string | null {
  if (typeof value !== 'string' || value.trim() === '') return 'must be a text';
  return charactersIn(value) <= length ? null : `has more than ${length} characters`;
}

function companionProblems(form: Form): readonly FormProblem[] {
  return COMPANIONS.flatMap(({ field, of, value, optional }) => {
    const chosen = form[of];
    const due = chosen === value || (Array.isArray(chosen) && chosen.includes(value));
    if (form[field] !== undefined) return due ? [] : [problem(field, `needs ${value} in ${of}`)];
    return due && optional === undefined ? [problem(field, `is required with ${value}`)] : [];
  });
}

function dateProblems(form: Form): readonly FormProblem[] {
  return Object.entries(DATES).flatMap(([field, first]) => {
    const value = form[field];
    if (value === undefined) return [];
    if (!isDay(value)) return [problem(field, 'must be a day, as 2026-11-24')];
    if (value < first || value > LAST_DAY) {
      return [problem(field, `must lie between ${first} and ${LAST_DAY}`)];
    }
    const begins = form['application_date'];
    const early = field.startsWith('end_date_') && typeof begins === 'string' && value < begins;
    return early ? [problem(field, 'must not be before application_date')] : [];
  });
}

function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00.000Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

function addressProblems(form: Form): readonly FormProblem[] {
  const { decision_ground_reference_url: url, puid, source_identity, source_type } = form;
  const problems: FormProblem[] = [];
  if (typeof url === 'string' && !isUrl(url)) {
    problems.push(problem('decision_ground_reference_url', 'must be an http or https URL'));
  }
  if (typeof puid === 'string' && !/^[a-zA-Z0-9\-_]+$/u.test(puid)) {
    problems.push(problem('puid', 'must consist of letters, digits, - and _'));
  }
  if (source_identity !== undefined && source_type === 'SOURCE_VOLUNTARY') {
    problems.push(problem('source_identity', 'must not stand beside SOURCE_VOLUNTARY'));
  }
  return problems;
}

export function isUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/u.test(new URL(text).protocol);
}

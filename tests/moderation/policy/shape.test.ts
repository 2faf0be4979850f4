import { describe, expect, it } from 'vitest';

import { completePolicy } from '../../../src/moderation/policy/complete.js';
import { nearest } from '../../../src/moderation/policy/nearest.js';
import { fieldError } from '../../../src/moderation/policy/shape.js';

const errorsOf = (input: unknown): readonly { pointer: string; detail: string }[] => {
  const completed = completePolicy(input);
  return completed.ok ? [] : completed.errors;
};

describe('What is wrong with the shape of a policy is said in a sentence:', () => {
  it.each([
    ['an empty text', { text: '' }, '/text', 'This must not be empty.'],
    [
      'a text without end',
      { text: 'x'.repeat(20_001) },
      '/text',
      'This must have no more than 20000 characters.',
    ],
    [
      'too many languages',
      { rules: { blocked_terms: { terms: [{ term: 'foo', languages: Array(21).fill('de') }] } } },
      '/rules/blocked_terms/terms/0/languages',
      'This must have no more than 20 entries.',
    ],
    [
      'a threshold above its bounds',
      { rules: { shouting: { min_share: 1.5 } } },
      '/rules/shouting/min_share',
      'This must be 1 or less.',
    ],
    [
      'an action that is like no other',
      { rules: { slur: { action: 'perhaps' } } },
      '/rules/slur/action',
      'This must be one of "approve", "hold", "reject".',
    ],
    [
      'a member that is like no other',
      { zzzz: 1 },
      '/zzzz',
      'There is no member "zzzz". Known here: ' +
        'preset, text, allowed_terms, standards, rules, sections, reports, strikes, appeals, ' +
        'statements, retention.',
    ],
  ])('%s', (_, input, pointer, detail) => {
    expect(errorsOf(input)).toEqual([{ pointer, detail }]);
  });

  it('an action that is no text, both ways', () => {
    const pointer = '/rules/slur/action';
    expect(errorsOf({ rules: { slur: { action: 5 } } })).toEqual([
      { pointer, detail: 'This must be a text.' },
      { pointer, detail: 'This must be one of "approve", "hold", "reject".' },
    ]);
  });

  it('the name of a rule is shown, but not at any length', () => {
    const name = 'q'.repeat(5_000);
    const [error] = errorsOf({ rules: { [name]: {} } });
    expect(error?.pointer).toBe(`/rules/${name}`);
    expect(error?.detail).toContain(`There is no rule "${'q'.repeat(60)}…".`);
    expect(error?.detail.length).toBeLessThan(2_000);
  });

  it('and no more than a hundred of them', () => {
    const terms = Array.from({ length: 150 }, () => 5);
    expect(errorsOf({ rules: { blocked_terms: { terms } } })).toHaveLength(100);
  });
});

describe('What the schema may ask one day, and has no sentence yet,', () => {
  it.each([
    ['multipleOf', {}, 'must be multiple of 2', 'This must be multiple of 2.'],
    ['multipleOf', {}, undefined, 'This cannot be used.'],
    ['type', { type: 'null' }, 'must be null', 'This must be null.'],
  ])('is said as the validator says it: %s', (keyword, params, message, detail) => {
    const error = { keyword, params, instancePath: '/text', schemaPath: '#/properties/text' };
    const told = message === undefined ? error : { ...error, message };
    expect(fieldError(told)).toEqual({ pointer: '/text', detail });
  });
});

describe('The name that was most likely meant', () => {
  const known = ['shouting', 'slur', 'link_count'];

  it.each([
    ['shoutin', 'shouting'],
    ['Link Count', 'link_count'],
    ['link-cuont', 'link_count'],
    ['slurs', 'slur'],
    ['lsur', null],
    ['', null],
    ['advertising', null],
    [`${'s'.repeat(60)}houting`, null],
  ])('of %j is %j', (name, meant) => {
    expect(nearest(name, known)).toBe(meant);
  });
});

describe('A mistake in the whole policy', () => {
  it('is named once, however many sections there are', () => {
    const section = { rules: { shouting: { enabled: false } } };
    expect(errorsOf({ text: ' ', sections: { sport: section, news: section } })).toEqual([
      { pointer: '/text', detail: 'The discussion policy must say something.' },
    ]);
  });
});

import { describe, expect, it } from 'vitest';

import type { PolicyDocument } from '../../../src/domain/policy.js';
import { completePolicy } from '../../../src/moderation/policy/complete.js';
import { defaultPolicyDocument } from '../../../src/moderation/policy/default.js';
import { policyDigest } from '../../../src/moderation/policy/digest.js';

const errorsOf = (input: unknown): readonly { pointer: string; detail: string }[] => {
  const completed = completePolicy(input);
  return completed.ok ? [] : completed.errors;
};

describe('A policy that leaves things out', () => {
  it('takes their defaults', () => {
    expect(completePolicy({})).toEqual({ ok: true, document: defaultPolicyDocument() });
  });

  it('keeps what it says', () => {
    const input = { text: 'Be kind.', rules: { shouting: { min_share: 0.9 } } };
    const completed = completePolicy(input);
    expect(completed).toMatchObject({
      document: { text: 'Be kind.', rules: { shouting: { min_share: 0.9, min_letters: 20 } } },
    });
  });

  it('is whole after it was completed: completing it again changes nothing', () => {
    const document = defaultPolicyDocument();
    expect(completePolicy(document)).toEqual({ ok: true, document });
  });
});

describe('A policy keeps terms as they were written', () => {
  it('texts and objects alike, the same one for different fields too', () => {
    const terms = ['foo', { term: 'foo', fields: ['author.email'] }, { term: 'a+b', kind: 'regex' }];
    const input = { allowed_terms: ['bar', { term: 'baz' }], rules: { blocked_terms: { terms } } };
    expect(completePolicy(input)).toMatchObject({ ok: true, document: input });
  });
});

describe('A policy is refused with a pointer to the field', () => {
  it.each([
    ['no object', 'rules', '', 'This must be an object.'],
    ['an unknown rule', { rules: { shoutin: {} } }, '/rules/shoutin', 'Did you mean "shouting"?'],
    ['an unknown member', { rule: {} }, '/rule', 'Did you mean "rules"?'],
    [
      'a threshold of the wrong type',
      { rules: { link_count: { max_links: '2' } } },
      '/rules/link_count/max_links',
      'This must be a whole number.',
    ],
    [
      'a threshold out of bounds',
      { rules: { shouting: { min_share: 0.1 } } },
      '/rules/shouting/min_share',
      'This must be 0.5 or more.',
    ],
    [
      'an unknown action',
      { rules: { slur: { action: 'rejct' } } },
      '/rules/slur/action',
      'Did you mean "reject"?',
    ],
    ['a blank text', { text: '  ' }, '/text', 'must say something'],
    ['a term of signs', { allowed_terms: ['!!!'] }, '/allowed_terms/0', 'could never match'],
    ['a term of one letter', { allowed_terms: ['x'] }, '/allowed_terms/0', 'Write a whole word'],
    ['a term twice', { allowed_terms: ['Ab', 'аb'] }, '/allowed_terms/1', 'entry at index 0'],
    [
      'a term that is allowed and blocked',
      { allowed_terms: ['foo'], rules: { blocked_terms: { terms: ['Foo'] } } },
      '/rules/blocked_terms/terms/0',
      'would never match',
    ],
    [
      'a term that is neither text nor object',
      { rules: { blocked_terms: { terms: [5] } } },
      '/rules/blocked_terms/terms/0',
      'a text or an object',
    ],
    [
      'a term without its text',
      { rules: { blocked_terms: { terms: [{ kind: 'text' }] } } },
      '/rules/blocked_terms/terms/0',
      'must have the member "term"',
    ],
    [
      'a member of a term that there is not',
      { rules: { blocked_terms: { terms: [{ term: 'foo', acton: 'hold' }] } } },
      '/rules/blocked_terms/terms/0/acton',
      'Did you mean "action"?',
    ],
    [
      'a term for no field',
      { rules: { blocked_terms: { terms: [{ term: 'foo', fields: [] }] } } },
      '/rules/blocked_terms/terms/0/fields',
      'have an entry',
    ],
    [
      'a language by its name',
      { rules: { blocked_terms: { terms: [{ term: 'foo', languages: ['German'] }] } } },
      '/rules/blocked_terms/terms/0/languages/0',
      'not written as it must be',
    ],
    [
      'a kind that allowed terms have not',
      { allowed_terms: [{ term: 'foo', kind: 'regex' }] },
      '/allowed_terms/0/kind',
      'must be one of "text"',
    ],
    [
      'an expression that is none',
      { rules: { blocked_terms: { terms: ['foo', { term: '(', kind: 'regex' }] } } },
      '/rules/blocked_terms/terms/1/term',
      'missing closing )',
    ],
    [
      'an expression twice',
      {
        rules: {
          blocked_terms: {
            terms: [
              { term: 'a+b', kind: 'regex' },
              { term: 'a+b', kind: 'regex', note: 'x' },
            ],
          },
        },
      },
      '/rules/blocked_terms/terms/1',
      'entry at index 0',
    ],
    [
      'an asterisk in a phrase',
      { rules: { blocked_terms: { terms: ['buy cas* now'] } } },
      '/rules/blocked_terms/terms/0',
      'of a single word',
    ],
    [
      'an asterisk beside a sign',
      { rules: { blocked_terms: { terms: ['*.example'] } } },
      '/rules/blocked_terms/terms/0',
      'of a single word',
    ],
    [
      'more wildcards with one part than can be compared',
      {
        rules: {
          blocked_terms: { terms: Array.from({ length: 101 }, (_, at) => `casino*${at + 10}`) },
        },
      },
      '/rules/blocked_terms/terms/100',
      'their longest part',
    ],
    [
      'an object that is allowed and blocked',
      { allowed_terms: [{ term: 'foo' }], rules: { blocked_terms: { terms: [{ term: 'Foo' }] } } },
      '/rules/blocked_terms/terms/0',
      'would never match',
    ],
    [
      'lengths that no comment has',
      { rules: { body_length: { min_characters: 20, max_characters: 10 } } },
      '/rules/body_length/min_characters',
      'no comment could pass',
    ],
  ])('%s', (_, input, pointer, detail) => {
    expect(errorsOf(input)).toEqual([{ pointer, detail: expect.stringContaining(detail) }]);
  });

  it('and every mistake is named at once', () => {
    const input = { text: 5, rules: { slur: { enabled: 'yes' }, threat: 7 } };
    expect(errorsOf(input).map(({ pointer }) => pointer)).toEqual([
      '/text',
      '/rules/slur/enabled',
      '/rules/threat',
    ]);
  });
});

describe('The digest of a policy', () => {
  it('does not depend on the order of its members', () => {
    const document = defaultPolicyDocument();
    const rules = Object.fromEntries(Object.entries(document.rules).reverse());
    const reversed = Object.fromEntries(Object.entries({ ...document, rules }).reverse());
    expect(policyDigest(reversed as unknown as PolicyDocument)).toBe(policyDigest(document));
  });

  it('changes with a threshold', () => {
    const changed = completePolicy({ rules: { shouting: { min_share: 0.8 } } });
    if (!changed.ok) throw new Error('must be completed');
    expect(policyDigest(changed.document)).not.toBe(policyDigest(defaultPolicyDocument()));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { PolicyDocument } from '../../../src/domain/policy.js';
import { defaultPolicyDocument } from '../../../src/moderation/policy/default.js';
import { type PolicyChange, policyDiff } from '../../../src/moderation/policy/diff.js';
import { policyFrom } from '../judging.js';

const documentOf = (input: unknown): PolicyDocument => policyFrom(input).document;
const terms = (...blocked: string[]) => ({ rules: { blocked_terms: { terms: blocked } } });

const AT_TERMS = '/rules/blocked_terms/terms';

describe('The difference of two policies', () => {
  it.each<[string, unknown, unknown, readonly PolicyChange[]]>([
    ['is nothing for equal ones', { text: 'A.' }, { text: 'A.' }, []],
    [
      'names a threshold by its pointer',
      {},
      { rules: { link_count: { max_links: 0 } } },
      [{ pointer: '/rules/link_count/max_links', from: 2, to: 0 }],
    ],
    [
      'names every member that differs, in the order of the policy',
      { text: 'Be kind.', rules: { shouting: { enabled: false } } },
      { text: 'Be brief.', rules: { shouting: { action: 'reject' } } },
      [
        { pointer: '/text', from: 'Be kind.', to: 'Be brief.' },
        { pointer: '/rules/shouting/enabled', from: false, to: true },
        { pointer: '/rules/shouting/action', from: 'hold', to: 'reject' },
      ],
    ],
    [
      'says of a list which entries came and went, wherever they stand',
      terms('casino', 'poker', 'roulette'),
      terms('blackjack', 'poker', 'casino'),
      [{ pointer: AT_TERMS, added: ['blackjack'], removed: ['roulette'] }],
    ],
    [
      'says of a list in another order that no entry came or went',
      terms('casino', 'poker'),
      terms('poker', 'casino'),
      [{ pointer: AT_TERMS, added: [], removed: [] }],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(policyDiff(documentOf(from), documentOf(to))).toEqual(expected);
  });

  it('tells a member that one policy has not from one that changed', () => {
    const whole = documentOf({});
    const { shouting, ...fewer } = whole.rules;
    const older = { ...whole, rules: fewer };
    expect(policyDiff(older, whole)).toEqual([{ pointer: '/rules/shouting', to: shouting }]);
    expect(policyDiff(whole, older)).toEqual([{ pointer: '/rules/shouting', from: shouting }]);
  });

  it('compares entries that are objects by what they hold, and repeated ones by their number', () => {
    const entry = (word: string) => ({ word, grade: 1 });
    const listed = (...words: string[]) =>
      ({ text: '', allowed_terms: words.map(entry), rules: {} }) as unknown as PolicyDocument;
    expect(policyDiff(listed('a', 'a', 'b'), listed('b', 'a', 'c'))).toEqual([
      { pointer: '/allowed_terms', added: [entry('c')], removed: [entry('a')] },
    ]);
  });

  it('takes no name for one that every object has', () => {
    const section = { rules: { threat: { action: 'hold' } } };
    const changed = documentOf({ sections: { constructor: section } });
    expect(policyDiff(documentOf({}), changed)).toEqual([
      { pointer: '/sections/constructor', to: section },
    ]);
    expect(policyDiff(changed, documentOf({}))).toEqual([
      { pointer: '/sections/constructor', from: section },
    ]);
  });

  it('escapes names as pointers do', () => {
    const rules = (value: number) => ({ 'a/b~c': value }) as unknown as PolicyDocument['rules'];
    const policy = (value: number) => ({ ...defaultPolicyDocument(), rules: rules(value) });
    expect(policyDiff(policy(1), policy(2))).toEqual([
      { pointer: '/rules/a~1b~0c', from: 1, to: 2 },
    ]);
  });

  it('is the same backwards, with both sides exchanged', () => {
    const inputs = fc.record({
      allowed_terms: fc.uniqueArray(fc.constantFrom('Moby Dick', 'Essex', 'cockpit')),
      rules: fc.record({
        link_count: fc.record({ max_links: fc.integer({ min: 0, max: 3 }) }),
        shouting: fc.record({ enabled: fc.boolean() }),
      }),
    });
    const turned = (change: PolicyChange): PolicyChange =>
      'added' in change
        ? { pointer: change.pointer, added: change.removed, removed: change.added }
        : { pointer: change.pointer, from: change.to, to: change.from };
    fc.assert(
      fc.property(inputs, inputs, (a, b) => {
        const there = policyDiff(documentOf(a), documentOf(b));
        expect(policyDiff(documentOf(b), documentOf(a))).toEqual(there.map(turned));
        expect(there.length === 0).toBe(policyFrom(a).digest === policyFrom(b).digest);
      }),
    );
  });
});

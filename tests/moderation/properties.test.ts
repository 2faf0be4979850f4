import { Type } from '@sinclair/typebox';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ACTIONS } from '../../src/domain/action.js';
import { compilePolicy } from '../../src/moderation/compile.js';
import { evaluate } from '../../src/moderation/evaluate.js';
import { compileLexicon } from '../../src/moderation/lexicon.js';
import { defaultPolicyDocument } from '../../src/moderation/policy/default.js';
import type { Outcome, Rule } from '../../src/moderation/rule.js';
import { RULES } from '../../src/moderation/rules/index.js';
import { GRADES } from '../../src/moderation/terms/word.js';
import { factsOf, judged, policyFrom, policyOf } from './judging.js';

/** What rules look for, in plain words and in disguise, and what stands between it. */
const parts = fc.oneof(
  fc.constantFrom(
    ...['A civil remark.', 'fuck', 'fսck', 'f u c k', 'f*ck', 'sh1t', 'ʞɔnɟ', '𝓯𝓾𝓬𝓴', 'fu\u200bck'],
    ...['You are an idiot.', 'damn', 'I will kill you', 'kill yourself', 'Dick Cheney', 'a dick'],
    ...['https://a-one.com', 'bit.ly/x', 'joe@example.com', '+1 212 736 5000', '12 Elm Street'],
    ...['4111 1111 1111 1111', 'GB82 WEST 1234 5698 7654 32', 'STOP SHOUTING AT ME RIGHT NOW'],
    ...['!'.repeat(40), 'z\u0351\u0352\u0353\u0354', '\u202eabc', 'asdfghjkl', 'he said "idiot"', '傻瓜'],
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const bodies = fc
  .array(fc.tuple(parts, fc.constantFrom(' ', '\n', ', ', '.', '😀', '')), { maxLength: 10 })
  .map((each) => each.flat().join(''));
const actions = fc.constantFrom(...ACTIONS);
const standing = policyOf(defaultPolicyDocument());
const rank = (action: (typeof ACTIONS)[number]): number => ACTIONS.indexOf(action);

/** A rule that says what it is told to, whatever the comment. */
function saying(id: string, outcomes: readonly Outcome[], action: (typeof ACTIONS)[number]): Rule {
  return {
    id,
    standard: 'spam',
    reasons: ['spam.links'],
    description: 'Says what it is told to.',
    settings: Type.Object({}),
    defaults: { enabled: true, action, on_unknown: action },
    compile: () => () => outcomes,
  };
}

const spans = fc.record({ start: fc.nat(5), end: fc.integer({ min: 6, max: 9 }) });
const outcomes: fc.Arbitrary<Outcome> = fc.oneof(
  fc.constant({ kind: 'unknown', reason: 'spam.links' } as const),
  fc.record(
    {
      kind: fc.constant('match' as const),
      reason: fc.constant('spam.links' as const),
      field: fc.constant('body' as const),
      spans: fc.array(spans, { maxLength: 3 }),
      at_most: actions,
      shadow: fc.boolean(),
    },
    { requiredKeys: ['kind', 'reason'] },
  ),
);

describe('Another finding', () => {
  it('never lowers the action, and takes no other finding away', () => {
    fc.assert(
      fc.property(bodies, outcomes, actions, (body, outcome, action) => {
        const facts = factsOf({ body });
        const without = evaluate(compilePolicy(standing), facts);
        const rules = [...RULES, saying('another', [outcome], action)];
        const together = evaluate(compilePolicy(standing, rules), facts);
        expect(rank(together.action)).toBeGreaterThanOrEqual(rank(without.action));
        expect(together.findings.slice(0, without.findings.length)).toEqual(without.findings);
        expect(together.findings).toHaveLength(without.findings.length + 1);
      }),
    );
  });

  it('counts the same wherever its rule stands', () => {
    fc.assert(
      fc.property(bodies, outcomes, actions, fc.nat(RULES.length), (body, outcome, action, at) => {
        const facts = factsOf({ body });
        const another = saying('another', [outcome], action);
        const last = evaluate(compilePolicy(standing, [...RULES, another]), facts);
        const rules = RULES.toSpliced(at, 0, another);
        const anywhere = evaluate(compilePolicy(standing, rules), facts);
        expect(anywhere.action).toBe(last.action);
        expect(anywhere.shadow).toBe(last.shadow);
        expect(new Set(anywhere.findings)).toEqual(new Set(last.findings));
      }),
    );
  });
});

describe('The spans of every finding', () => {
  it('lie in the text of their field, in order, and cut no character in two', () => {
    fc.assert(
      fc.property(bodies, bodies, (body, name) => {
        for (const { spans: found, field } of judged({ body, name }).findings) {
          const text = field === 'author.name' ? name : body;
          for (const [at, { start, end }] of found.entries()) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(start).toBeGreaterThanOrEqual(found[at - 1]?.start ?? 0);
            expect(cutsCharacter(text, start) || cutsCharacter(text, end)).toBe(false);
          }
        }
      }),
    );
  });

  it('cover what was matched: alone it is found again', () => {
    const rules = ['strong_profanity', 'mild_profanity', 'slur', 'personal_information'];
    fc.assert(
      fc.property(bodies, (body) => {
        for (const { rule, spans: found, field } of judged({ body }).findings) {
          if (field !== 'body' || !rules.includes(rule)) continue;
          for (const { start, end } of found) {
            const again = judged({ body: body.slice(start, end) });
            expect(again.findings.map((each) => each.rule)).toContain(rule);
          }
        }
      }),
    );
  });
});

/** Whether a place lies between the two code units of one character. */
function cutsCharacter(text: string, at: number): boolean {
  return at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff;
}

describe('A policy with every rule off', () => {
  it('finds nothing in any text', () => {
    const off = Object.fromEntries(RULES.map(({ id }) => [id, { enabled: false }]));
    const policy = compilePolicy(policyFrom({ rules: off }));
    fc.assert(
      fc.property(bodies, (body) => {
        expect(evaluate(policy, factsOf({ body }))).toMatchObject({ action: 'approve', findings: [] });
      }),
    );
  });
});

describe('An allowed term', () => {
  it('never adds to what is found', () => {
    const allowed = fc.array(fc.constantFrom('fuck', 'a dick', 'damn', 'you are an idiot'));
    const plain = compileLexicon([]);
    fc.assert(
      fc.property(bodies, allowed, (body, terms) => {
        const { shadow } = factsOf({ body });
        const lexicon = compileLexicon(terms);
        for (const grade of GRADES) {
          const found = plain.graded(shadow, grade).map(({ term }) => term);
          for (const { term } of lexicon.graded(shadow, grade)) expect(found).toContain(term);
        }
      }),
      { numRuns: 20 },
    );
  });
});

import { Type } from '@sinclair/typebox';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ACTIONS } from '../../src/domain/action.js';
import { compilePolicy } from '../../src/moderation/compile.js';
import { evaluate } from '../../src/moderation/evaluate.js';
import { defaultPolicyDocument } from '../../src/moderation/policy/default.js';
import type { Rule } from '../../src/moderation/rule.js';
import { RULES } from '../../src/moderation/rules/index.js';
import { factsOf, judged, policyFrom, policyOf } from './judging.js';

const parts = fc.constantFrom(
  'A civil remark.',
  'fuck this',
  'You are an idiot.',
  'damn',
  'I will kill you',
  'https://a-one.com https://b-two.com https://c-three.com',
  'STOP SHOUTING AT ME RIGHT NOW',
  'joe@example.com',
  'a dick move',
  'Dick Cheney',
);
const bodies = fc.array(parts, { minLength: 1, maxLength: 4 }).map((each) => each.join(' '));
const orders = fc.shuffledSubarray([...RULES], { minLength: RULES.length });
const actions = fc.constantFrom(...ACTIONS);
const policies = fc
  .dictionary(
    fc.constantFrom(...RULES.map((rule) => rule.id)),
    fc.record({ action: actions, on_unknown: actions, enabled: fc.boolean() }),
  )
  .map((rules) => policyFrom({ rules }));

describe('A verdict', () => {
  it('does not depend on the order of the rules', () => {
    fc.assert(
      fc.property(bodies, policies, orders, (body, policy, order) => {
        const facts = factsOf({ body });
        const standing = evaluate(compilePolicy(policy), facts);
        const shuffled = evaluate(compilePolicy(policy, order), facts);
        expect(shuffled.action).toBe(standing.action);
        expect(shuffled.shadow).toBe(standing.shadow);
        expect(new Set(shuffled.findings)).toEqual(new Set(standing.findings));
      }),
    );
  });

  it('has the severest action of its findings', () => {
    fc.assert(
      fc.property(bodies, policies, (body, policy) => {
        const { action, findings } = evaluate(compilePolicy(policy), factsOf({ body }));
        const ranks = findings.map((finding) => ACTIONS.indexOf(finding.action));
        expect(ACTIONS.indexOf(action)).toBe(Math.max(0, ...ranks));
      }),
    );
  });

  it('never becomes milder when the text gets longer by another sentence', () => {
    fc.assert(
      fc.property(bodies, bodies, (one, other) => {
        const alone = ACTIONS.indexOf(judged({ body: one }).action);
        const calm = judged({ body: one }).findings.every((each) => each.rule !== 'shouting');
        const both = ACTIONS.indexOf(judged({ body: `${one}\n${other}` }).action);
        if (calm) expect(both).toBeGreaterThanOrEqual(alone);
      }),
    );
  });

  it('covers what is in the text', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        for (const { spans, field } of judged({ body }).findings) {
          for (const { start, end } of field === 'body' ? spans : []) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(body.length);
          }
        }
      }),
    );
  });
});

describe('Every rule', () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    '%s is a member of the default policy with its own settings',
    (id, rule) => {
      const section = defaultPolicyDocument().rules[id];
      expect(section).toMatchObject(rule.defaults);
      expect(Object.keys(section ?? {})).toEqual(
        expect.arrayContaining(Object.keys(rule.settings.properties)),
      );
    },
  );

  it('has an id of its own', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  it('is not asked when it is switched off', () => {
    const rules = Object.fromEntries(RULES.map(({ id }) => [id, { enabled: false }]));
    expect(judged({ body: 'fuck you, I will kill you' }, { rules }).findings).toEqual([]);
  });
});

describe('A rule that fails', () => {
  const settings = Type.Object({});
  const broken: Rule<typeof settings> = {
    id: 'broken',
    standard: 'spam',
    reasons: ['spam.links'],
    description: 'Fails.',
    settings,
    defaults: { enabled: true, action: 'reject', on_unknown: 'approve' },
    compile: () => () => {
      throw new Error('no');
    },
  };

  it('has the comment held, says so, and lets the others speak', () => {
    const faults: string[] = [];
    const policy = compilePolicy(policyOf(defaultPolicyDocument()), [broken, ...RULES]);
    const verdict = evaluate(policy, factsOf({ body: 'damn' }), (rule) => faults.push(rule));
    expect(verdict).toMatchObject({
      action: 'hold',
      findings: [{ rule: 'broken', outcome: 'unknown' }, { reason: 'profanity.mild' }],
    });
    expect(faults).toEqual(['broken']);
  });
});

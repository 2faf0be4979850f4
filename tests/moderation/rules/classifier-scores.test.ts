import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ACTIONS } from '../../../src/domain/action.js';
import { compilePolicy } from '../../../src/moderation/compile.js';
import { evaluate } from '../../../src/moderation/evaluate.js';
import { completePolicy } from '../../../src/moderation/policy/complete.js';
import {
  attributeOf,
  classifierScores,
  LIMITED_SCORES,
  SCORED_ATTRIBUTES,
} from '../../../src/moderation/rules/classifier-scores.js';
import { factsOf, findingsOf, judged, policyFrom } from '../judging.js';

const section = (members: Record<string, unknown>): unknown => ({
  rules: { classifier_scores: members },
});
const off = { hold_at: null, reject_at: null };

describe('classifier_scores', () => {
  it.each([
    ['toxicity', 0.9, 'conduct.likely_toxic', 'conduct'],
    ['severe_toxicity', 0.8, 'attack.likely_severe', 'personal_attack'],
    ['insult', 0.93, 'attack.likely_insult', 'personal_attack'],
    ['profanity', 0.95, 'profanity.likely', 'profanity'],
    ['threat', 1, 'threat.likely', 'threat'],
    ['identity_attack', 0.8, 'hate.likely_attack', 'hate'],
    ['sexually_explicit', 0.99, 'sexual.likely_explicit', 'sexual'],
  ])('holds a high score for %s and says which', (attribute, score, reason, standard) => {
    const scores = { [attribute]: score };
    const policy = section({ sexually_explicit: { hold_at: 0.9, reject_at: null } });
    expect(judged({ scores }, policy)).toMatchObject({
      action: 'hold',
      findings: [{ reason, standard, field: 'body', terms: [`${attribute} ${score.toFixed(2)}`] }],
    });
  });

  it.each([
    ['low scores', { toxicity: 0.69, insult: 0.5, threat: 0.1 }],
    ['an attribute that it does not know', { sarcasm: 1, toxicity: 0 }],
    ['no classifier at all', undefined],
  ])('is clear for %s', (_, scores) => {
    expect(judged(scores === undefined ? {} : { scores })).toMatchObject({
      action: 'approve',
      findings: [],
    });
  });

  it('holds what is like what moderators reject, whether the classifier could score it or not', () => {
    const finding = { reason: 'conduct.likely_rejected_here', terms: ['house 0.71'] };
    expect(judged({ scores: { toxicity: 0.1, house: 0.71 } })).toMatchObject({
      action: 'hold',
      findings: [finding],
    });
    expect(judged({ scores: { house: 0.71 } })).toMatchObject({
      action: 'hold',
      findings: [{ outcome: 'unknown' }, finding],
    });
    expect(judged({ scores: { toxicity: 0.1, house: 0.69 } }).findings).toEqual([]);
  });

  it('can let what moderators reject be rejected, and take no notice of it', () => {
    const strict = section({ house: { hold_at: 0.7, reject_at: 0.95 } });
    expect(judged({ scores: { toxicity: 0, house: 0.96 } }, strict).action).toBe('reject');
    const none = section({ house: off });
    expect(judged({ scores: { toxicity: 0, house: 1 } }, none).findings).toEqual([]);
  });

  it('holds it also where the comment speaks of words, which excuses the classifier’s scores', () => {
    const body = 'The word "idiot" is an insult, says the dictionary.';
    const both = judged({ body, scores: { insult: 0.9, house: 0.9 } });
    const acting = both.findings.filter(({ action }) => action !== 'approve');
    expect(acting.map(({ reason }) => reason)).toEqual(['conduct.likely_rejected_here']);
  });

  it('finds each attribute for itself', () => {
    const found = findingsOf('classifier_scores', { scores: { toxicity: 0.97, insult: 0.95 } });
    expect(found.map(({ terms }) => terms)).toEqual([['toxicity 0.97'], ['insult 0.95']]);
  });

  it('says that it does not know of a text that the classifier could not score', () => {
    const unknown = [{ rule: 'classifier_scores', outcome: 'unknown' }];
    expect(judged({ scores: {} })).toMatchObject({ action: 'approve', findings: unknown });
    expect(judged({ scores: {} }, section({ on_unknown: 'hold' }))).toMatchObject({
      action: 'hold',
      findings: unknown,
    });
  });

  it('rejects from reject_at on alone, whatever follows from hold_at', () => {
    const policy = section({ threat: { hold_at: 0.7, reject_at: 0.97 }, action: 'reject' });
    expect(judged({ scores: { threat: 0.69 } }, policy).action).toBe('approve');
    expect(judged({ scores: { threat: 0.96 } }, policy).action).toBe('hold');
    expect(judged({ scores: { threat: 0.97 } }, policy).action).toBe('reject');
  });

  it('can reject without holding, hold nothing, and only tell', () => {
    const abrupt = section({ insult: { hold_at: null, reject_at: 0.99 } });
    expect(judged({ scores: { insult: 0.98 } }, abrupt).findings).toEqual([]);
    expect(judged({ scores: { insult: 0.99 } }, abrupt).action).toBe('reject');
    const none = section(Object.fromEntries(LIMITED_SCORES.map((each) => [each, off])));
    expect(judged({ scores: { insult: 1 } }, none).findings).toEqual([]);
    expect(judged({ scores: {} }, none).findings).toEqual([]);
    const told = judged({ scores: { insult: 1 } }, section({ action: 'approve' }));
    expect(told).toMatchObject({ action: 'approve', findings: [{ outcome: 'match' }] });
  });
});

describe('A score', () => {
  const score = fc.double({ min: 0, max: 1, noNaN: true });
  const scores = fc.dictionary(fc.constantFrom(...LIMITED_SCORES), score);
  const limits = fc.tuple(fc.option(score), fc.option(score)).map(([one, other]) => {
    if (one === null || other === null) return { hold_at: one, reject_at: other };
    return { hold_at: Math.min(one, other), reject_at: Math.max(one, other) };
  });
  const policies = fc
    .record({
      action: fc.constantFrom(...ACTIONS),
      ...Object.fromEntries(LIMITED_SCORES.map((each) => [each, limits])),
    })
    .map((members) => compilePolicy(policyFrom(section(members))));
  const bodies = fc.constantFrom('A civil remark.', 'damn', 'You are an idiot.', 'fuck this');
  const rank = (...[policy, facts]: Parameters<typeof evaluate>): number =>
    ACTIONS.indexOf(evaluate(policy, facts).action);

  it('can raise an action and never lowers one', () => {
    fc.assert(
      fc.property(bodies, policies, scores, (body, policy, given) => {
        const without = rank(policy, factsOf({ body }));
        expect(rank(policy, factsOf({ body, scores: given }))).toBeGreaterThanOrEqual(without);
      }),
    );
  });

  it('that is higher never leads to less, whatever the thresholds, where both act', () => {
    fc.assert(
      fc.property(policies, fc.constantFrom(...LIMITED_SCORES), score, score, (...drawn) => {
        const [policy, attribute, one, other] = drawn;
        const at = (value: number) => rank(policy, factsOf({ scores: { [attribute]: value } }));
        expect(at(Math.max(one, other))).toBeGreaterThanOrEqual(at(Math.min(one, other)));
      }),
    );
  });
});

describe('The thresholds of a policy', () => {
  const errorsOf = (members: Record<string, unknown>) => {
    const completed = completePolicy(section(members));
    return completed.ok ? [] : completed.errors;
  };
  const at = '/rules/classifier_scores';

  it.each([
    ['hold more than they reject', { hold_at: 0.9, reject_at: 0.8 }, '/hold_at', 'reject_at (0.8)'],
    ['are out of bounds', { hold_at: 1.1, reject_at: null }, '/hold_at', 'must be 1 or less'],
    ['are words', { hold_at: '0.9', reject_at: null }, '/hold_at', 'must be a number or null'],
    ['are half left out', { hold_at: 0.9 }, '', 'reject_at'],
  ])('are refused where they %s', (_, insult, pointer, detail) => {
    expect(errorsOf({ insult })).toEqual([
      { pointer: `${at}/insult${pointer}`, detail: expect.stringContaining(detail) },
    ]);
  });

  it('may be equal', () => {
    expect(errorsOf({ insult: { hold_at: 0.9, reject_at: 0.9 } })).toEqual([]);
  });
});

describe('The reason for a score', () => {
  it('tells which attribute was scored, and every attribute has its own', () => {
    const { reasons } = classifierScores;
    // The site's own score is no attribute of the classifier, and its reason comes last.
    expect(reasons.map(attributeOf)).toEqual([...SCORED_ATTRIBUTES, null]);
    expect(new Set(reasons).size).toBe(reasons.length);
  });

  it('is told from those of other rules', () => {
    expect(attributeOf('attack.insult')).toBeNull();
  });
});

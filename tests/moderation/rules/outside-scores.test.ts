import { describe, expect, it } from 'vitest';

import { ATTRIBUTES } from '../../../src/domain/attribute.js';
import { compilePolicy, rulesFor } from '../../../src/moderation/compile.js';
import { outsideFrom } from '../../../src/moderation/facts.js';
import { looksOutside } from '../../../src/moderation/looks-outside.js';
import { completePolicy } from '../../../src/moderation/policy/complete.js';
import { SCORED_ATTRIBUTES } from '../../../src/moderation/rules/classifier-scores.js';
import { findingsOf, judged, policyFrom } from '../judging.js';

const section = (members: Record<string, unknown>): unknown => ({
  rules: { outside_scores: members },
});
const outside = (scores: Record<string, number>) => ({ outside: { model: 'm-1', scores } });
const never = { hold_at: null, reject_at: null };
const allNever = Object.fromEntries(ATTRIBUTES.map((each) => [each, never]));

describe('outside_scores', () => {
  it.each([
    ['toxicity', 0.9, 'conduct.likely_toxic', 'conduct'],
    ['insult', 0.93, 'attack.likely_insult', 'personal_attack'],
    ['threat', 1, 'threat.likely', 'threat'],
    ['identity_attack', 0.8, 'hate.likely_attack', 'hate'],
    ['sexually_explicit', 0.99, 'sexual.likely_explicit', 'sexual'],
  ])('holds a high score for %s and says which', (attribute, score, reason, standard) => {
    expect(judged(outside({ [attribute]: score }))).toMatchObject({
      action: 'hold',
      findings: [
        { rule: 'outside_scores', reason, standard, terms: [`${attribute} ${score.toFixed(2)}`] },
      ],
    });
  });

  it.each([
    ['where no scorer was asked', { outside: null }],
    ['for low scores', outside({ insult: 0.89, threat: 0.2 })],
  ])('is clear %s', (_, comment) => {
    expect(judged(comment)).toMatchObject({ action: 'approve', findings: [] });
  });

  it.each([
    ['was asked and did not answer', { outside: 'unavailable' as const }],
    ['gave no score', outside({})],
  ])('does not know where the scorer %s, and what follows is the policy’s to say', (_, comment) => {
    const findings = [{ rule: 'outside_scores', outcome: 'unknown' }];
    expect(judged(comment)).toMatchObject({ action: 'hold', findings });
    const open = section({ on_unknown: 'approve' });
    expect(judged(comment, open)).toMatchObject({ action: 'approve', findings });
  });

  it('rejects from reject_at on alone', () => {
    const policy = section({ threat: { hold_at: 0.7, reject_at: 0.97 }, action: 'reject' });
    const actions = [0.69, 0.96, 0.97].map((threat) => judged(outside({ threat }), policy).action);
    expect(actions).toEqual(['approve', 'hold', 'reject']);
  });

  it('has thresholds of its own, and the classifier keeps its', () => {
    const policy = section({ insult: { hold_at: 0.5, reject_at: null } });
    const comment = { scores: { insult: 0.6 }, ...outside({ insult: 0.6 }) };
    expect(findingsOf('outside_scores', comment, policy)).toHaveLength(1);
    expect(findingsOf('classifier_scores', comment, policy)).toEqual([]);
  });

  it('says nothing where nothing is watched, though the scorer failed', () => {
    expect(judged({ outside: 'unavailable' }, section(allNever)).findings).toEqual([]);
  });

  it('lets no score lower an action', () => {
    const civil = outside({ insult: 0, threat: 0 });
    expect(judged({ body: 'You are an idiot.', ...civil }).action).toBe('hold');
  });

  it('refuses thresholds that hold more than they reject, with a pointer', () => {
    const completed = completePolicy(section({ insult: { hold_at: 0.9, reject_at: 0.8 } }));
    expect(completed).toMatchObject({
      errors: [{ pointer: '/rules/outside_scores/insult/hold_at' }],
    });
  });

  it('knows the attributes that the classifier has', () => {
    expect(SCORED_ATTRIBUTES).toEqual(ATTRIBUTES);
  });
});

describe('An outside scorer', () => {
  it.each([
    ['is asked by default', {}, null, true],
    ['is asked where its findings are only watched', section({ observe: true }), null, true],
    ['is not asked where the rule is off', section({ enabled: false }), null, false],
    ['is not asked where no score leads to anything', section(allNever), null, false],
    [
      'is not asked in a section where the rule is off',
      { sections: { sport: { rules: { outside_scores: { enabled: false } } } } },
      'sport/football',
      false,
    ],
  ])('%s', (_, policy, name, asked) => {
    expect(looksOutside(rulesFor(compilePolicy(policyFrom(policy)), name))).toBe(asked);
  });
});

describe('What an outside scorer said, as it was stored', () => {
  it.each([
    [undefined, null],
    [null, null],
    ['unavailable' as const, 'unavailable'],
    [{ model: null, scores: { insult: 0.5 } }, { model: null, scores: { insult: 0.5 } }],
  ])('%j is read as %j', (stored, fact) => {
    expect(outsideFrom(stored)).toEqual(fact);
  });
});

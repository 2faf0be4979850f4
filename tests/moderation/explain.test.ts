import { describe, expect, it } from 'vitest';

import { compilePolicy } from '../../src/moderation/compile.js';
import { evaluate } from '../../src/moderation/evaluate.js';
import { explain } from '../../src/moderation/explain.js';
import { RULES } from '../../src/moderation/rules/index.js';
import { type Case, factsOf, policyFrom } from './judging.js';

function explained(comment: Case, input: unknown = {}) {
  let time = 0;
  return explain(compilePolicy(policyFrom(input)), factsOf(comment), () => (time += 0.002));
}

const answerOf = (rule: string, comment: Case, input?: unknown) =>
  explained(comment, input).rules.find((each) => each.rule === rule);

describe('An explanation', () => {
  it('shows the text as it was read, and its language', () => {
    const { shadow, language } = explained({ body: 'You аre an 1d10t, and this is the proof.' });
    expect([shadow, language]).toEqual(['you are an idiot, and this is the proof.', 'en']);
  });

  it('has an answer of every enabled rule, with its time', () => {
    const { rules } = explained({ body: 'Good morning.' });
    const enabled = RULES.filter(({ defaults }) => defaults.enabled).map(({ id }) => id);
    expect(rules.map(({ rule }) => rule)).toEqual(enabled);
    expect(new Set(rules.map(({ microseconds }) => microseconds))).toEqual(new Set([2]));
    expect(new Set(rules.map(({ answer }) => answer))).toEqual(new Set(['clear']));
  });

  it('names what follows, also of a rule that is only watched', () => {
    const body = 'You are an idiot.';
    expect(answerOf('personal_attack', { body })).toMatchObject({
      answer: 'match',
      action: 'hold',
      observe: false,
    });
    const watched = { rules: { personal_attack: { observe: true } } };
    expect(answerOf('personal_attack', { body }, watched)).toMatchObject({
      answer: 'match',
      action: 'hold',
      observe: true,
    });
  });

  it('says which rules could not be checked', () => {
    const history = { ip_blocks_in_force: true };
    expect(answerOf('identifier_blocked', { history })).toMatchObject({ answer: 'unknown' });
  });

  it('agrees with the verdict', () => {
    const facts = factsOf({ body: 'FUCK YOU, YOU STUPID IDIOT, AND YOUR BRIDGE' });
    const compiled = compilePolicy(policyFrom({}));
    const found = new Set(evaluate(compiled, facts).findings.map(({ rule }) => rule));
    const { rules } = explain(compiled, facts, () => 0);
    const matched = rules.filter(({ answer }) => answer === 'match').map(({ rule }) => rule);
    expect(new Set(matched)).toEqual(found);
  });

  it('tells how near a threshold was', () => {
    const input = { rules: { new_author: { enabled: true, min_approved: 10 } } };
    const at = (approved_count: number) =>
      answerOf('new_author', { history: { approved_count } }, input)?.gauges;
    expect(at(9)).toEqual([{ setting: 'min_approved', value: 9, limit: 10, near: true }]);
    expect(at(2)).toMatchObject([{ near: false }]);
  });
});

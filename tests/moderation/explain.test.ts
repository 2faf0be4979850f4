import { describe, expect, it } from 'vitest';

import { compilePolicy } from '../../src/moderation/compile.js';
import { evaluate } from '../../src/moderation/evaluate.js';
import { explain } from '../../src/moderation/explain.js';
import { EMPTY_HISTORY } from '../../src/moderation/facts.js';
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

  it('tells the age of a thread beside the days that it takes comments', () => {
    const thread = { ...EMPTY_HISTORY.thread, age_days: 29 };
    const input = { rules: { thread_expired: { enabled: true } } };
    expect(answerOf('thread_expired', { history: { thread } }, input)?.gauges).toEqual([
      { setting: 'max_days', value: 29, limit: 30, near: true },
    ]);
  });

  it.each<[string, Case, object[]]>([
    ['body_length', { body: 'four' }, [{ value: 4, limit: 1 }, { value: 4, limit: 10_000 }]],
    ['link_count', { body: 'https://a.example.com' }, [{ setting: 'max_links', value: 1 }]],
    ['shouting', { body: 'ABc d' }, [{ value: 0.5, limit: 0.7 }, { value: 4, limit: 20 }]],
    ['shouting', { body: '12' }, [{ value: 0 }, { value: 0 }]],
    ['character_flood', { body: 'no!!!' }, [{ value: 3, limit: 30 }]],
    [
      'posting_too_fast',
      { history: { recent_ages: [1, 30, 90], recent_ages_ip: [5] } },
      [{ value: 2 }, { value: 1 }, { value: 1 }, { value: 1 }],
    ],
    ['campaign', { history: { same_text_authors: 1 } }, [{ value: 2, limit: 3 }, { value: 1 }]],
    ['author_history', {}, [{ value: 0 }, { value: 0 }]],
    [
      'author_history',
      { history: { outcome_ages: { approved: [60], rejected: [0] } } },
      [{ value: 2, limit: 5 }, { value: 2 / 3, limit: 0.5 }],
    ],
    ['reported_often', { history: { reports: { comments: 2, reporters: 3 } } }, [{}, {}]],
  ])('tells what %s measured', (rule, comment, gauges) => {
    expect(answerOf(rule, comment)?.gauges).toMatchObject(gauges);
  });

  it('tells the scores that the policy holds against a threshold', () => {
    const compiled = compilePolicy(
      policyFrom({
        rules: { classifier_scores: { insult: { hold_at: null, reject_at: null } } },
      }),
    );
    const facts = { ...factsOf({}), scores: { toxicity: 0.6, insult: 0.5 } };
    const { rules } = explain(compiled, facts, () => 0);
    expect(rules.find(({ rule }) => rule === 'classifier_scores')?.gauges).toEqual([
      { setting: 'toxicity.hold_at', value: 0.6, limit: 0.7, near: true },
    ]);
  });
});

import { describe, expect, it } from 'vitest';

import { BODY_LENGTH_MAX, EXPRESSIONS_MAX } from '../../src/limits.js';
import { compilePolicy } from '../../src/moderation/compile.js';
import { evaluate } from '../../src/moderation/evaluate.js';
import { completePolicy } from '../../src/moderation/policy/complete.js';
import { factsOf, policyFrom } from './judging.js';

/** Each with what makes a backtracking engine take minutes or years. */
const HOSTILE = [
  ['(a+)+$', 'a'],
  ['([a-zA-Z]+)*$x', 'a'],
  ['(a|aa)+$', 'a'],
  ['(a|a)*$x', 'a'],
  ['(.*a){20}', 'a'],
  ['(.*a){20}b', 'a'],
  ['^(([a-z])+.)+[A-Z]([a-z])+$', 'a'],
  ['(x+x+)+y', 'x'],
  ['((((a+)+)+)+)+b', 'a'],
  ['(a*)*b', 'a'],
  ['(?:a?){30}a{30}b', 'a'],
  ['(a|b|ab)*c', 'ab'],
  ['(\\w|_)+!!', '_'],
  ['\\s+$x', ' '],
  ['x.*y.*z', 'xy'],
  ['(a.{100})+b', 'a'],
  ['(a|b)*a(a|b){20}c', 'abba'],
  ['a.{0,200}b|a', 'a'],
  ['^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3}))$', 'a'],
  ['^([a-zA-Z0-9_\\-\\.]+)@(([a-z]+\\.)+)([a-z]{2,5})$', 'a.'],
] as const;

const LENGTHS = [BODY_LENGTH_MAX / 10, BODY_LENGTH_MAX] as const;
const REPEATS = 5;
/** Ten times the text may take ten times as long; quadratic work would take a hundred times. */
const RATIO_MAX = 40;
/** Below this a reading is too short to be compared. */
const MEASURABLE_MS = 2;

/** The fastest of several readings, which is the one that nothing else disturbed. */
function fastestMs(read: () => void): number {
  const times = Array.from({ length: REPEATS }, () => {
    const start = performance.now();
    read();
    return performance.now() - start;
  });
  return Math.max(MEASURABLE_MS, Math.min(...times));
}

describe('An expression made to stall', () => {
  it.each(HOSTILE)('takes time in proportion to the text: %s', (term, part) => {
    const on = { enabled: true, terms: [{ term, kind: 'regex' }] };
    const policy = compilePolicy(policyFrom({ rules: { blocked_terms: on } }));
    const [short, long] = LENGTHS.map((length) => {
      const facts = factsOf({ body: `${part.repeat(length).slice(0, length - 1)}!` });
      return fastestMs(() => {
        const { findings } = evaluate(policy, facts);
        expect(findings.every(({ rule, outcome }) => rule !== 'blocked_terms' || outcome)).toBe(
          true,
        );
      });
    });
    expect((long ?? NaN) / (short ?? NaN)).toBeLessThan(RATIO_MAX);
  });

  it('is one of many that are read at once', () => {
    const terms = HOSTILE.map(([term]) => ({ term, kind: 'regex' }));
    const policy = compilePolicy(policyFrom({ rules: { blocked_terms: { terms } } }));
    const rule = (body: string): readonly string[] =>
      evaluate(policy, factsOf({ body }))
        .findings.filter((finding) => finding.rule === 'blocked_terms')
        .map(({ outcome }) => outcome);
    expect(rule('a'.repeat(2_000))).toContain('match');
    // The whole set is too much for the longest text, and the rule says so.
    expect(rule('a'.repeat(BODY_LENGTH_MAX))).toEqual(['unknown']);
  });

  it('is refused in numbers and sizes that could not be read', () => {
    const many = Array.from({ length: EXPRESSIONS_MAX + 1 }, (_, at) => `foo${at}`);
    const errors = (terms: readonly string[]) => {
      const section = { terms: terms.map((term) => ({ term, kind: 'regex' })) };
      const completed = completePolicy({ rules: { blocked_terms: section } });
      return completed.ok ? [] : completed.errors;
    };
    expect(errors(many)).toMatchObject([
      { pointer: '/rules/blocked_terms/terms/200', detail: expect.stringContaining('at most 200') },
    ]);
    const large = Array.from({ length: 6 }, (_, at) => `${at}a{450}`);
    expect(errors(large)).toMatchObject([
      { pointer: '/rules/blocked_terms/terms/4', detail: expect.stringContaining('Write fewer') },
    ]);
    const faulty = Array.from({ length: EXPRESSIONS_MAX }, (_, at) => `${at}b{900}`);
    expect(errors(faulty)).toHaveLength(3);
  });
});

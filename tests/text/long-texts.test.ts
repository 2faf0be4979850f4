import { describe, expect, it } from 'vitest';

import { BODY_LENGTH_MAX } from '../../src/limits.js';
import { judged } from '../moderation/judging.js';

const fill = (part: string): string => part.repeat(Math.ceil(BODY_LENGTH_MAX / part.length));

/**
 * Bodies of the full length that make a careless expression or a nested loop take minutes. The
 * guard is the time limit that every test has: quadratic work on them would not end within it.
 */
describe('The longest body is judged at once, whatever it is made of:', () => {
  it.each([
    ['one letter', 'a'],
    ['one space', ' '],
    ['single letters', 'f u c k '],
    ['dotted letters', 's.h.i.'],
    ['split words', 'ab-'],
    ['stars', '*'],
    ['censored words', 'f**k '],
    ['different censored words', 'a*b c_d e%f gh#i '],
    ['addresses', 'a@b.c'],
    ['at signs', '@'],
    ['dots', '.'],
    ['slashes', 'http://'],
    ['brackets', '[.]'],
    ['digits', '1 2-3(4)'],
    ['card numbers', '4111 1111 1111 1111 '],
    ['quotation marks', '"'],
    ['commas', 'you are, '],
    ['insults', 'you are a complete and utter idiot '],
    ['threats begun', 'i am going to really kill '],
    ['dismissals begun', 'go and just please '],
    ['combining marks', 'a\u0301\u0302'],
    ['invisible characters', '\u200b'],
    ['look-alikes', 'сօԁе '],
    ['signs for letters', '$h!7 @ss '],
    ['surrogate pairs', '𝓯'],
    ['Chinese', '你好'],
    ['said dots', 'a dot com '],
    ['spaced dots', 'a . b . '],
    ['dots said in brackets', 'x (dot) com '],
    ['spaced schemes', 'http : // '],
  ])('%s', (_, part) => {
    const verdict = judged({ body: fill(part).slice(0, BODY_LENGTH_MAX) });
    expect(verdict.findings.every(({ outcome }) => outcome === 'match')).toBe(true);
  });
});

describe('The longest body is judged at once, whatever the publisher looks for:', () => {
  const letters = (at: number): string =>
    at.toString(26).replaceAll(/./gu, (digit) => String.fromCharCode(97 + parseInt(digit, 26)));
  const nested = Array.from(
    { length: 9_000 },
    (_, at) => `*${'ab'.repeat(1 + (at % 90))}*z${letters(at)}*`,
  );

  it.each([
    ['one word', 'ab'],
    ['short words', 'abababababab '],
    ['long words', `${'ab'.repeat(100)} `],
  ])('wildcards within one another, in %s', (_, part) => {
    const policy = { rules: { blocked_terms: { terms: nested } } };
    const verdict = judged({ body: fill(part).slice(0, BODY_LENGTH_MAX) }, policy);
    expect(verdict.findings.every(({ outcome }) => outcome === 'match')).toBe(true);
  });
});

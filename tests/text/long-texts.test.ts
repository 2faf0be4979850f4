import { describe, expect, it } from 'vitest';

import { BODY_LENGTH_MAX } from '../../src/limits.js';
import { judged } from '../moderation/judging.js';

const LENGTH = BODY_LENGTH_MAX / 5;
const TIMES_AS_LONG = 5;
/** Five times the length takes five times as long, and what is measured is a little uneven. */
const TIMES_MAX = 6;
/** So that a busy machine fails no test; quadratic work on 50,000 characters takes far longer. */
const SLACK_MILLISECONDS = 100;
const RUNS = 5;

const fill = (part: string, length: number): string =>
  part.repeat(Math.ceil(length / part.length)).slice(0, length);

/** The median of the processor time that judging takes, which other processes do not lengthen. */
function millisecondsOf(body: string): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = process.cpuUsage();
    judged({ body });
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? NaN;
}

/** Bodies that make a careless expression or a nested loop take minutes. */
describe('The longest body is judged in a time that grows with it, whatever it is made of:', () => {
  it.each([
    ['one letter', 'a'],
    ['one space', ' '],
    ['single letters', 'f u c k '],
    ['dotted letters', 's.h.i.'],
    ['split words', 'ab-'],
    ['single split letters', 'f-u-'],
    ['letters in turn', 'a b c d '],
    ['stars', '*'],
    ['starred letters', 'f*'],
    ['censored words', 'f**k '],
    ['different censored words', 'a*b c_d e%f gh#i '],
    ['addresses', 'a@b.c'],
    ['at signs', '@'],
    ['dots', '.'],
    ['slashes', 'http://'],
    ['brackets', '[.]'],
    ['opening brackets', '((((a'],
    ['links', 'http://a.co '],
    ['domains in a row', 'a.co|'],
    ['digits', '1 2-3(4)'],
    ['one digit', '1'],
    ['the beginnings of account numbers', 'GB82 AB12 '],
    ['the beginnings of addresses', 'lives at 1 Main '],
    ['card numbers', '4111 1111 1111 1111 '],
    ['quotation marks', '"'],
    ['commas', 'you are, '],
    ['one person', 'you you you '],
    ['swear words', 'fuck '],
    ['stretched swear words', 'fuuuck '],
    ['swear words in quotation marks', '"fuck" '],
    ['names', 'Dick Cheney dick '],
    ['excused words', 'bloody sunday ass donkey '],
    ['insults by themselves', 'idiot '],
    ['insults', 'you are a complete and utter idiot '],
    ['threats begun', 'i am going to really kill '],
    ['dismissals begun', 'go and just please '],
    ['zalgo', 'z\u0351\u0352\u0353\u0354\u0355\u0356'],
    ['combining marks', 'a\u0301\u0302'],
    ['invisible characters', '\u200b'],
    ['look-alikes', 'сօԁе '],
    ['signs for letters', '$h!7 @ss '],
    ['a bar between letters', 'a|'],
    ['a plus after letters', 'a+.'],
    ['upside down', 'ʞɔnɟ '],
    ['halves of pairs', '\ud800'],
    ['a phrase in one character', '\ufdfa'],
    ['surrogate pairs', '𝓯'],
    ['Chinese', '你好'],
    ['said dots', 'a dot com '],
    ['spaced dots', 'a . b . '],
    ['dots said in brackets', 'x (dot) com '],
    ['spaced schemes', 'http : // '],
  ])('%s', (_, part) => {
    const short = millisecondsOf(fill(part, LENGTH));
    const long = millisecondsOf(fill(part, LENGTH * TIMES_AS_LONG));
    expect(long).toBeLessThan(TIMES_MAX * short + SLACK_MILLISECONDS);
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
    const verdict = judged({ body: fill(part, BODY_LENGTH_MAX) }, policy);
    expect(verdict.findings.every(({ outcome }) => outcome === 'match')).toBe(true);
  });
});

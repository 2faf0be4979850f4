import { describe, expect, it } from 'vitest';

import { BODY_LENGTH_MAX, EXPRESSION_SIZE_MAX, SPANS_PER_FINDING_MAX } from '../../../src/limits.js';
import { checkExpression, compileExpressions } from '../../../src/text/terms/expressions.js';

/** The stretches of a text that an expression matches. */
function matched(expression: string, text: string): string[] {
  const compiled = compileExpressions([{ text: expression, value: null }]);
  return compiled.find(text, () => true).map(({ start, end }) => text.slice(start, end));
}

describe('An expression matches', () => {
  it.each([
    ['without regard to case', 'casino', 'A CASINO', ['CASINO']],
    ['with regard to case where it says so', '(?-i)casino', 'A CASINO, a casino', ['casino']],
    ['each place', String.raw`\d{3}`, '123 4567', ['123', '456']],
    ['whole words of any script', String.raw`\büber\b`, 'über süber Über!', ['über', 'Über']],
    ['no part of a word', String.raw`\bass\b`, 'Größass ass assä', ['ass']],
    ['words that share a space', String.raw`\bfoo\b`, 'foo foo', ['foo', 'foo']],
    ['a word at one edge', String.raw`\bpre`, 'prefix, unpre', ['pre']],
    ['a word at the other edge', String.raw`fix\b`, 'prefix fixed', ['fix']],
    ['each alternative by its own edges', String.raw`\bfoo\b|ba+r|\bzoo\b`, 'foo xbaar azoo', [
      'foo',
      'baar',
    ]],
    ['flags before an edge', String.raw`(?-i)\bFOO\b`, 'foo FOO', ['FOO']],
    ['flags in the midst as RE2 has them', String.raw`a(?-i)B|\bC`, 'aB C', ['aB', 'C']],
    ['letters of any script', String.raw`\w+!`, 'très été!', ['été!']],
    ['what is no letter of any script', String.raw`é\W`, 'étéé-', ['é-']],
    ['letters in a class', String.raw`[\w-]+!`, 'a bé-é!', ['bé-é!']],
    ['an escape in a class as it is', String.raw`[\d.]+`, 'v2.5', ['2.5']],
    ['quoted text', String.raw`\Qa|b\E|\bc\b`, 'a|b c', ['a|b', 'c']],
    ['an edge in a group as RE2 has it', String.raw`(?:\bfoo)x`, 'foox', ['foox']],
    ['a sign in parentheses', String.raw`\b(?:free|cheap)\s+(?:pills)\b`, 'CHEAP  pills', [
      'CHEAP  pills',
    ]],
  ])('%s', (_, expression, text, found) => {
    expect(matched(expression, text)).toEqual(found);
  });

  it('nothing that is empty', () => {
    expect(matched(String.raw`x*?(?:y|\b)`, 'a xy')).toEqual(['y']);
  });

  it('nothing where another one does', () => {
    const two = compileExpressions([
      { text: 'foo', value: 1 },
      { text: 'bar', value: 2 },
    ]);
    expect(two.find('a bar', () => true).map(({ entry }) => entry.value)).toEqual([2]);
    expect(two.find('a bar', (value) => value === 1)).toEqual([]);
    expect(two.find('a baz', () => true)).toEqual([]);
  });

  it('no more often than proves the point', () => {
    expect(matched('a', 'a'.repeat(1_000))).toHaveLength(SPANS_PER_FINDING_MAX);
  });

  it('fewer places where each costs a reading of a long text', () => {
    const found = matched('a.{0,200}b|a', 'a'.repeat(BODY_LENGTH_MAX));
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(10);
  });
});

describe('An expression is refused', () => {
  it.each([
    ['(', 'missing closing )'],
    ['(?=a)', 'invalid or unsupported Perl syntax'],
    [String.raw`(a)\1`, 'invalid escape sequence'],
    ['(a{1000}){1000}', 'invalid repeat count'],
    ['((a{30}){30}){30}', 'invalid repeat count'],
    ['a{600}', `at most ${EXPRESSION_SIZE_MAX}`],
    ['[z-a]', 'invalid character class range'],
    ['('.repeat(90) + ')'.repeat(90), 'empty text'],
    ['x*', 'empty text'],
    ['a|', 'empty text'],
    ['(?i)', 'empty text'],
    [String.raw`\b`, 'empty text'],
    [String.raw`\b(?:a|)\b`, 'empty text'],
    ['^', 'empty text'],
  ])('%s', (expression, said) => {
    expect(checkExpression(expression).fault).toContain(said);
  });

  it('and others are not', () => {
    expect(checkExpression(String.raw`\bfoo\b`)).toEqual({ fault: null, size: expect.any(Number) });
  });
});

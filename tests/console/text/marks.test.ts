import { describe, expect, it } from 'vitest';

import type { Finding } from '../../../openapi/types.js';
import { marksOf } from '../../../src/console/text/marks.js';

const finding = (change: Partial<Finding>): Finding => ({
  rule: 'personal_attack',
  standard: 'personal_attack',
  reason: 'attack.insult',
  outcome: 'match',
  action: 'hold',
  observed_action: null,
  message: 'The comment insults a person.',
  field: 'body',
  spans: [{ start: 0, end: 3 }],
  terms: [],
  ...change,
});

describe('marksOf', () => {
  it('numbers findings by their place in the list, and leaves out those of another field', () => {
    const marks = marksOf([finding({ field: 'author.name' }), finding({})], 'body');
    expect(marks.map(({ number }) => number)).toEqual([2]);
    expect(marksOf([finding({ field: null })], 'body')).toEqual([]);
  });

  it('lets the severest give the colour, and words of a score come last', () => {
    const score = finding({ rule: 'classifier_scores', action: 'reject' });
    const marks = marksOf([score, finding({}), finding({ action: 'reject' })], 'body');
    expect(marks.map(({ number, faint }) => [number, faint])).toEqual([
      [3, false],
      [2, false],
      [1, true],
    ]);
  });

  it('puts the number at the last place of each finding', () => {
    const spans = [
      { start: 0, end: 3 },
      { start: 8, end: 9 },
    ];
    expect(marksOf([finding({ spans })], 'body').map(({ last }) => last)).toEqual([false, true]);
  });
});

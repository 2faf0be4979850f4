import { describe, expect, it } from 'vitest';

import { isProven, weightOf, weightTogether } from '../../src/domain/reporter.js';

const reader = (agreed: number, disagreed: number) => ({ agreed, disagreed });

describe('The weight of a reader’s report', () => {
  it.each([
    ['of whom nothing is known', 0, 0, 1],
    ['who was right once', 1, 0, 1.2],
    ['who was wrong once', 0, 1, 0.8],
    ['who is right half of the time', 30, 30, 1],
    ['who is nearly always right', 96, 0, 1.96],
    ['who is always wrong', 0, 96, 0.04],
  ])('of one %s (%i agreed, %i not) is %f', (_, agreed, disagreed, weight) => {
    expect(weightOf(reader(agreed, disagreed))).toBeCloseTo(weight, 10);
  });

  it('adds up, and those whom nobody ever agreed with are bounded together', () => {
    const strangers = Array.from({ length: 50 }, () => reader(0, 0));
    expect(weightTogether(strangers, 5)).toBe(5);
    expect(weightTogether(strangers.slice(0, 4), 5)).toBe(4);
    expect(weightTogether([...strangers, reader(1, 0)], 5)).toBeCloseTo(6.2, 10);
    expect(weightTogether(strangers, 0)).toBe(50);
    expect(weightTogether([], 5)).toBe(0);
  });

  it('is proven by one agreement, whatever else', () => {
    expect([isProven(reader(1, 9)), isProven(reader(0, 0))]).toEqual([true, false]);
  });
});

import { describe, expect, it } from 'vitest';

import { median } from '../../src/domain/median.js';

describe('median', () => {
  it.each([
    [[], null],
    [[7], 7],
    [[10, 2], 6],
    [[10, 9, 100], 10],
    [[4, 1, 3, 2], 2.5],
  ])('of %j is %s', (numbers, middle) => {
    expect(median(numbers)).toBe(middle);
  });
});

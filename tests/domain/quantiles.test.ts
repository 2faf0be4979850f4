import { describe, expect, it } from 'vitest';

import { quantiles } from '../../src/domain/quantiles.js';

describe('quantiles', () => {
  it('has none of nothing', () => {
    expect(quantiles().at(0.5)).toBeNull();
  });

  it('is within one part in a hundred of the value at that rank', () => {
    const held = quantiles();
    // Not in order, and over five orders of magnitude.
    const values = Array.from({ length: 1_000 }, (_, at) => 1 + ((at * 7_919) % 1_000) ** 2);
    for (const value of values) held.add(value);
    const sorted = values.toSorted((a, b) => a - b);
    expect(held.count).toBe(1_000);
    for (const share of [0.01, 0.25, 0.5, 0.95, 0.99, 1]) {
      const exact = sorted[Math.ceil(share * 1_000) - 1] ?? 0;
      const off = Math.abs((held.at(share) ?? 0) - exact);
      expect(off, `at ${share}`).toBeLessThanOrEqual(exact * 0.01 + 0.5);
    }
  });

  it('tells moments and long times apart', () => {
    const held = quantiles();
    for (const value of [0, 0.4, 86_400]) held.add(value);
    expect(held.at(0.5)).toBe(0);
    expect(held.at(0)).toBe(0);
    expect(held.at(1)).toBeGreaterThan(85_500);
  });
});

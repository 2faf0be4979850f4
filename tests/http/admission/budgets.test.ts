import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Budget, budgets } from '../../../src/http/admission/budgets.js';
import {
  RATE_CLIENTS_MAX,
  RATE_CLIENTS_SWEPT_MILLISECONDS,
} from '../../../src/limits/admission.js';

/** A budget with a clock that is moved by hand. */
function aBudget(budget: Budget) {
  let now = 0;
  const pass = (milliseconds: number): void => {
    now += milliseconds;
  };
  return { ...budgets(budget, () => now), pass };
}

const THIRTY = { quota: 30, windowSeconds: 60 };

describe('A budget', () => {
  it('can be spent at once, comes back steadily, and is never more than whole', () => {
    const { leftOf, spend, pass } = aBudget(THIRTY);
    for (let count = 29; count >= 0; count -= 1) expect(spend('a').count).toBe(count);
    expect(leftOf('a')).toEqual({ count: 0, fullInSeconds: 60, nextInSeconds: 2 });
    pass(1_999);
    expect(leftOf('a').count).toBe(0);
    pass(1);
    expect(leftOf('a')).toEqual({ count: 1, fullInSeconds: 58, nextInSeconds: 0 });
    pass(3_600_000);
    expect(leftOf('a')).toEqual({ count: 30, fullInSeconds: 0, nextInSeconds: 0 });
  });

  it('is each client’s own', () => {
    const { leftOf, spend } = aBudget(THIRTY);
    spend('a');
    expect([leftOf('a').count, leftOf('b').count]).toEqual([29, 30]);
  });

  it('that was overdrawn takes as much longer to come back', () => {
    const { leftOf, spend, pass } = aBudget(THIRTY);
    for (let spent = 0; spent < 40; spent += 1) spend('a');
    expect(leftOf('a')).toEqual({ count: 0, fullInSeconds: 80, nextInSeconds: 22 });
    pass(22_000);
    expect(leftOf('a').count).toBe(1);
  });

  it('lets through no more than the quota and what came back, however requests are spread', () => {
    const quotas = fc.constantFrom(1, 7, 30, 600, 59_999);
    const pauses = fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 200 });
    fc.assert(
      fc.property(quotas, pauses, (quota, waits) => {
        const { leftOf, spend, pass } = aBudget({ quota, windowSeconds: 60 });
        let passed = 0;
        let took = 0;
        for (const wait of waits) {
          pass(wait);
          took += wait;
          const { count, nextInSeconds } = leftOf('a');
          expect(count === 0).toBe(nextInSeconds > 0);
          if (count === 0) continue;
          spend('a');
          passed += 1;
        }
        expect(passed).toBeLessThanOrEqual(quota + (took / 60_000) * quota + 1e-6);
      }),
    );
  });
});

describe('A crowd of clients', () => {
  it('does not make the budget forget who has spent', () => {
    const { leftOf, spend } = aBudget(THIRTY);
    for (let spent = 0; spent < 30; spent += 1) spend('attacker');
    for (let each = 0; each < 2 * RATE_CLIENTS_MAX; each += 1) spend(`crowd ${each}`);
    expect(leftOf('attacker').count).toBe(0);
  });

  it('has one budget for all those who are too many to remember', () => {
    const { leftOf, spend } = aBudget(THIRTY);
    for (let each = 0; each < RATE_CLIENTS_MAX + 30; each += 1) spend(`crowd ${each}`);
    expect(leftOf('one more').count).toBe(0);
    expect(leftOf('crowd 0').count).toBe(29);
  });

  it('is forgotten when it has let go', () => {
    const { leftOf, spend, pass } = aBudget(THIRTY);
    for (let each = 0; each < RATE_CLIENTS_MAX + 30; each += 1) spend(`crowd ${each}`);
    pass(Math.max(2_000, RATE_CLIENTS_SWEPT_MILLISECONDS));
    expect(leftOf('one more').count).toBe(30);
  });
});

import { describe, expect, it } from 'vitest';

import {
  ATTEMPTS_MAX,
  retryAfterSeconds,
  waitMilliseconds,
} from '../../src/domain/webhook-schedule.js';

const after = (attempts: number, chance = 0, retry_after_seconds: number | null = null) =>
  waitMilliseconds({ attempts, chance, retry_after_seconds });

describe('The wait before the next attempt', () => {
  it('is the one that Standard Webhooks proposes, ten attempts in all', () => {
    const seconds = Array.from({ length: ATTEMPTS_MAX }, (_, index) => after(index + 1));
    expect(seconds).toEqual([
      ...[5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400].map((each) => each * 1000),
      null,
    ]);
  });

  it('is made longer by chance, by a fifth at most, and never shorter', () => {
    expect([after(2, 0), after(2, 0.5), after(2, 1)]).toEqual([300_000, 330_000, 360_000]);
  });

  it('is as long as the receiver asks, where that is longer, and at most a day', () => {
    expect(after(1, 0, 60)).toBe(60_000);
    expect(after(2, 0, 60)).toBe(300_000);
    expect(after(1, 0, 10 ** 9)).toBe(86_400_000);
    expect(after(ATTEMPTS_MAX, 0, 60)).toBeNull();
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-23T12:00:00.000Z');
  it.each([
    [undefined, null],
    ['120', 120],
    ['0', 0],
    ['Mon, 23 Nov 2026 12:01:00 GMT', 60],
    ['Mon, 23 Nov 2026 11:00:00 GMT', 0],
    ['soon', null],
    ['-5', null],
    ['1e3', null],
    ['Sun, garbage', null],
    ['99999999999999999999', null],
  ])('reads %s as %s', (header, seconds) => {
    expect(retryAfterSeconds(header, now)).toBe(seconds);
  });
});

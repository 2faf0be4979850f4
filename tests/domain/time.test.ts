import { describe, expect, it } from 'vitest';

import { hourOf, inUtc, secondsBefore, secondsBetween, timestamp } from '../../src/domain/time.js';

describe('A time', () => {
  it.each([
    ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05.000Z'],
    ['2026-01-02T03:04:05.6+02:00', '2026-01-02T01:04:05.600Z'],
    ['2025-12-31T23:30:00-01:00', '2026-01-01T00:30:00.000Z'],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.000Z'],
    ['2016-12-31T23:59:60.25z', '2016-12-31T23:59:59.250Z'],
    ['2017-01-01T00:59:60+01:00', '2016-12-31T23:59:59.000Z'],
    ['9999-12-31T23:59:59-12:00', '9999-12-31T23:59:59.999Z'],
    ['0000-01-01T00:00:00+14:00', '0000-01-01T00:00:00.000Z'],
  ])('sent as %s is stored as %s', (sent, stored) => {
    expect(inUtc(sent)).toBe(stored);
    expect(inUtc(stored)).toBe(stored);
  });

  it('is in the hour that began at its full hour', () => {
    expect(hourOf('2026-11-29T23:59:59.999Z')).toBe('2026-11-29T23:00:00.000Z');
    expect(hourOf('2026-11-29T23:00:00.000Z')).toBe('2026-11-29T23:00:00.000Z');
  });

  it('sorts as text as it does in time', () => {
    const times = [0, 999, 1_000, 946_684_800_000, 1_800_000_000_000].map(timestamp);
    expect(times.toSorted()).toEqual(times);
    expect(times.every((time) => time.length === 24)).toBe(true);
  });

  it('is as far from another as that is from it, the other way', () => {
    const time = '2026-03-01T00:00:00.500Z';
    const earlier = secondsBefore(time, 90.5);
    expect(earlier).toBe('2026-02-28T23:58:30.000Z');
    expect([secondsBetween(earlier, time), secondsBetween(time, earlier)]).toEqual([90.5, -90.5]);
  });
});

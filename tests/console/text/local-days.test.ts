import { afterEach, describe, expect, it, vi } from 'vitest';

import { beginOfDay, dayOf } from '../../../src/console/parts/local-days.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('A day where the browser is', () => {
  it.each([
    ['America/Los_Angeles', '2026-11-24T04:00:00Z', '2026-11-23'],
    ['Europe/Berlin', '2026-11-22T23:30:00Z', '2026-11-23'],
    ['Pacific/Auckland', '2026-01-01T11:30:00Z', '2026-01-02'],
  ])('%s: %s is on %s', (zone, time, day) => {
    vi.stubEnv('TZ', zone);
    expect(dayOf(Date.parse(time))).toBe(day);
  });

  it.each([
    ['America/Los_Angeles', '2026-11-23', 0, '2026-11-23T08:00:00.000Z'],
    ['Europe/Berlin', '2026-03-29', 0, '2026-03-28T23:00:00.000Z'],
    // The clock is put forward on that day.
    ['Europe/Berlin', '2026-03-29', 1, '2026-03-29T22:00:00.000Z'],
    ['Europe/Berlin', '2026-12-31', 1, '2026-12-31T23:00:00.000Z'],
  ])('%s: %s and %d more begin at %s', (zone, day, later, begin) => {
    vi.stubEnv('TZ', zone);
    expect(beginOfDay(day, later)).toBe(begin);
  });

  it('is no other text', () => {
    expect([beginOfDay('tomorrow'), beginOfDay('2026-13-01'), beginOfDay('')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

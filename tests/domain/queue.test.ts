import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  activityPoints,
  placeOf,
  reachPoints,
  reportPoints,
  SECONDS_PER_POINT,
  severityOf,
  storedPlace,
} from '../../src/domain/queue.js';
import { STANDARDS } from '../../src/domain/standard.js';

const finding = (standard: (typeof STANDARDS)[number], change: object = {}) => ({
  standard,
  outcome: 'match' as const,
  action: 'hold' as const,
  ...change,
});
const severity = (...findings: Parameters<typeof severityOf>[0]): number => severityOf(findings);

describe('The severity of what the engine found', () => {
  it('is that of the worst finding', () => {
    expect(severity()).toBe(0);
    expect(severity(finding('conduct'), finding('threat'), finding('spam'))).toBe(72);
  });

  it('puts threats, hate and personal information before spam, and spam before conduct', () => {
    for (const grave of ['threat', 'hate', 'personal_information'] as const) {
      expect(severity(finding(grave))).toBeGreaterThan(severity(finding('spam')));
    }
    expect(severity(finding('spam'))).toBeGreaterThan(severity(finding('conduct')));
  });

  it('takes no notice of what the policy lets pass, and half of what could not be checked', () => {
    expect(severity(finding('threat', { action: 'approve' }))).toBe(0);
    expect(severity(finding('threat', { outcome: 'unknown' }))).toBe(36);
  });

  it('is a whole number, as it is stored', () => {
    for (const standard of STANDARDS) {
      const both = [finding(standard), finding(standard, { outcome: 'unknown' as const })];
      for (const each of both) expect(Number.isInteger(severity(each))).toBe(true);
    }
  });
});

describe('The place in the line', () => {
  it('is the time at which it came, less an hour for each point', () => {
    const time = '2026-11-23T12:00:00.999Z';
    expect(placeOf(time, 0)).toBe(Date.parse('2026-11-23T12:00:00.000Z') / 1000);
    expect(placeOf(time, 2)).toBe(placeOf(time, 0) - 2 * SECONDS_PER_POINT);
  });

  it('is stored for what waits alone', () => {
    const now = '2026-11-23T12:00:00.000Z';
    expect(storedPlace('pending', 4, now)).toBe(placeOf(now, 4));
    for (const status of ['approved', 'rejected', 'deleted'] as const) {
      expect(storedPlace(status, 4, now)).toBeNull();
    }
  });
});

describe('Points for reports and reach', () => {
  it('grow with them up to an end, so that age counts in the long run', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.nat(1_000), (a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(reportPoints(less)).toBeLessThanOrEqual(reportPoints(more));
        expect(reportPoints(more)).toBeLessThanOrEqual(120);
        expect(activityPoints(less)).toBeLessThanOrEqual(activityPoints(more));
        expect(activityPoints(more)).toBeLessThanOrEqual(12);
      }),
    );
  });

  it('count replies to what readers see, and the liveliness of any thread', () => {
    const reach = { replies: 3, thread_points: 2 };
    expect(reachPoints({ ...reach, visible: true })).toBe(32);
    expect(reachPoints({ ...reach, visible: false })).toBe(2);
    expect(reachPoints({ visible: true, replies: 1_000, thread_points: 0 })).toBe(44);
  });
});

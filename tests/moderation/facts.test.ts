import { describe, expect, it } from 'vitest';

import { EMPTY_HISTORY, historyFrom, type StoredHistory } from '../../src/moderation/facts.js';
import { judged } from './judging.js';

describe('History that an older version stored', () => {
  // As 0.1.0 wrote it, before sketches, reports and the ages of outcomes.
  const stored = JSON.parse(
    '{"thread":{"open":false,"premoderated":true},"blocks":[],"ip_blocks_in_force":false,' +
      '"rejected_by_person":false,"approved_count":7,"recent_ages":[3],"recent_ages_ip":[],' +
      '"same_text_age":60}',
  ) as StoredHistory;

  it('keeps what it says and has an empty record for the rest', () => {
    expect(historyFrom(stored)).toEqual({
      ...EMPTY_HISTORY,
      thread: { open: false, premoderated: true, section: null, age_days: 0 },
      approved_count: 7,
      recent_ages: [3],
      same_text_age: 60,
    });
  });

  it('can be judged by every rule', () => {
    const body = 'Buy now at my shop, very cheap.';
    const { action, findings } = judged({ body, history: historyFrom(stored) });
    expect(action).toBe('reject');
    expect(findings.map((finding) => finding.reason)).toEqual([
      'off_limits.thread_closed',
      'conduct.repeated_text',
      'conduct.premoderated_thread',
    ]);
  });

  it('that is complete stays as it is', () => {
    const whole = { ...EMPTY_HISTORY, approved_count: 1, near_text_age: 5 };
    expect(historyFrom(whole)).toEqual(whole);
    expect(historyFrom({})).toEqual(EMPTY_HISTORY);
  });
});

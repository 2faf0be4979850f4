import { describe, expect, it } from 'vitest';

import { judged } from '../judging.js';

const SHORT = 'Buy now at my shop, very cheap.';
const LONG =
  'Buy now at my shop in the old town, we have everything for your garden, very cheap this week.';
const on = (rule: string, section: Record<string, unknown> = {}): unknown => ({
  rules: { [rule]: section },
});
const reasons = (...judging: Parameters<typeof judged>): readonly string[] =>
  judged(...judging).findings.map(({ reason, action }) => `${reason} ${action}`);

describe('repeated_text', () => {
  it.each([
    ['holds a text that comes back changed', LONG, { near_text_age: 3_600 }, ['nearly hold']],
    ['rejects one that comes back as it was', LONG, { same_text_age: 9, near_text_age: 9 }, ['same']],
    ['forgets it after the window', LONG, { near_text_age: 25 * 3_600 }, []],
    ['lets a short one come back changed', SHORT, { near_text_age: 60 }, []],
    ['says nothing of a new text', LONG, { near_text_age: null }, []],
    ['does not count the copies of others', LONG, { near_text_authors: 3 }, []],
  ])('%s', (_, body, history, expected) => {
    const names: Record<string, string> = {
      'nearly hold': 'conduct.nearly_repeated_text hold',
      same: 'conduct.repeated_text reject',
    };
    expect(reasons({ body, history })).toEqual(expected.map((name) => names[name]));
  });

  it('never rejects for a near copy, and can be told from which length on to look', () => {
    const history = { near_text_age: 60 };
    expect(judged({ body: LONG, history }, on('repeated_text', { action: 'reject' })).action).toBe(
      'hold',
    );
    const policy = on('repeated_text', { min_characters_near: 40 });
    const body = `${SHORT} Come, all of you.`;
    expect(judged({ body, history }).action).toBe('approve');
    expect(judged({ body, history }, policy).action).toBe('hold');
  });

  it('lets a text come back that is shorter than the publisher minds', () => {
    const history = { same_text_age: 60, near_text_age: 60 };
    expect(judged({ body: LONG, history }, on('repeated_text', { min_characters: 500 })).action).toBe(
      'approve',
    );
  });
});

describe('campaign', () => {
  it.each([
    ['three authors of one text', SHORT, { same_text_authors: 2 }, ['spam.campaign hold']],
    ['two authors of one text', SHORT, { same_text_authors: 1 }, []],
    ['many of a short one', 'Thank you!', { same_text_authors: 50, near_text_authors: 50 }, []],
    ['five of near copies', LONG, { near_text_authors: 4 }, ['spam.near_campaign hold']],
    ['four of near copies', LONG, { near_text_authors: 3 }, []],
    ['five of short near copies', SHORT, { near_text_authors: 4 }, []],
    [
      'three of one text and more of near copies',
      LONG,
      { same_text_authors: 2, near_text_authors: 9 },
      ['spam.campaign hold'],
    ],
  ])('%s', (_, body, history, expected) => {
    expect(reasons({ body, history })).toEqual(expected);
  });

  it('rejects one text where the policy wants it, and holds near copies all the same', () => {
    const policy = on('campaign', { action: 'reject' });
    expect(judged({ body: LONG, history: { same_text_authors: 2 } }, policy).action).toBe('reject');
    expect(judged({ body: LONG, history: { near_text_authors: 9 } }, policy).action).toBe('hold');
  });
});

describe('posting_too_fast', () => {
  const wordpress = on('posting_too_fast', { burst_seconds: 15, max_burst: 1, max_burst_per_ip: 1 });
  const times = (count: number, age: number): number[] => Array<number>(count).fill(age);

  it.each([
    ['a sixth comment within ten seconds', { recent_ages: times(5, 10) }, undefined, 'hold'],
    ['a fifth', { recent_ages: times(4, 0) }, undefined, 'approve'],
    ['six in a quarter of a minute', { recent_ages: times(5, 11) }, undefined, 'approve'],
    ['many at the very same moment', { recent_ages: times(100, 0) }, undefined, 'hold'],
    ['a clock that was set back', { recent_ages: times(5, -30) }, undefined, 'hold'],
    ['a second within 15 seconds', { recent_ages: [14.9] }, wordpress, 'hold'],
    ['the same from one address', { recent_ages_ip: [14.9] }, wordpress, 'hold'],
    ['a second after 15 seconds', { recent_ages: [15.1, 15.2] }, wordpress, 'approve'],
    ['a first comment', {}, wordpress, 'approve'],
    ['31 at once from one address', { recent_ages_ip: times(30, 0) }, undefined, 'hold'],
    ['30 at once from one address', { recent_ages_ip: times(29, 0) }, undefined, 'approve'],
  ])('%s', (_, history, policy, action) => {
    expect(judged({ history }, policy).action).toBe(action);
  });
});

describe('author_history', () => {
  const ages = (rejected: number[], approved: number[] = []) => ({
    outcome_ages: { approved, rejected },
  });

  it.each([
    ['five rejected today', ages([0, 0, 0, 0, 0]), 'hold'],
    ['one early rejection', ages([1]), 'approve'],
    ['four, which are too few', ages([0, 0, 0, 0]), 'approve'],
    ['half of six', ages([0, 1, 2], [0, 1, 2]), 'hold'],
    ['less than half', ages([0, 0, 0], [0, 0, 0, 0]), 'approve'],
    ['five rejected two months ago', ages([60, 60, 60, 60, 60]), 'hold'],
    ['five rejected three months ago', ages([90, 90, 90, 90, 90]), 'approve'],
    ['old rejections, then approvals', ages([120, 120, 120, 120], [5, 3, 2]), 'approve'],
    ['old approvals, then rejections', ages([5, 3, 2], [120, 120, 120, 120]), 'hold'],
    ['many approved', ages([], [0, 0, 0, 0, 0, 0]), 'approve'],
  ])('%s: %o', (_, history, action) => {
    expect(judged({ history }).action).toBe(action);
  });

  it('forgets as fast as the policy says', () => {
    const history = ages([10, 10, 10, 10, 10]);
    expect(judged({ history }, on('author_history', { half_life_days: 5 })).action).toBe('approve');
    expect(judged({ history }, on('author_history', { half_life_days: 10 })).action).toBe('hold');
  });
});

describe('reported_often', () => {
  it.each([
    ['four readers, three comments', { reporters: 4, comments: 3 }, 'hold'],
    ['three readers', { reporters: 3, comments: 50 }, 'approve'],
    ['one angry reader', { reporters: 1, comments: 50 }, 'approve'],
    ['a crowd at one comment', { reporters: 50, comments: 1 }, 'approve'],
    ['nobody', { reporters: 0, comments: 0 }, 'approve'],
  ])('%s', (_, reports, action) => {
    expect(judged({ history: { reports } }).action).toBe(action);
  });

  it('says why', () => {
    expect(reasons({ history: { reports: { reporters: 9, comments: 9 } } })).toEqual([
      'conduct.reported_often hold',
    ]);
  });
});

describe('strikes', () => {
  const strikes = (ages: readonly number[], policy?: object): string =>
    judged({ history: { strike_ages: ages } }, policy).action;

  it.each([
    ['three in force', [0, 1, 89.9], 'hold'],
    ['one of three has expired', [0, 1, 90], 'approve'],
    ['none', [], 'approve'],
  ])('%s', (_, ages, action) => {
    expect(strikes(ages)).toBe(action);
  });

  it('count for as long as the policy says', () => {
    expect(strikes([1, 8, 9], { strikes: { expire_after_days: 9 } })).toBe('approve');
    expect(strikes([100, 200, 300], { strikes: { expire_after_days: 301 } })).toBe('hold');
  });

  it('exempt nobody for the comments that were approved', () => {
    const policy = on('strikes', { exempt_after_approved: 1 });
    const history = { strike_ages: [1, 2, 3], approved_count: 900 };
    expect(reasons({ history }, policy)).toEqual(['conduct.strikes hold']);
  });
});

describe('resembles_blocked', () => {
  const history = { resembles_blocked: ['email', 'ip', 'name'] } as const;

  it('gives every likeness as a reason of its own, and tells the author nothing', () => {
    const { findings } = judged({ history });
    expect(findings.map(({ reason }) => reason)).toEqual([
      'blocked.resembles_email',
      'blocked.resembles_ip',
      'blocked.resembles_name',
    ]);
    expect(new Set(findings.map(({ message }) => message)).size).toBe(1);
    expect(findings.every(({ field }) => field === null)).toBe(true);
  });

  it('looks at what the policy wants it to look at', () => {
    const policy = on('resembles_blocked', { ip: false, name: false });
    expect(reasons({ history }, policy)).toEqual(['blocked.resembles_email hold']);
  });
});

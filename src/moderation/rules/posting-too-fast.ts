import { Type } from '@sinclair/typebox';

import { RECENT_COMMENTS_MAX, RECENT_WINDOW_SECONDS } from '../../limits.js';
import { CLEAR, type Rule } from '../rule.js';

const count = (standing: number, description: string) =>
  Type.Integer({ minimum: 1, maximum: RECENT_COMMENTS_MAX, default: standing, description });
const seconds = (standing: number, description: string) =>
  Type.Integer({ minimum: 1, maximum: RECENT_WINDOW_SECONDS, default: standing, description });

const settings = Type.Object({
  window_seconds: seconds(60, 'The time in which comments are counted.'),
  max_comments: count(
    8,
    'How many comments one author may post in that time; the next one matches.',
  ),
  max_comments_per_ip: count(
    30,
    'How many comments may come from one IP address in that time; wider, because a household, ' +
      'a school or a whole mobile network can share an address.',
  ),
  burst_seconds: seconds(
    10,
    'A second, shorter time, for bursts. "One comment in 15 seconds" is 15 here and 1 below.',
  ),
  max_burst: count(5, 'How many comments one author may post in that shorter time.'),
  max_burst_per_ip: count(30, 'How many may come from one IP address in that shorter time.'),
});

export const postingTooFast: Rule<typeof settings> = {
  id: 'posting_too_fast',
  standard: 'conduct',
  reasons: ['conduct.too_fast'],
  description:
    'Finds comments that follow one another faster than a person writes: too many in a while, or ' +
    'in a short burst. Edits do not count.',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
  compile: (limits) => {
    const { window_seconds, burst_seconds } = limits;
    return ({ history: { recent_ages, recent_ages_ip } }) => {
      const tooFast =
        reaches(recent_ages, limits.max_comments, window_seconds) ||
        reaches(recent_ages, limits.max_burst, burst_seconds) ||
        reaches(recent_ages_ip, limits.max_comments_per_ip, window_seconds) ||
        reaches(recent_ages_ip, limits.max_burst_per_ip, burst_seconds);
      return tooFast ? [{ kind: 'match', reason: 'conduct.too_fast' }] : CLEAR;
    };
  },
  gauges: (limits, { history: { recent_ages, recent_ages_ip } }) => {
    const { window_seconds, burst_seconds } = limits;
    const gauge = (setting: PaceLimit, ages: readonly number[], within: number) => ({
      setting,
      value: ages.filter((age) => age <= within).length,
      limit: limits[setting],
    });
    return [
      gauge('max_comments', recent_ages, window_seconds),
      gauge('max_burst', recent_ages, burst_seconds),
      gauge('max_comments_per_ip', recent_ages_ip, window_seconds),
      gauge('max_burst_per_ip', recent_ages_ip, burst_seconds),
    ];
  },
};

type PaceLimit = 'max_comments' | 'max_burst' | 'max_comments_per_ip' | 'max_burst_per_ip';

/** Whether so many comments are no older than that; the newest come first. */
function reaches(ages: readonly number[], many: number, within: number): boolean {
  const age = ages[many - 1];
  return age !== undefined && age <= within;
}

import { Type } from '@sinclair/typebox';

import { RECENT_COMMENTS_MAX, RECENT_WINDOW_SECONDS } from '../../limits.js';
import { CLEAR, type Rule } from '../rule.js';

const settings = Type.Object({
  window_seconds: Type.Integer({
    minimum: 1,
    maximum: RECENT_WINDOW_SECONDS,
    default: 60,
    description: 'The time in which comments are counted.',
  }),
  max_comments: Type.Integer({
    minimum: 1,
    maximum: RECENT_COMMENTS_MAX,
    default: 8,
    description: 'How many comments one author may post in that time; the next one matches.',
  }),
  max_comments_per_ip: Type.Integer({
    minimum: 1,
    maximum: RECENT_COMMENTS_MAX,
    default: 30,
    description:
      'How many comments may come from one IP address in that time; wider, because a household, ' +
      'a school or a whole mobile network can share an address.',
  }),
});

export const postingTooFast: Rule<typeof settings> = {
  id: 'posting_too_fast',
  standard: 'conduct',
  reasons: ['conduct.too_fast'],
  description: 'Finds comments that follow one another faster than a person writes.',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
  compile: ({ window_seconds, max_comments, max_comments_per_ip }) => {
    const within = (ages: readonly number[]): number =>
      ages.reduce((count, age) => (age <= window_seconds ? count + 1 : count), 0);
    return ({ history }) => {
      const byAuthor = within(history.recent_ages) >= max_comments;
      const byIp = within(history.recent_ages_ip) >= max_comments_per_ip;
      return byAuthor || byIp ? [{ kind: 'match', reason: 'conduct.too_fast' }] : CLEAR;
    };
  },
};

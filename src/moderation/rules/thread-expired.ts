import { Type } from '@sinclair/typebox';

import { CLEAR, type Rule } from '../rule.js';

const settings = Type.Object({
  max_days: Type.Integer({
    minimum: 1,
    maximum: 36_500,
    default: 30,
    description: 'How many days a thread takes comments, counted from when the site met it.',
  }),
});

export const threadExpired: Rule<typeof settings> = {
  id: 'thread_expired',
  standard: 'off_limits',
  reasons: ['off_limits.thread_expired'],
  description: 'Refuses comments in threads of a certain age. Off unless the publisher wants it.',
  settings,
  defaults: { enabled: false, action: 'reject', on_unknown: 'hold' },
  compile: ({ max_days }) => ({ history }) =>
    history.thread.age_days <= max_days
      ? CLEAR
      : [{ kind: 'match', reason: 'off_limits.thread_expired' }],
  gauges: ({ max_days }, { history }) => [
    { setting: 'max_days', value: history.thread.age_days, limit: max_days },
  ],
};

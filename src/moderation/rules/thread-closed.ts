import { Type } from '@sinclair/typebox';

import { CLEAR, type Rule } from '../rule.js';

const settings = Type.Object({});

export const threadClosed: Rule<typeof settings> = {
  id: 'thread_closed',
  standard: 'off_limits',
  reasons: ['off_limits.thread_closed'],
  description: 'Refuses comments in a thread that the publisher has closed.',
  settings,
  defaults: { enabled: true, action: 'reject', on_unknown: 'hold' },
  compile: () => ({ history }) =>
    history.thread.open ? CLEAR : [{ kind: 'match', reason: 'off_limits.thread_closed' }],
};

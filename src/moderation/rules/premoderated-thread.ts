import { Type } from '@sinclair/typebox';

import { CLEAR, type Rule } from '../rule.js';

const settings = Type.Object({});

export const premoderatedThread: Rule<typeof settings> = {
  id: 'premoderated_thread',
  standard: 'conduct',
  reasons: ['conduct.premoderated_thread'],
  description: 'Holds every comment in a thread that the publisher has set to be premoderated.',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
  compile: () => ({ history }) =>
    history.thread.premoderated
      ? [{ kind: 'match', reason: 'conduct.premoderated_thread' }]
      : CLEAR,
};

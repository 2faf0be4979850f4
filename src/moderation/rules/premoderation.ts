import { Type } from '@sinclair/typebox';

import type { Rule } from '../rule.js';

const settings = Type.Object({});

export const premoderation: Rule<typeof settings> = {
  id: 'premoderation',
  standard: 'conduct',
  reasons: ['conduct.premoderated_site'],
  description: 'Holds every comment of the site for a person. Off unless the publisher wants it.',
  settings,
  defaults: { enabled: false, action: 'hold', on_unknown: 'hold' },
  compile: () => () => [{ kind: 'match', reason: 'conduct.premoderated_site' }],
};

import { Type } from '@sinclair/typebox';

import { RESEMBLANCES } from '../../domain/resemblance.js';
import type { Rule } from '../rule.js';

const settings = Type.Object({
  email: Type.Boolean({ default: true, description: 'Look at the e-mail address.' }),
  ip: Type.Boolean({
    default: true,
    description:
      'Look at the IP address. One that others with approved comments use as well says nothing.',
  }),
  name: Type.Boolean({
    default: true,
    description:
      'Look at the name, as it reads. One that others with approved comments have says nothing.',
  }),
});

export const resemblesBlocked: Rule<typeof settings> = {
  id: 'resembles_blocked',
  standard: 'blocked',
  reasons: ['blocked.resembles_email', 'blocked.resembles_ip', 'blocked.resembles_name'],
  description:
    'Holds the comments of an author without approved ones who looks like a blocked author: the ' +
    'same e-mail address, an IP address that the blocked one used within 30 days, or a name that ' +
    'reads the same.',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
  // Names no field: the author is not to learn what gave them away.
  compile: (looksAt) => ({ history }) =>
    RESEMBLANCES.filter((way) => looksAt[way] && history.resembles_blocked.includes(way)).map(
      (way) => ({ kind: 'match', reason: `blocked.resembles_${way}` }),
    ),
};

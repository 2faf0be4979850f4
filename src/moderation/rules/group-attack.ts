import { Type } from '@sinclair/typebox';

import { matchOf } from '../hits.js';
import type { Rule } from '../rule.js';
import { SPEECH } from '../speech.js';

const settings = Type.Object({});

export const groupAttack: Rule<typeof settings> = {
  id: 'group_attack',
  standard: 'hate',
  reasons: ['hate.group_attack'],
  description:
    'Finds attacks on people for their origin, religion, sex or disability: calling a group ' +
    'animals or criminals, or wishing it gone.',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
  compile: () => ({ shadow }) =>
    matchOf('hate.group_attack', 'body', SPEECH.hits(shadow, 'group_attack')),
};

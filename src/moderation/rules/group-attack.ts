import { Type } from '@sinclair/typebox';

import { attacksOn } from '../hate/attacks.js';
import { matchOf } from '../hits.js';
import type { Rule } from '../rule.js';

const settings = Type.Object({});

export const groupAttack: Rule<typeof settings> = {
  id: 'group_attack',
  standard: 'hate',
  reasons: ['hate.group_attack'],
  description:
    'Finds attacks on people for their origin, religion, sex or disability: hating or despising a ' +
    'group, or wishing it gone.',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
  compile: () => ({ shadow }) =>
    matchOf('hate.group_attack', 'body', attacksOn(shadow).other),
};

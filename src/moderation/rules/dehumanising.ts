import { Type } from '@sinclair/typebox';

import { attacksOn } from '../hate/attacks.js';
import { matchOf } from '../hits.js';
import type { Rule } from '../rule.js';

const settings = Type.Object({});

export const dehumanising: Rule<typeof settings> = {
  id: 'dehumanising',
  standard: 'hate',
  reasons: ['hate.dehumanising'],
  description:
    'Finds what denies a group of people that they are human, or calls for their death, in words ' +
    'that cannot be meant otherwise.',
  settings,
  defaults: { enabled: true, action: 'reject', on_unknown: 'hold' },
  compile: () => ({ shadow }) =>
    matchOf('hate.dehumanising', 'body', attacksOn(shadow).unmistakable),
};

import { Type } from '@sinclair/typebox';

import { matchOf } from '../hits.js';
import type { Rule } from '../rule.js';
import { SPEECH } from '../speech.js';
import { isReported } from '../threat/reported.js';

const settings = Type.Object({});

export const possibleThreat: Rule<typeof settings> = {
  id: 'possible_threat',
  standard: 'threat',
  reasons: ['threat.violence', 'threat.self_harm'],
  description: 'Finds what may be a threat or only speaks of one, for a person to decide.',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
  compile: () => ({ body, shadow }) => {
    const reported = (group: 'violence' | 'self_harm') =>
      SPEECH.hits(shadow, group).filter((hit) => isReported(body, hit));
    const violence = [...SPEECH.hits(shadow, 'doubtful_threat'), ...reported('violence')];
    return [
      ...matchOf('threat.violence', 'body', violence),
      ...matchOf('threat.self_harm', 'body', reported('self_harm')),
    ];
  },
};

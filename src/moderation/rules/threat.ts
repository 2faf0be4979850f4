import { Type } from '@sinclair/typebox';

import { matchOf } from '../hits.js';
import type { Rule } from '../rule.js';
import { SPEECH } from '../speech.js';
import { isReported } from '../threat/reported.js';

const settings = Type.Object({});

export const threat: Rule<typeof settings> = {
  id: 'threat',
  standard: 'threat',
  reasons: ['threat.violence', 'threat.self_harm'],
  description: 'Finds threats against a person, wishes of death, and urging to self-harm.',
  settings,
  defaults: { enabled: true, action: 'reject', on_unknown: 'hold' },
  compile: () => ({ body, shadow }) => {
    const said = (group: 'violence' | 'self_harm') =>
      SPEECH.hits(shadow, group).filter((hit) => !isReported(body, hit));
    return [
      ...matchOf('threat.violence', 'body', said('violence')),
      ...matchOf('threat.self_harm', 'body', said('self_harm')),
    ];
  },
};

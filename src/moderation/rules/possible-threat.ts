import { Type } from '@sinclair/typebox';

import type { Facts } from '../facts.js';
import type { Hit } from '../hits.js';
import type { Rule } from '../rule.js';
import { SPEECH } from '../speech.js';
import { isReported } from '../threat/reported.js';
import { toldApart } from '../told-apart.js';

const settings = Type.Object({});

export const possibleThreat: Rule<typeof settings> = {
  id: 'possible_threat',
  standard: 'threat',
  reasons: ['threat.violence', 'threat.self_harm'],
  description: 'Finds what may be a threat or only speaks of one, for a person to decide.',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
  compile: () => (facts) => {
    const doubtful = SPEECH.hits(facts.shadow, 'doubtful_threat');
    return [
      ...toldApart('threat.violence', facts.body, [...doubtful, ...reported(facts, 'violence')]),
      ...toldApart('threat.self_harm', facts.body, reported(facts, 'self_harm')),
    ];
  },
};

function reported({ body, shadow }: Facts, group: 'violence' | 'self_harm'): readonly Hit[] {
  const hits = SPEECH.hits(shadow, group);
  return hits.length === 0 ? hits : hits.filter((hit) => isReported(body, hit));
}

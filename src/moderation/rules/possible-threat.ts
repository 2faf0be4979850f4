import { Type } from '@sinclair/typebox';

import type { ReasonCode } from '../../domain/reasons.js';
import type { Facts } from '../facts.js';
import { type Hit, matchOf } from '../hits.js';
import { speechOf } from '../quotation.js';
import { CLEAR, type Outcome, type Rule } from '../rule.js';
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
  compile: () => (facts) => {
    const doubtful = SPEECH.hits(facts.shadow, 'doubtful_threat');
    return [
      ...apart('threat.violence', facts, [...doubtful, ...reported(facts, 'violence')]),
      ...apart('threat.self_harm', facts, reported(facts, 'self_harm')),
    ];
  },
};

function reported({ body, shadow }: Facts, group: 'violence' | 'self_harm'): readonly Hit[] {
  const hits = SPEECH.hits(shadow, group);
  return hits.length === 0 ? hits : hits.filter((hit) => isReported(body, hit));
}

/** What somebody else is quoted to have said is news: the finding is kept, and it passes. */
function apart(reason: ReasonCode, { body }: Facts, hits: readonly Hit[]): readonly Outcome[] {
  if (hits.length === 0) return CLEAR;
  const isTold = (hit: Hit): boolean => ['told', 'mentioned'].includes(speechOf(body, hit));
  return [
    ...matchOf(reason, 'body', hits.filter((hit) => !isTold(hit))),
    ...matchOf(reason, 'body', hits.filter(isTold)).map((told) => ({
      ...told,
      at_most: 'approve' as const,
    })),
  ];
}

import { Type } from '@sinclair/typebox';

import type { Facts } from '../facts.js';
import { type Hit, matchOf } from '../hits.js';
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
  compile: () => (facts) => [
    ...matchOf('threat.violence', 'body', said(facts, 'violence')),
    ...matchOf('threat.self_harm', 'body', said(facts, 'self_harm')),
  ],
};

function said({ body, shadow }: Facts, group: 'violence' | 'self_harm'): readonly Hit[] {
  const hits = SPEECH.hits(shadow, group);
  return hits.length === 0 ? hits : hits.filter((hit) => !isReported(body, hit));
}

import { Type } from '@sinclair/typebox';

import { OUTCOMES_MAX } from '../../limits.js';
import { CLEAR, type Rule } from '../rule.js';

const settings = Type.Object({
  min_decided: Type.Integer({
    minimum: 2,
    maximum: OUTCOMES_MAX,
    default: 5,
    description:
      'How many of the latest comments must have been decided before the record says anything, so ' +
      'that one early rejection is no sentence.',
  }),
  min_rejected_share: Type.Number({
    minimum: 0.05,
    maximum: 1,
    default: 0.5,
    description: 'The share of them that was rejected from which on the next one is held.',
  }),
});

export const authorHistory: Rule<typeof settings> = {
  id: 'author_history',
  standard: 'conduct',
  reasons: ['conduct.author_history'],
  description:
    'Holds the comments of authors many of whose latest comments were rejected. Comments older ' +
    'than half a year no longer count.',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
  compile: ({ min_decided, min_rejected_share }) => ({ history }) => {
    const { approved, rejected } = history.recent_outcomes;
    const decided = approved + rejected;
    if (decided < min_decided || rejected < decided * min_rejected_share) return CLEAR;
    return [{ kind: 'match', reason: 'conduct.author_history' }];
  },
};

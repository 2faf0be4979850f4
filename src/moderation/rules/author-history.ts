import { Type } from '@sinclair/typebox';

import { OUTCOMES_MAX } from '../../limits.js';
import { CLEAR, type Rule } from '../rule.js';

/** Of the smallest sample: a record that has faded to less than this is no record. */
const FADED_SHARE = 0.5;

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
    description:
      'The share of them that was rejected from which on the next one is held; old comments count ' +
      'less.',
  }),
  half_life_days: Type.Integer({
    minimum: 1,
    maximum: 3_650,
    default: 60,
    description:
      'After so many days a comment counts half, after twice as many a quarter, and so on. A ' +
      'record that counts for less than half of `min_decided` says nothing any more.',
  }),
});

export const authorHistory: Rule<typeof settings> = {
  id: 'author_history',
  standard: 'conduct',
  reasons: ['conduct.author_history'],
  description:
    'Holds the comments of authors many of whose latest comments were rejected. The older a ' +
    'comment, the less it counts; after half a year it does not count at all.',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
  compile: ({ min_decided, min_rejected_share, half_life_days }) => {
    return ({ history }) => {
      const { approved, rejected } = history.outcome_ages;
      if (rejected.length === 0 || approved.length + rejected.length < min_decided) return CLEAR;
      const against = weight(rejected, half_life_days);
      const all = against + weight(approved, half_life_days);
      if (all < min_decided * FADED_SHARE || against < all * min_rejected_share) return CLEAR;
      return [{ kind: 'match', reason: 'conduct.author_history' }];
    };
  },
  gauges: ({ min_decided, min_rejected_share, half_life_days }, { history }) => {
    const { approved, rejected } = history.outcome_ages;
    const against = weight(rejected, half_life_days);
    const all = against + weight(approved, half_life_days);
    return [
      { setting: 'min_decided', value: approved.length + rejected.length, limit: min_decided },
      {
        setting: 'min_rejected_share',
        value: all === 0 ? 0 : against / all,
        limit: min_rejected_share,
      },
    ];
  },
};

/** How much comments of these ages count together, in days. */
function weight(ages: readonly number[], halfLife: number): number {
  return ages.reduce((sum, age) => sum + 0.5 ** (age / halfLife), 0);
}

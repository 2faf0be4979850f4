import { Type } from '@sinclair/typebox';

import { CLEAR, type Rule } from '../rule.js';

const settings = Type.Object({
  hold_at: Type.Integer({
    minimum: 1,
    maximum: 100,
    default: 3,
    description: 'Strikes in force at which the next comment is held.',
  }),
});

export const strikes: Rule<typeof settings> = {
  id: 'strikes',
  standard: 'conduct',
  reasons: ['conduct.strikes'],
  description:
    'Holds the comments of authors with several strikes in force: comments that had to be ' +
    'rejected. How long a strike counts is said in `strikes`. Approved comments exempt nobody.',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
  never_exempts: true,
  compile: ({ hold_at }, { strikes: { expire_after_days } }) => {
    return ({ history }) => {
      const inForce = history.strike_ages.filter((age) => age < expire_after_days);
      return inForce.length < hold_at ? CLEAR : [{ kind: 'match', reason: 'conduct.strikes' }];
    };
  },
};

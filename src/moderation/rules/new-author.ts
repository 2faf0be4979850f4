import { Type } from '@sinclair/typebox';

import { CLEAR, type Rule } from '../rule.js';

const settings = Type.Object({
  min_approved: Type.Integer({
    minimum: 1,
    maximum: 100,
    default: 1,
    description: 'An author with fewer approved comments than this is new.',
  }),
});

export const newAuthor: Rule<typeof settings> = {
  id: 'new_author',
  standard: 'conduct',
  reasons: ['conduct.new_author'],
  description: 'Holds the first comments of an author. Off unless the publisher wants it.',
  settings,
  defaults: { enabled: false, action: 'hold', on_unknown: 'hold' },
  compile: ({ min_approved }) => ({ history }) =>
    history.approved_count < min_approved
      ? [{ kind: 'match', reason: 'conduct.new_author' }]
      : CLEAR,
  gauges: ({ min_approved }, { history }) => [
    { setting: 'min_approved', value: history.approved_count, limit: min_approved },
  ],
};

import { Type } from '@sinclair/typebox';

import { BODY_LENGTH_MAX, CAMPAIGN_AUTHORS_MAX } from '../../limits.js';
import { CLEAR, type Rule } from '../rule.js';

const settings = Type.Object({
  min_authors: Type.Integer({
    minimum: 2,
    maximum: CAMPAIGN_AUTHORS_MAX,
    default: 3,
    description: 'How many authors, this one included, must have posted the same text in a day.',
  }),
  min_characters: Type.Integer({
    minimum: 1,
    maximum: BODY_LENGTH_MAX,
    default: 30,
    description: 'Shorter texts may be shared: many people say "Thank you".',
  }),
});

export const campaign: Rule<typeof settings> = {
  id: 'campaign',
  standard: 'spam',
  reasons: ['spam.campaign'],
  description: 'Finds one text that many authors post within a day.',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
  compile: ({ min_authors, min_characters }) => ({ body, history }) => {
    if (history.same_text_authors + 1 < min_authors) return CLEAR;
    if (body.trim().length < min_characters) return CLEAR;
    return [{ kind: 'match', reason: 'spam.campaign', field: 'body' }];
  },
};

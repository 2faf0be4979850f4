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
  min_authors_near: Type.Integer({
    minimum: 2,
    maximum: CAMPAIGN_AUTHORS_MAX,
    default: 5,
    description:
      'The same for copies with small changes; more, because two people can come to much the same ' +
      'words. They are held at most.',
  }),
  min_characters_near: Type.Integer({
    minimum: 40,
    maximum: BODY_LENGTH_MAX,
    default: 80,
    description: 'Shorter texts may be nearly alike by chance.',
  }),
});

export const campaign: Rule<typeof settings> = {
  id: 'campaign',
  standard: 'spam',
  reasons: ['spam.campaign', 'spam.near_campaign'],
  description: 'Finds one text that many authors post within a day, as it is or slightly changed.',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
  compile: ({ min_authors, min_characters, min_authors_near, min_characters_near }) => {
    return ({ body, history }) => {
      const same = history.same_text_authors + 1 >= min_authors;
      const near = history.near_text_authors + 1 >= min_authors_near;
      if (!same && !near) return CLEAR;
      const { length } = body.trim();
      if (same && length >= min_characters) {
        return [{ kind: 'match', reason: 'spam.campaign', field: 'body' }];
      }
      if (!near || length < min_characters_near) return CLEAR;
      return [{ kind: 'match', reason: 'spam.near_campaign', field: 'body', at_most: 'hold' }];
    };
  },
  gauges: ({ min_authors, min_authors_near }, { history }) => [
    { setting: 'min_authors', value: history.same_text_authors + 1, limit: min_authors },
    { setting: 'min_authors_near', value: history.near_text_authors + 1, limit: min_authors_near },
  ],
};

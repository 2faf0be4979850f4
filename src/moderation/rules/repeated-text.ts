import { Type } from '@sinclair/typebox';

import { BODY_LENGTH_MAX, REPEAT_WINDOW_SECONDS } from '../../limits.js';
import { CLEAR, type Rule } from '../rule.js';

const SECONDS_PER_HOUR = 3_600;

const settings = Type.Object({
  window_hours: Type.Integer({
    minimum: 1,
    maximum: REPEAT_WINDOW_SECONDS / SECONDS_PER_HOUR,
    default: 24,
    description: 'How long the same text by the same author counts as a repeat.',
  }),
  min_characters: Type.Integer({
    minimum: 1,
    maximum: BODY_LENGTH_MAX,
    default: 20,
    description: 'Shorter texts may be repeated: people say "I agree" more than once.',
  }),
  min_characters_near: Type.Integer({
    minimum: 40,
    maximum: BODY_LENGTH_MAX,
    default: 80,
    description:
      'From this length on a text that comes back with small changes is found too, and held at ' +
      'most; shorter ones may be nearly alike by chance.',
  }),
});

export const repeatedText: Rule<typeof settings> = {
  id: 'repeated_text',
  standard: 'conduct',
  reasons: ['conduct.repeated_text', 'conduct.nearly_repeated_text'],
  description:
    'Finds a text that its author has posted before, as it was or with small changes; case and ' +
    'punctuation do not count.',
  settings,
  defaults: { enabled: true, action: 'reject', on_unknown: 'hold' },
  compile: ({ window_hours, min_characters, min_characters_near }) => {
    const within = (age: number | null): boolean =>
      age !== null && age <= window_hours * SECONDS_PER_HOUR;
    return ({ body, history }) => {
      const same = within(history.same_text_age);
      if (!same && !within(history.near_text_age)) return CLEAR;
      const { length } = body.trim();
      if (same && length >= min_characters) {
        return [{ kind: 'match', reason: 'conduct.repeated_text', field: 'body' }];
      }
      if (same || length < min_characters_near) return CLEAR;
      const reason = 'conduct.nearly_repeated_text';
      return [{ kind: 'match', reason, field: 'body', at_most: 'hold' }];
    };
  },
};

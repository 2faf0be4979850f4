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
});

export const repeatedText: Rule<typeof settings> = {
  id: 'repeated_text',
  standard: 'conduct',
  reasons: ['conduct.repeated_text'],
  description: 'Finds a text that its author has posted before; case and punctuation do not count.',
  settings,
  defaults: { enabled: true, action: 'reject', on_unknown: 'hold' },
  compile: ({ window_hours, min_characters }) => ({ body, history }) => {
    const age = history.same_text_age;
    if (age === null || age > window_hours * SECONDS_PER_HOUR) return CLEAR;
    if (body.trim().length < min_characters) return CLEAR;
    return [{ kind: 'match', reason: 'conduct.repeated_text', field: 'body' }];
  },
};

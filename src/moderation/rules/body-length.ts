import { Type } from '@sinclair/typebox';

import { BODY_LENGTH_MAX } from '../../limits.js';
import { CLEAR, type Rule } from '../rule.js';

const settings = Type.Object({
  min_characters: Type.Integer({
    minimum: 1,
    maximum: BODY_LENGTH_MAX,
    default: 1,
    description: 'A comment with fewer characters is too short. Space around it does not count.',
  }),
  max_characters: Type.Integer({
    minimum: 1,
    maximum: BODY_LENGTH_MAX,
    default: 10_000,
    description: 'A comment with more characters is too long. Space around it does not count.',
  }),
});

export const bodyLength: Rule<typeof settings> = {
  id: 'body_length',
  standard: 'conduct',
  reasons: ['conduct.too_long', 'conduct.too_short'],
  description: 'Finds comments that are shorter or longer than the publisher wants them.',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
  compile: ({ min_characters, max_characters }) => ({ body, shadow }) => {
    // As a reader counts: an emoji or a rare ideograph of two code units is one character.
    const length = body.trim().length - shadow.survey.halves;
    if (length < min_characters) {
      return [{ kind: 'match', reason: 'conduct.too_short', field: 'body' }];
    }
    if (length > max_characters) {
      return [{ kind: 'match', reason: 'conduct.too_long', field: 'body' }];
    }
    return CLEAR;
  },
  gauges: ({ min_characters, max_characters }, { body, shadow }) => {
    const value = body.trim().length - shadow.survey.halves;
    return [
      { setting: 'min_characters', value, limit: min_characters },
      { setting: 'max_characters', value, limit: max_characters },
    ];
  },
};

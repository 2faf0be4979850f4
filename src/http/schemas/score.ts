import { Type } from '@sinclair/typebox';

import { ATTRIBUTES } from '../../domain/attribute.js';
import { nullable, oneOf } from './reference.js';

const strict = { additionalProperties: false };

const limit = (description: string) =>
  nullable(Type.Number({ minimum: 0, maximum: 1 }), description);

export const CommentScoresSchema = Type.Object(
  {
    version: Type.Integer({ description: 'Of the comment, whose text was scored.' }),
    language: nullable(Type.String(), 'ISO 639-1; null where it cannot be told.'),
    model: nullable(Type.String(), 'The version of the model; null where none is loaded.'),
    scores: Type.Array(
      Type.Object(
        {
          attribute: oneOf([...ATTRIBUTES, 'house'], {
            description:
              '`house`: how likely a moderator of the site would reject it, by what they taught.',
          }),
          score: Type.Number({ minimum: 0, maximum: 1 }),
          hold_at: limit('From which score on the policy acts; null for never.'),
          reject_at: limit('From which score on the policy rejects; null for never.'),
          words: Type.Array(
            Type.Object(
              {
                start: Type.Integer({ description: 'In UTF-16 code units of the body.' }),
                end: Type.Integer(),
                term: Type.String({ description: 'The word as it was read.' }),
              },
              strict,
            ),
            { description: 'What raised the score most, weightiest first; none for a low score.' },
          ),
        },
        strict,
      ),
      { description: 'Empty without a model, and in a language that it was not trained on.' },
    ),
  },
  { ...strict, $id: 'CommentScores' },
);

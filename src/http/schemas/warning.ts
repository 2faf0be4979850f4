import { Type } from '@sinclair/typebox';

import { WARNING_LENGTH_MAX } from '../../limits/desk.js';
import { externalId, nextCursor, time } from './fields.js';
import { nullable, reference } from './reference.js';

const strict = { additionalProperties: false };

export const NewWarningSchema = Type.Object(
  {
    message: Type.String({
      minLength: 1,
      maxLength: WARNING_LENGTH_MAX,
      description: 'For the author to read.',
    }),
    comment_id: Type.Optional(
      externalId('Our id of the author’s comment that it is about, or yours.'),
    ),
  },
  {
    ...strict,
    $id: 'NewWarning',
    examples: [{ message: 'Please argue with what was said, and not with who said it.' }],
  },
);

export const WarningSchema = Type.Object(
  {
    id: Type.String({ examples: ['wrn_01kar0pxvsjh5gq0mzv8xk2w9d'] }),
    author_id: Type.String({ description: 'Our id of the author.' }),
    comment_id: nullable(Type.String(), 'Our id of the comment that it is about.'),
    message: Type.String(),
    created_at: time('When it was given.'),
    created_by: Type.Optional(
      Type.String({ description: 'The name of the moderator’s key. Only for moderators.' }),
    ),
    acknowledged_at: nullable(time('When the author was shown it.'), 'Null: not yet.'),
  },
  { ...strict, $id: 'Warning', description: 'A word to an author before it comes to a block.' },
);

export const WarningPageSchema = Type.Object(
  { data: Type.Array(reference(WarningSchema)), next_cursor: nextCursor },
  { ...strict, $id: 'WarningPage' },
);

import { Type } from '@sinclair/typebox';

import { REASON_LENGTH_MAX } from '../../limits.js';
import { time } from './fields.js';
import { nullable } from './reference.js';

export const EraseAuthorSchema = Type.Object(
  {
    confirm: Type.String({
      description: 'Our id of the author again: what is erased does not come back.',
    }),
    keep_texts: Type.Boolean({
      description:
        'True: the comments stay where they are under no name. False: their texts go as well; ' +
        'replies keep their place under an empty comment.',
    }),
    keep_blocks: Type.Optional(
      Type.Boolean({
        default: true,
        description:
          'False: blocks on the e-mail address and the name are lifted and emptied, and those on ' +
          'the author keep no reason.',
      }),
    ),
    reason: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: REASON_LENGTH_MAX,
        description: 'Why, for instance the number of the request. It stays, so it names nobody.',
      }),
    ),
  },
  {
    $id: 'EraseAuthor',
    additionalProperties: false,
    examples: [{ confirm: 'aut_01kar0pxvsjh5gq0mzv8xk2w9d', keep_texts: false }],
  },
);

export const ErasureSchema = Type.Object(
  {
    author_id: Type.String({ description: 'Ours: the only id by which the author is found now.' }),
    keep_texts: Type.Boolean(),
    keep_blocks: Type.Boolean(),
    reason: nullable(Type.String()),
    requested_at: time('When it was asked for.'),
    comments: Type.Integer({ minimum: 0, description: 'Comments that are dealt with.' }),
    finished_at: nullable(
      time('When the last of it was erased.'),
      'Null while there is more: the service goes on by itself, and asking again goes on at once.',
    ),
  },
  { $id: 'Erasure', additionalProperties: false },
);

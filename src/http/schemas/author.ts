import { Type } from '@sinclair/typebox';

import { IDENTITY_KINDS, STANDINGS } from '../../domain/author.js';
import { STATUSES } from '../../domain/status.js';
import { BlockSchema } from './block.js';
import { nextCursor, time } from './fields.js';
import { nullable, oneOf, reference } from './reference.js';

const counts = Object.fromEntries(STATUSES.map((status) => [status, Type.Integer()]));

const members = {
  id: Type.String(),
  known_by: oneOf(IDENTITY_KINDS, { description: 'What the site knows the author by.' }),
  external_id: nullable(Type.String()),
  name: Type.String({ description: 'As last submitted.' }),
  email: nullable(Type.String()),
  url: nullable(Type.String()),
  accepted_policy_version: nullable(
    Type.Integer(),
    'The latest version of the discussion policy that the author accepted.',
  ),
  standing: oneOf(STANDINGS),
  counts: Type.Object(counts, {
    additionalProperties: false,
    description: 'Comments by status.',
  }),
  created_at: time('When the site met the author.'),
  updated_at: time('When the author last submitted.'),
  erased_at: nullable(time('Since when nothing here tells who it is.')),
};

export const AuthorSchema = Type.Object(members, { $id: 'Author', additionalProperties: false });

export const AuthorPageSchema = Type.Object(
  { data: Type.Array(reference(AuthorSchema)), next_cursor: nextCursor },
  { $id: 'AuthorPage', additionalProperties: false },
);

export const AuthorFileSchema = Type.Object(
  {
    ...members,
    blocks: Type.Array(reference(BlockSchema), {
      description: 'On the author, in force and past, newest first.',
    }),
  },
  { $id: 'AuthorFile', additionalProperties: false },
);

export const AuthorBlockedSchema = Type.Object(
  {
    author: reference(AuthorFileSchema),
    block: reference(BlockSchema),
    rejected_comments: Type.Integer({ description: 'How many waiting comments were rejected.' }),
  },
  { $id: 'AuthorBlocked', additionalProperties: false },
);

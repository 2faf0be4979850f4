import { Type } from '@sinclair/typebox';

import { SECTION_LENGTH_MAX, TITLE_LENGTH_MAX, URL_LENGTH_MAX } from '../../limits.js';
import { nextCursor, time } from './fields.js';
import { nullable, oneOf, reference } from './reference.js';

const STATES = ['open', 'closed'] as const;

export const ThreadSchema = Type.Object(
  {
    id: Type.String(),
    external_id: Type.String({ description: 'The CMS’s own id.' }),
    url: nullable(Type.String()),
    title: nullable(Type.String()),
    section: nullable(Type.String(), 'The part of the publication.'),
    state: oneOf(STATES, { description: 'A closed thread takes no more comments.' }),
    premoderated: Type.Boolean({ description: 'Every comment is held for a person first.' }),
    created_at: time('When the site met it.'),
    updated_at: time('When it last changed.'),
  },
  { $id: 'Thread', additionalProperties: false },
);

export const ThreadPageSchema = Type.Object(
  { data: Type.Array(reference(ThreadSchema)), next_cursor: nextCursor },
  { $id: 'ThreadPage', additionalProperties: false },
);

export const ThreadChangeSchema = Type.Object(
  {
    state: Type.Optional(oneOf(STATES)),
    premoderated: Type.Optional(Type.Boolean()),
    url: Type.Optional(nullable(Type.String({ maxLength: URL_LENGTH_MAX }))),
    title: Type.Optional(nullable(Type.String({ maxLength: TITLE_LENGTH_MAX }))),
    section: Type.Optional(nullable(Type.String({ maxLength: SECTION_LENGTH_MAX }))),
  },
  {
    $id: 'ThreadChange',
    additionalProperties: false,
    description: 'What is left out stays as it is.',
    examples: [{ state: 'closed' }, { premoderated: true }],
  },
);

import { Type } from '@sinclair/typebox';

import { NOTE_OBJECTS } from '../../domain/note.js';
import { NOTE_LENGTH_MAX } from '../../limits.js';
import { nextCursor, time } from './fields.js';
import { oneOf, reference } from './reference.js';

const strict = { additionalProperties: false };

export const NewNoteSchema = Type.Object(
  {
    body: Type.String({
      minLength: 1,
      maxLength: NOTE_LENGTH_MAX,
      description: 'For moderators only. Neither readers nor the CMS see it.',
    }),
  },
  { ...strict, $id: 'NewNote', examples: [{ body: 'Third time this week; see Monday.' }] },
);

export const NoteSchema = Type.Object(
  {
    id: Type.String({ examples: ['nte_01kar0pxvsjh5gq0mzv8xk2w9d'] }),
    about: Type.Object({ kind: oneOf(NOTE_OBJECTS), id: Type.String() }, strict),
    body: Type.String(),
    created_at: time('When it was written.'),
    created_by: Type.String({ description: 'Who wrote it.' }),
    own: Type.Boolean({ description: 'Whether it was written with this key.' }),
  },
  { ...strict, $id: 'Note', description: 'What a moderator tells the others.' },
);

export const NotePageSchema = Type.Object(
  { data: Type.Array(reference(NoteSchema)), next_cursor: nextCursor },
  { ...strict, $id: 'NotePage' },
);

export const LatestNotesSchema = Type.Object(
  {
    count: Type.Integer({ minimum: 0 }),
    latest: Type.Array(reference(NoteSchema), { description: 'Newest first, at most ten.' }),
  },
  {
    ...strict,
    $id: 'LatestNotes',
    description: 'Only with scope `moderate` or `admin`.',
  },
);

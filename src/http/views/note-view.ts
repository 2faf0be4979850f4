import type { Static } from '@sinclair/typebox';

import type { Caller } from '../../deps.js';
import type { Note } from '../../domain/note.js';
import type { LatestNotes } from '../../operations/noting/latest-notes.js';
import type { LatestNotesSchema, NoteSchema } from '../schemas/note.js';

export function noteView(note: Note, caller: Caller): Static<typeof NoteSchema> {
  return {
    id: note.id,
    about: { kind: note.object_kind, id: note.object_id },
    body: note.body,
    created_at: note.created_at,
    created_by: note.created_by,
    own: note.key_id === caller.id,
  };
}

export function latestNotesView(
  { count, latest }: LatestNotes,
  caller: Caller,
): Static<typeof LatestNotesSchema> {
  return { count, latest: latest.map((note) => noteView(note, caller)) };
}

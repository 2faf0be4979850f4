import { Type } from '@sinclair/typebox';

import { addNote } from '../../operations/add-note.js';
import { deleteNote } from '../../operations/delete-note.js';
import { listNotes } from '../../operations/list-notes.js';
import { callerOf } from '../auth.js';
import { pageOfIds } from '../page-request.js';
import type { Routes } from '../routes.js';
import { idParams, pageQuery } from '../schemas/fields.js';
import { NewNoteSchema, NotePageSchema, NoteSchema } from '../schemas/note.js';
import { problems } from '../schemas/problem.js';
import { reference } from '../schemas/reference.js';
import { noteView } from '../views/note-view.js';

const tags = ['Notes'];

/** Notes are about comments and about authors, and the same of both. */
const ABOUT = [
  { kind: 'comment', path: '/v1/comments/:id/notes', of: 'Comment' },
  { kind: 'author', path: '/v1/authors/:id/notes', of: 'Author' },
] as const;

const notesAbout =
  ({ kind, path, of }: (typeof ABOUT)[number]): Routes =>
  (app, deps) => {
    const params = idParams(`Our id of the ${kind}, or yours.`);
    app.post(
      path,
      {
        config: { scope: 'moderate' },
        schema: {
          operationId: `add${of}Note`,
          summary: `Leave a note about ${kind === 'author' ? 'an' : 'a'} ${kind}`,
          description: 'For the other moderators. That there is one is on record, not what it says.',
          tags,
          params,
          body: reference(NewNoteSchema),
          response: { 201: reference(NoteSchema), ...problems('invalid_request', 'not_found') },
        },
      },
      async (request, reply) => {
        const caller = callerOf(request);
        const note = await addNote(deps, { caller, kind, ...request.params, ...request.body });
        return reply.code(201).send(noteView(note, caller));
      },
    );
    app.get(
      path,
      {
        config: { scope: 'moderate' },
        schema: {
          operationId: `list${of}Notes`,
          summary: `List the notes about ${kind === 'author' ? 'an' : 'a'} ${kind}`,
          description: 'Newest first.',
          tags,
          params,
          querystring: Type.Object(pageQuery),
          response: {
            200: reference(NotePageSchema),
            ...problems('invalid_request', 'invalid_cursor', 'not_found'),
          },
        },
      },
      async (request) => {
        const caller = callerOf(request);
        const page = pageOfIds(request.query, 'nte');
        const asked = { caller, kind, ...request.params, page };
        const { data, next_cursor } = await listNotes(deps, asked);
        return { data: data.map((note) => noteView(note, caller)), next_cursor };
      },
    );
  };

export const noteRoutes: Routes = (app, deps) => {
  for (const about of ABOUT) notesAbout(about)(app, deps);
  app.delete(
    '/v1/notes/:id',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'deleteNote',
        summary: 'Delete a note',
        description:
          'Whoever wrote it deletes their own; an administrator any. Answers it a last time.',
        tags,
        params: idParams('The id of the note.'),
        response: {
          200: reference(NoteSchema),
          ...problems('forbidden', 'not_found'),
        },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      return noteView(await deleteNote(deps, { caller, ...request.params }), caller);
    },
  );
};

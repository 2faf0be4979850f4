import type { Caller, Deps } from '../deps.js';
import type { Note, NoteObject } from '../domain/note.js';
import { timestamp } from '../domain/time.js';
import { moderator } from './decide-comment.js';
import { noted } from './noting/subject.js';
import { noteAdded } from './recording/acts-of-queue.js';
import { recordActs } from './recording/record-acts.js';
import { requireVisible } from './submitting/checked-submission.js';

export interface AddNoteInput {
  readonly caller: Caller;
  readonly kind: NoteObject;
  /** Of the comment or the author: our id or the CMS's. */
  readonly id: string;
  readonly body: string;
}

/**
 * A moderator tells the others something about a comment or an author. That there is a note is on
 * record; what it says is not.
 *
 * @throws GatepostError `not_found`, `invalid_request` for a blank text.
 */
export async function addNote(
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  { caller, kind, id, body }: AddNoteInput,
): Promise<Note> {
  requireVisible(body, '/body');
  const siteId = caller.site_id;
  return deps.store.transaction(siteId, async (store) => {
    const bound = { ...deps, store };
    const { subject, ...about } = await noted(bound, siteId, { kind, id });
    const note: Note = {
      ...about,
      id: deps.newId('nte'),
      body,
      created_at: timestamp(deps.clock()),
      created_by: caller.name,
      key_id: caller.id,
    };
    await store.notes.insert(siteId, note);
    await recordActs(bound, siteId, [noteAdded(note, subject, moderator(caller))]);
    return note;
  });
}

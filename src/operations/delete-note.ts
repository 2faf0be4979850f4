import type { Caller, Deps } from '../deps.js';
import { permits } from '../domain/api-key.js';
import { GatepostError } from '../domain/errors.js';
import type { Note } from '../domain/note.js';
import { moderator } from './decide-comment.js';
import { noted } from './noting/subject.js';
import { noteDeleted } from './recording/acts-of-queue.js';
import { recordActs } from './recording/record-acts.js';

/**
 * Takes a note away, and answers it a last time: whoever wrote it their own, an administrator any.
 *
 * @throws GatepostError `not_found`, `forbidden` for another's.
 */
export async function deleteNote(
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  { caller, id }: { readonly caller: Caller; readonly id: string },
): Promise<Note> {
  const siteId = caller.site_id;
  return deps.store.transaction(siteId, async (store) => {
    const bound = { ...deps, store };
    const note = await store.notes.get(siteId, id);
    if (note === null) {
      throw new GatepostError('not_found', `There is no note with the id ${JSON.stringify(id)}.`);
    }
    if (note.key_id !== caller.id && !permits(caller.scope, 'admin')) {
      const detail = 'The note is another’s: only they, or a key with the scope "admin", delete it.';
      throw new GatepostError('forbidden', detail);
    }
    const { object_kind: kind, object_id } = note;
    const { subject } = await noted(bound, siteId, { kind, id: object_id });
    await store.notes.remove(siteId, id);
    await recordActs(bound, siteId, [noteDeleted(note, subject, moderator(caller))]);
    return note;
  });
}

import type { Caller, Deps } from '../deps.js';
import type { Note, NoteObject } from '../domain/note.js';
import { type Page, type PageRequest, pageOf } from '../domain/page.js';
import { noted } from './noting/subject.js';

export interface ListNotesInput {
  readonly caller: Caller;
  readonly kind: NoteObject;
  /** Of the comment or the author: our id or the CMS's. */
  readonly id: string;
  readonly page: PageRequest;
}

/**
 * What moderators noted about a comment or an author, newest first.
 *
 * @throws GatepostError `not_found`.
 */
export async function listNotes(
  deps: Pick<Deps, 'store'>,
  { caller, kind, id, page }: ListNotesInput,
): Promise<Page<Note>> {
  const about = await noted(deps, caller.site_id, { kind, id });
  return pageOf(await deps.store.notes.list(caller.site_id, about, page), page.limit);
}

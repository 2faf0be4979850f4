import type { Deps } from '../../deps.js';
import type { Note, NoteObject } from '../../domain/note.js';
import { foundAuthor, foundComment } from '../found.js';
import type { NoteSubject } from '../recording/acts-of-queue.js';

export type NotedObject = Pick<Note, 'object_kind' | 'object_id'>;

/**
 * What a note is about, by our id or the CMS's.
 *
 * @throws GatepostError `not_found`.
 */
export async function noted(
  deps: Pick<Deps, 'store'>,
  siteId: string,
  { kind, id }: { readonly kind: NoteObject; readonly id: string },
): Promise<NotedObject & { readonly subject: NoteSubject }> {
  if (kind === 'author') {
    const author = await foundAuthor(deps, siteId, id);
    const subject = { comment_id: null, author_id: author.id };
    return { object_kind: kind, object_id: author.id, subject };
  }
  const comment = await foundComment(deps, siteId, id);
  const subject = { comment_id: comment.id, author_id: comment.author_id };
  return { object_kind: kind, object_id: comment.id, subject };
}

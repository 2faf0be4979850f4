import type { Deps } from '../../deps.js';
import type { Comment } from '../../domain/comment.js';
import { GatepostError } from '../../domain/errors.js';
import type { Thread } from '../../domain/thread.js';
import { commentOrNull } from '../found.js';

/** The comment that is answered, which must be in the same thread; null for no reply. */
export async function parentOf(
  deps: Pick<Deps, 'store'>,
  siteId: string,
  { thread, parent_id }: { readonly thread: Thread; readonly parent_id: string | null },
): Promise<Comment | null> {
  if (parent_id === null) return null;
  const parent = await commentOrNull(deps, siteId, parent_id);
  if (!parent) {
    throw new GatepostError('parent_not_found', 'No comment of this site has that id.', {
      errors: [{ pointer: '/parent_id', detail: 'does not name a comment' }],
    });
  }
  if (parent.thread_id !== thread.id) {
    throw new GatepostError('parent_in_other_thread', 'A reply stays in the thread it answers.', {
      errors: [{ pointer: '/parent_id', detail: 'names a comment of another thread' }],
    });
  }
  return parent;
}

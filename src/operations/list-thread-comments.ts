import type { Caller, Deps } from '../deps.js';
import { GatepostError } from '../domain/errors.js';
import { type Page, type PageRequest, pageOf } from '../domain/page.js';
import { foundThread } from './found.js';
import type { CommentRecord } from './judging/record.js';

/**
 * What readers may see of a thread: approved comments, oldest first, replies among them.
 *
 * @throws GatepostError `not_found`, `invalid_cursor`.
 */
export async function listThreadComments(
  deps: Pick<Deps, 'store'>,
  input: { readonly caller: Caller; readonly id: string; readonly page: PageRequest },
): Promise<Page<CommentRecord>> {
  const siteId = input.caller.site_id;
  const thread = await foundThread(deps, siteId, input.id);
  const read = await deps.store.comments.listThread(siteId, thread.id, input.page);
  if (read === null) {
    throw new GatepostError('invalid_cursor', 'No comment of this thread has the cursor as its id.');
  }
  const { data, next_cursor } = pageOf(read, input.page.limit);
  const authors = await deps.store.authors.byIds(siteId, [
    ...new Set(data.map((comment) => comment.author_id)),
  ]);
  return {
    data: data.flatMap((comment) => {
      const author = authors.get(comment.author_id);
      return author ? [{ comment, author, thread }] : [];
    }),
    next_cursor,
  };
}

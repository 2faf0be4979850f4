import type { Deps } from '../../deps.js';
import type { Author } from '../../domain/author.js';
import { GatepostError } from '../../domain/errors.js';
import { isWrittenAsOurs } from '../../domain/our-id.js';
import type { Submission } from '../../domain/submission.js';
import type { Thread } from '../../domain/thread.js';

/** What the site knows by the ids of a submission. */
interface Known {
  readonly knownThread: Thread | null;
  readonly knownAuthor: Author | null;
}

/**
 * Refuses a new id of the CMS's that is ours of something else. Ours wins wherever either is taken,
 * so it would never be found by this one: an edit, a withdrawal or a block would hit another.
 *
 * @throws GatepostError `invalid_request`.
 */
export async function refuseOurIds(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
  { external_id, thread, author, knownThread, knownAuthor }: Submission & Known,
): Promise<void> {
  if (external_id !== null && isWrittenAsOurs('cmt', external_id)) {
    if (await store.comments.get(siteId, external_id)) throw taken('/external_id', 'a comment');
  }
  if (knownThread === null && isWrittenAsOurs('thr', thread.external_id)) {
    const other = await store.threads.get(siteId, thread.external_id);
    if (other) throw taken('/thread/external_id', 'a thread');
  }
  const authorId = author.external_id;
  if (knownAuthor === null && authorId !== null && isWrittenAsOurs('aut', authorId)) {
    if (await store.authors.get(siteId, authorId)) throw taken('/author/external_id', 'an author');
  }
}

function taken(pointer: string, what: string): GatepostError {
  return new GatepostError('invalid_request', `${pointer} is our id of ${what}, not yours.`, {
    errors: [{ pointer, detail: `is our id of ${what}; send yours` }],
  });
}

import type { Caller, Deps } from '../deps.js';
import { GatepostError } from '../domain/errors.js';
import { timestamp } from '../domain/time.js';
import type { Warning } from '../domain/warning.js';
import { moderator } from './decide-comment.js';
import { commentOrNull, foundAuthor } from './found.js';
import { warned } from './recording/acts-of-warnings.js';
import { recordActs } from './recording/record-acts.js';

export interface WarnAuthorInput {
  readonly caller: Caller;
  /** Our id of the author or the CMS's. */
  readonly id: string;
  /** For the author to read. */
  readonly message: string;
  /** Our id of a comment of that author or the CMS's; null for none. */
  readonly comment_id: string | null;
}

/**
 * Warns an author; nothing else follows. The CMS learns of it by the event `author.warned`.
 *
 * @throws GatepostError `not_found` for the author, `invalid_request` for a comment that is not
 *   theirs.
 */
export async function warnAuthor(
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  { caller, id, message, comment_id }: WarnAuthorInput,
): Promise<Warning> {
  const siteId = caller.site_id;
  return deps.store.transaction(siteId, async (store) => {
    const bound = { ...deps, store };
    const author = await foundAuthor(bound, siteId, id);
    const comment = comment_id === null ? null : await commentOrNull(bound, siteId, comment_id);
    if (comment_id !== null && comment?.author_id !== author.id) throw notTheirs();
    const warning = {
      id: deps.newId('wrn'),
      author_id: author.id,
      comment_id: comment?.id ?? null,
      message,
      created_at: timestamp(deps.clock()),
      created_by: caller.name,
      key_id: caller.id,
      acknowledged_at: null,
    };
    await store.warnings.insert(siteId, warning);
    await recordActs(bound, siteId, [warned(warning, moderator(caller))]);
    return warning;
  });
}

function notTheirs(): GatepostError {
  return new GatepostError('invalid_request', 'The author has no comment with that id.', {
    errors: [{ pointer: '/comment_id', detail: 'is not a comment of this author' }],
  });
}

import type { Caller, Deps } from '../deps.js';
import { endBlocks, type EndTerms, liftingBy } from './blocking/end-blocks.js';
import { foundAuthor } from './found.js';
import { type AuthorFile, authorFile } from './get-author.js';

export interface UnblockAuthorInput extends EndTerms {
  readonly caller: Caller;
  /** Our id or the CMS's. */
  readonly id: string;
}

export interface AuthorUnblocked extends AuthorFile {
  readonly restored_comments: number;
}

/**
 * Lifts the block on an author and brings back what it alone rejected, unless told not to; nothing
 * happens where there is none. Blocks on their name or addresses stay: they may be meant for others
 * too.
 *
 * @throws GatepostError `not_found`, `too_many_comments`.
 */
export async function unblockAuthor(
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  { caller, id, ...terms }: UnblockAuthorInput,
): Promise<AuthorUnblocked> {
  const siteId = caller.site_id;
  return deps.store.transaction(siteId, async (store) => {
    const bound = { ...deps, store };
    const author = await foundAuthor(bound, siteId, id);
    const same = { kind: 'author', value: author.id } as const;
    const lifted = await store.blocks.liftSame(siteId, same, liftingBy(deps, caller, terms));
    const restored_comments = await endBlocks(bound, caller, { ...terms, lifted });
    return { ...(await authorFile(bound, siteId, author)), restored_comments };
  });
}

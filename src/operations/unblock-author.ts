import type { Caller, Deps } from '../deps.js';
import { timestamp } from '../domain/time.js';
import { moderator } from './decide-comment.js';
import { foundAuthor } from './found.js';
import { type AuthorFile, authorFile } from './get-author.js';
import { unblocked } from './recording/acts.js';
import { recordActs } from './recording/record-acts.js';

/**
 * Lifts the block on an author; nothing happens where there is none. Blocks on their name or
 * addresses stay: they may be meant for others too.
 *
 * @throws GatepostError `not_found`.
 */
export async function unblockAuthor(
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  { caller, id }: { readonly caller: Caller; readonly id: string },
): Promise<AuthorFile> {
  const siteId = caller.site_id;
  return deps.store.transaction(async (store) => {
    const bound = { ...deps, store };
    const author = await foundAuthor(bound, siteId, id);
    const lifted = await store.blocks.liftAuthor(siteId, author.id, {
      at: timestamp(deps.clock()),
      by: caller.name,
    });
    const acts = lifted.map((block) => unblocked(block, moderator(caller)));
    await recordActs(bound, siteId, acts);
    return authorFile(bound, siteId, author);
  });
}

import type { Caller, Deps } from '../deps.js';
import { timestamp } from '../domain/time.js';
import { foundAuthor } from './found.js';
import { type AuthorFile, authorFile } from './get-author.js';

/**
 * Lifts the block on an author; nothing happens where there is none. Blocks on their name or
 * addresses stay: they may be meant for others too.
 *
 * @throws GatepostError `not_found`.
 */
export async function unblockAuthor(
  deps: Pick<Deps, 'store' | 'clock'>,
  { caller, id }: { readonly caller: Caller; readonly id: string },
): Promise<AuthorFile> {
  const siteId = caller.site_id;
  return deps.store.transaction(async (store) => {
    const bound = { ...deps, store };
    const author = await foundAuthor(bound, siteId, id);
    await store.blocks.liftAuthor(siteId, author.id, {
      at: timestamp(deps.clock()),
      by: caller.name,
    });
    return authorFile(bound, siteId, author);
  });
}

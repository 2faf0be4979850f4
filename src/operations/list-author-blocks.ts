import type { Caller, Deps } from '../deps.js';
import type { Block } from '../domain/block.js';
import { type Page, type PageRequest, pageOf } from '../domain/page.js';
import { foundAuthor } from './found.js';

export interface ListAuthorBlocksInput {
  readonly caller: Caller;
  /** Our id of the author or the CMS's. */
  readonly id: string;
  readonly page: PageRequest;
}

/**
 * Every block there ever was on an author, newest first.
 *
 * @throws GatepostError `not_found`.
 */
export async function listAuthorBlocks(
  deps: Pick<Deps, 'store'>,
  { caller, id, page }: ListAuthorBlocksInput,
): Promise<Page<Block>> {
  const author = await foundAuthor(deps, caller.site_id, id);
  const filter = { author_id: author.id };
  return pageOf(await deps.store.blocks.list(caller.site_id, filter, page), page.limit);
}

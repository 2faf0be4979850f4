import type { Caller, Deps } from '../deps.js';
import type { Block, BlockKind } from '../domain/block.js';
import { type Page, type PageRequest, pageOf } from '../domain/page.js';
import { timestamp } from '../domain/time.js';

export interface ListBlocksInput {
  readonly caller: Caller;
  readonly kind: BlockKind | null;
  /** Also those that ended or were lifted. */
  readonly include_past: boolean;
  readonly page: PageRequest;
}

/** A block, with the name of the author whom it is on; null for any other kind. */
export type ListedBlock = Block & { readonly author_name: string | null };

/** The site's blocks, newest first. */
export async function listBlocks(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { caller, kind, include_past, page }: ListBlocksInput,
): Promise<Page<ListedBlock>> {
  const filter = {
    ...(kind !== null && { kind }),
    ...(!include_past && { in_force_at: timestamp(clock()) }),
  };
  const { site_id } = caller;
  const { data, next_cursor } = pageOf(await store.blocks.list(site_id, filter, page), page.limit);
  const ids = data.flatMap((block) => (block.kind === 'author' ? [block.value] : []));
  const authors = await store.authors.byIds(site_id, [...new Set(ids)]);
  const named = (block: Block): ListedBlock => ({
    ...block,
    author_name: block.kind === 'author' ? (authors.get(block.value)?.name ?? null) : null,
  });
  return { data: data.map(named), next_cursor };
}

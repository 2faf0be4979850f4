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

/** The site's blocks, newest first. */
export async function listBlocks(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { caller, kind, include_past, page }: ListBlocksInput,
): Promise<Page<Block>> {
  const filter = {
    ...(kind !== null && { kind }),
    ...(!include_past && { in_force_at: timestamp(clock()) }),
  };
  return pageOf(await store.blocks.list(caller.site_id, filter, page), page.limit);
}

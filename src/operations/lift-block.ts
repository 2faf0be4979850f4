import type { Caller, Deps } from '../deps.js';
import { endBlocks, type EndTerms, liftingBy } from './blocking/end-blocks.js';
import { type BlockFile, blockFile, foundBlock } from './get-block.js';

export interface LiftBlockInput extends EndTerms {
  readonly caller: Caller;
  readonly id: string;
}

export interface BlockLifted extends BlockFile {
  readonly restored_comments: number;
}

/**
 * Ends a block now and brings back what it alone rejected, unless told not to. It stays on record;
 * lifting it again changes nothing. A block that has ended by itself can be lifted too, for what it
 * rejected.
 *
 * @throws GatepostError `not_found`, `too_many_comments`.
 */
export async function liftBlock(
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  { caller, id, ...terms }: LiftBlockInput,
): Promise<BlockLifted> {
  const siteId = caller.site_id;
  return deps.store.transaction(siteId, async (store) => {
    const bound = { ...deps, store };
    const block = await store.blocks.lift(siteId, id, liftingBy(deps, caller, terms));
    const lifted = block === null ? [] : [block];
    const restored_comments = await endBlocks(bound, caller, { ...terms, lifted });
    const file = await blockFile(bound, siteId, block ?? (await foundBlock(bound, siteId, id)));
    return { ...file, restored_comments };
  });
}

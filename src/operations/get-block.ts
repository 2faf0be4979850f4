import type { Caller, Deps } from '../deps.js';
import type { Block } from '../domain/block.js';
import { GatepostError } from '../domain/errors.js';

/** A block and what it keeps down. */
export interface BlockFile {
  readonly block: Block;
  /** Comments that stand rejected because it took them down, and nobody has decided since. */
  readonly rejected_comments: number;
}

/**
 * One block, in force or past: who made it, when and why, and how it ended.
 *
 * @throws GatepostError `not_found`.
 */
export async function getBlock(
  deps: Pick<Deps, 'store'>,
  { caller, id }: { readonly caller: Caller; readonly id: string },
): Promise<BlockFile> {
  return blockFile(deps, caller.site_id, await foundBlock(deps, caller.site_id, id));
}

export async function blockFile(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
  block: Block,
): Promise<BlockFile> {
  return { block, rejected_comments: await store.takeDowns.countStanding(siteId, block.id) };
}

export async function foundBlock(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
  id: string,
): Promise<Block> {
  const block = await store.blocks.get(siteId, id);
  if (block) return block;
  throw new GatepostError('not_found', `There is no block with the id ${JSON.stringify(id)}.`);
}

import type { Caller, Deps } from '../deps.js';
import type { Block } from '../domain/block.js';
import { GatepostError } from '../domain/errors.js';
import { timestamp } from '../domain/time.js';
import { moderator } from './decide-comment.js';
import { unblocked } from './recording/acts.js';
import { recordActs } from './recording/record-acts.js';

/**
 * Ends a block now. It stays on record; lifting it again changes nothing.
 *
 * @throws GatepostError `not_found`.
 */
export async function liftBlock(
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  { caller, id }: { readonly caller: Caller; readonly id: string },
): Promise<Block> {
  return deps.store.transaction(async (store) => {
    const at = timestamp(deps.clock());
    const lifted = await store.blocks.lift(caller.site_id, id, { at, by: caller.name });
    if (lifted) {
      const act = unblocked(lifted, moderator(caller));
      await recordActs({ ...deps, store }, caller.site_id, [act]);
    }
    const block = await store.blocks.get(caller.site_id, id);
    if (block) return block;
    throw new GatepostError('not_found', `There is no block with the id ${JSON.stringify(id)}.`);
  });
}

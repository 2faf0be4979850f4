import type { Caller } from '../../deps.js';
import type { Block } from '../../domain/block.js';
import type { Lifting } from '../../store/block-store.js';
import { timestamp } from '../../domain/time.js';
import { moderator } from '../decide-comment.js';
import type { DecidingDeps } from '../deciding/apply-decision.js';
import { unblocked } from '../recording/acts.js';
import { recordActs } from '../recording/record-acts.js';
import { restoreAfter } from './restore.js';

/** How a moderator ends a block. */
export interface EndTerms {
  readonly reason: string | null;
  /** Bring back what the block alone rejected. */
  readonly restore: boolean;
}

/** The lifting of a block by a moderator, now. */
export function liftingBy(
  deps: Pick<DecidingDeps, 'clock'>,
  caller: Caller,
  { reason }: EndTerms,
): Lifting {
  return { at: timestamp(deps.clock()), by: caller.name, reason, replaced_by: null };
}

/**
 * What follows when blocks were lifted, within the transaction that lifted them. The answer is how
 * many comments came back.
 *
 * @throws GatepostError `too_many_comments`.
 */
export async function endBlocks(
  deps: DecidingDeps,
  caller: Caller,
  { lifted, restore }: Pick<EndTerms, 'restore'> & { readonly lifted: readonly Block[] },
): Promise<number> {
  const actor = moderator(caller);
  let restored = 0;
  for (const block of lifted) {
    await recordActs(deps, caller.site_id, [unblocked(block, actor)]);
    if (restore) restored += await restoreAfter(deps, caller.site_id, { block, actor });
  }
  return restored;
}

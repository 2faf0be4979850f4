import type { Caller, Deps } from '../../deps.js';
import type { Block, BlockKind, BlockMode } from '../../domain/block.js';
import { timestamp } from '../../domain/time.js';
import { moderator } from '../decide-comment.js';
import type { DecidingDeps } from '../deciding/apply-decision.js';
import { blocked, unblocked } from '../recording/acts.js';
import { recordActs } from '../recording/record-acts.js';
import { endOf, type Lasting, newBlock, type Reaching, sinceOf } from './new-block.js';
import { rejectPending, rejectSince } from './take-down.js';

/** What a moderator says of a block, whatever it is on. */
export interface BlockTerms extends Lasting, Reaching {
  readonly mode: BlockMode;
  readonly reason: string;
  readonly note: string | null;
}

/** A value as it is shown, and what identifiers are compared with. */
export interface Target {
  readonly kind: BlockKind;
  readonly value: string;
  readonly start: string;
  readonly end: string;
}

/** The same with the times that follow from it. */
export interface CheckedTerms extends Pick<BlockTerms, 'mode' | 'reason' | 'note'> {
  readonly until: string | null;
  readonly since: string | null;
}

/** @throws GatepostError `invalid_date`, `invalid_request`. */
export function checkedTerms(deps: Pick<Deps, 'clock'>, terms: BlockTerms): CheckedTerms {
  const { mode, reason, note } = terms;
  return { mode, reason, note, until: endOf(deps, terms), since: sinceOf(deps, terms) };
}

export interface Raised {
  readonly block: Block;
  readonly rejected_comments: number;
}

/**
 * Puts a block in force, within the caller's transaction: what is in force on the same value makes
 * room for it, and what the block is to reject is rejected.
 *
 * @throws GatepostError `too_many_comments`.
 */
export async function raiseBlock(
  deps: DecidingDeps,
  caller: Caller,
  on: {
    readonly target: Target;
    readonly terms: CheckedTerms;
    readonly reject_pending: boolean;
  },
): Promise<Raised> {
  const { kind, value, start, end } = on.target;
  const { since, ...terms } = on.terms;
  const siteId = caller.site_id;
  const actor = moderator(caller);
  const block = newBlock(deps, actor, { kind, value, ...terms });
  const lifting = {
    at: timestamp(deps.clock()),
    by: caller.name,
    reason: null,
    replaced_by: block.id,
  };
  const replaced = await deps.store.blocks.liftSame(siteId, { kind, value }, lifting);
  await deps.store.blocks.insert(siteId, block, { start, end });
  await recordActs(deps, siteId, [
    ...replaced.map((each) => unblocked(each, actor)),
    blocked(block, actor),
  ]);
  const blocking = { caller, block, range: { start, end } };
  const pending = on.reject_pending ? await rejectPending(deps, blocking) : 0;
  const since_then = since === null ? 0 : await rejectSince(deps, blocking, since);
  return { block, rejected_comments: pending + since_then };
}

import type { Caller, Deps } from '../../deps.js';
import type { Block } from '../../domain/block.js';
import { GatepostError } from '../../domain/errors.js';
import { timestamp } from '../../domain/time.js';

/** A block in force from now on, made by the key's holder. */
export function newBlock(
  deps: Pick<Deps, 'newId' | 'clock'>,
  caller: Caller,
  said: Pick<Block, 'kind' | 'value' | 'mode' | 'reason' | 'until'>,
): Block {
  return {
    ...said,
    id: deps.newId('blk'),
    created_at: timestamp(deps.clock()),
    created_by: caller.name,
    lifted_at: null,
    lifted_by: null,
    raised_by: 'moderator',
  };
}

/**
 * The end of a block in the form in which it is stored.
 *
 * @throws GatepostError `invalid_date` unless it lies ahead and before the year 10000.
 */
export function checkedUntil(deps: Pick<Deps, 'clock'>, until: string): string {
  const milliseconds = Date.parse(until);
  if (milliseconds > deps.clock() && new Date(milliseconds).getUTCFullYear() < 10_000) {
    return timestamp(milliseconds);
  }
  throw new GatepostError('invalid_date', 'A block must end in the future.', {
    errors: [{ pointer: '/until', detail: 'is not an RFC 3339 time in the future' }],
  });
}

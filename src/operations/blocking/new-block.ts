import type { Deps } from '../../deps.js';
import type { Block } from '../../domain/block.js';
import type { Actor } from '../../domain/decision.js';
import { GatepostError } from '../../domain/errors.js';
import { inUtc, millisecondsOf, secondsBefore, timestamp } from '../../domain/time.js';

const SECONDS_PER_DAY = 86_400;
const SECONDS_PER_HOUR = 3_600;

/** A block in force from now on. */
export function newBlock(
  deps: Pick<Deps, 'newId' | 'clock'>,
  by: Actor,
  said: Pick<Block, 'kind' | 'value' | 'mode' | 'reason' | 'until' | 'note'>,
): Block {
  return {
    ...said,
    id: deps.newId('blk'),
    created_at: timestamp(deps.clock()),
    created_by: by.name,
    lifted_at: null,
    lifted_by: null,
    lift_reason: null,
    replaced_by: null,
    raised_by: by.kind === 'system' ? 'policy' : 'moderator',
  };
}

/** How long a block lasts: until a time, for so many days, or for good when both are null. */
export interface Lasting {
  /** RFC 3339. */
  readonly until: string | null;
  readonly days: number | null;
}

/**
 * The end of a block in the form in which it is stored; null for none.
 *
 * @throws GatepostError `invalid_date` unless it lies ahead and before the year 10000,
 *   `invalid_request` where it is said in both ways.
 */
export function endOf(deps: Pick<Deps, 'clock'>, { until, days }: Lasting): string | null {
  refuseBoth({ until, days });
  if (days !== null) return secondsBefore(timestamp(deps.clock()), -days * SECONDS_PER_DAY);
  if (until === null) return null;
  const milliseconds = millisecondsOf(until);
  if (milliseconds > deps.clock() && new Date(milliseconds).getUTCFullYear() < 10_000) {
    return timestamp(milliseconds);
  }
  throw new GatepostError('invalid_date', 'A block must end in the future.', {
    errors: [{ pointer: '/until', detail: 'is not an RFC 3339 time in the future' }],
  });
}

/** How far a block reaches back: to a time, so many hours, or not at all when both are null. */
export interface Reaching {
  /** RFC 3339. */
  readonly reject_since: string | null;
  readonly reject_hours: number | null;
}

/**
 * Since when a block rejects what came in; null for not at all.
 *
 * @throws GatepostError `invalid_date` unless it lies behind, `invalid_request` where it is said in
 *   both ways.
 */
export function sinceOf(
  deps: Pick<Deps, 'clock'>,
  { reject_since, reject_hours }: Reaching,
): string | null {
  refuseBoth({ reject_since, reject_hours });
  const now = timestamp(deps.clock());
  if (reject_hours !== null) return secondsBefore(now, reject_hours * SECONDS_PER_HOUR);
  if (reject_since === null) return null;
  const since = inUtc(reject_since);
  // A year before 0 or after 9999 is written longer, and sorts wrongly as text.
  if (since.length === now.length && since <= now) return since;
  throw new GatepostError('invalid_date', 'Comments can only be rejected since a time past.', {
    errors: [{ pointer: '/reject_since', detail: 'is not an RFC 3339 time in the past' }],
  });
}

function refuseBoth(said: Lasting | Reaching): void {
  const [one = '', other = ''] = Object.keys(said);
  if (Object.values(said).some((value) => value === null)) return;
  throw new GatepostError('invalid_request', `Send ${one} or ${other}, not both.`, {
    errors: [{ pointer: `/${other}`, detail: `says the same as ${one}, in another way` }],
  });
}

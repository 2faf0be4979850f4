import type { Block } from '../../domain/block.js';
import { type Decision, SYSTEM } from '../../domain/decision.js';
import type { Policy } from '../../domain/policy.js';
import { secondsBefore, timestamp } from '../../domain/time.js';
import { POLICY_BLOCK_DAYS_MAX, REPEATED_BLOCK_DAYS } from '../../limits.js';
import { deskSettings } from '../../moderation/policy/desk/settings.js';
import type { DecidingDeps } from '../deciding/apply-decision.js';
import { blocked } from '../recording/acts.js';
import { recordActs } from '../recording/record-acts.js';
import { newBlock } from './new-block.js';

const SECONDS_PER_DAY = 86_400;

/**
 * Blocks the author of a rejected comment where that is the strike at which the policy says so,
 * within the transaction that rejects it. Null where nothing follows: the policy blocks nobody, the
 * author has fewer strikes, or is blocked already. Costs nothing where the policy blocks nobody.
 */
export async function strikeOut(
  deps: DecidingDeps,
  siteId: string,
  on: {
    readonly author_id: string;
    /** The decision that was just stored. */
    readonly decision: Decision;
    readonly policy: Pick<Policy, 'document'>;
  },
): Promise<Block | null> {
  const settings = deskSettings(on.policy.document, 'strikes');
  const { author_id, decision } = on;
  if (settings.block_at === 0 || decision.action !== 'reject') return null;
  if (decision.block_id !== null || decision.shadow) return null;
  const now = timestamp(deps.clock());
  const { blocks, standing } = deps.store;
  if ((await blocks.authorsBlocked(siteId, [author_id], now)).has(author_id)) return null;
  const since = secondsBefore(now, settings.expire_after_days * SECONDS_PER_DAY);
  const strikes = await standing.strikes(siteId, author_id, since);
  // Of a rejection that is no strike, nothing follows, however many there are.
  if (!strikes.some((strike) => strike.decision_id === decision.id)) return null;
  if (strikes.length < settings.block_at) return null;
  const year = secondsBefore(now, REPEATED_BLOCK_DAYS * SECONDS_PER_DAY);
  const earlier = await blocks.countByPolicy(siteId, author_id, year);
  const days = Math.min(
    settings.block_days * settings.repeat_factor ** earlier,
    POLICY_BLOCK_DAYS_MAX,
  );
  const block = newBlock(deps, SYSTEM, {
    kind: 'author',
    value: author_id,
    mode: 'reject',
    reason: `${strikes.length} strikes within ${settings.expire_after_days} days`,
    until: secondsBefore(now, -days * SECONDS_PER_DAY),
    note: null,
  });
  await blocks.insert(siteId, block, { start: author_id, end: author_id });
  await recordActs(deps, siteId, [blocked(block, SYSTEM)]);
  return block;
}

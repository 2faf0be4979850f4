import type { Caller, Deps } from '../deps.js';
import { BLOCK_MODES, BLOCK_RAISERS, type BlockMode, type BlockRaiser } from '../domain/block.js';
import { GatepostError } from '../domain/errors.js';
import { secondsBetween, timestamp } from '../domain/time.js';
import { REPLAY_SLICE_MILLISECONDS } from '../limits.js';
import { TRANSPARENCY_PERIOD_DAYS_MAX } from '../limits/desk.js';
import type { Within } from '../store/statement-store.js';
import type { CountedBlocks } from '../store/transparency-store.js';
import { paceOf } from './replaying/pace.js';
import { checkedPeriod } from './replaying/period.js';
import {
  type CountedAppeals,
  type CountedNotices,
  countAppeals,
  countNotices,
} from './transparency/count-answers.js';
import { type CountedRejections, countRejections } from './transparency/count-rejections.js';
import { type CountedReviews, countReviews } from './transparency/count-reviews.js';

export interface TransparencyReport extends CountedReviews {
  readonly from: string;
  readonly to: string;
  readonly rejections: CountedRejections;
  readonly blocks: {
    readonly total: number;
    readonly for_good: number;
    readonly by_mode: Readonly<Record<BlockMode, number>>;
    readonly by_raiser: Readonly<Record<BlockRaiser, number>>;
  };
  readonly notices: CountedNotices;
  readonly appeals: CountedAppeals;
}

const SECONDS_PER_DAY = 86_400;

/**
 * What was decided within a time, in numbers, counted from the record: it is right also for what
 * was decided before this report was asked for first. `from` is inclusive, `to` exclusive.
 *
 * @throws GatepostError `invalid_date`, also for more than `TRANSPARENCY_PERIOD_DAYS_MAX` days.
 */
export async function getTransparencyReport(
  deps: Pick<Deps, 'store' | 'clock' | 'stopwatch'>,
  { caller, ...asked }: { readonly caller: Caller; readonly from: string; readonly to: string },
): Promise<TransparencyReport> {
  const siteId = caller.site_id;
  const within = reportPeriod(deps, asked);
  const pace = paceOf(deps, REPLAY_SLICE_MILLISECONDS);
  return {
    ...within,
    rejections: await countRejections(deps, siteId, { within, pace }),
    ...(await countReviews(deps, siteId, { within, pace })),
    blocks: countedBlocks(await deps.store.transparency.blocks(siteId, within)),
    notices: await countNotices(deps, siteId, within),
    appeals: await countAppeals(deps, siteId, within),
  };
}

function reportPeriod({ clock }: Pick<Deps, 'clock'>, asked: Within): Within {
  const { from, to } = checkedPeriod(asked);
  const within = { from: from ?? timestamp(0), to: to ?? timestamp(clock()) };
  const days = secondsBetween(within.from, within.to) / SECONDS_PER_DAY;
  if (days <= TRANSPARENCY_PERIOD_DAYS_MAX) return within;
  const detail = `must be no more than ${TRANSPARENCY_PERIOD_DAYS_MAX} days after from`;
  throw new GatepostError('invalid_date', `to ${detail}.`, {
    errors: [{ pointer: '/to', detail }],
  });
}

function countedBlocks(groups: readonly CountedBlocks[]): TransparencyReport['blocks'] {
  const sum = (of: readonly CountedBlocks[]) => of.reduce((total, { count }) => total + count, 0);
  const by = <T extends string>(names: readonly T[], is: (group: CountedBlocks) => T) =>
    Object.fromEntries(
      names.map((name) => [name, sum(groups.filter((group) => is(group) === name))]),
    ) as Record<T, number>;
  return {
    total: sum(groups),
    for_good: sum(groups.filter(({ for_good }) => for_good)),
    by_mode: by(BLOCK_MODES, ({ mode }) => mode),
    by_raiser: by(BLOCK_RAISERS, ({ raised_by }) => raised_by),
  };
}

import type { Caller, Deps } from '../deps.js';
import { GatepostError } from '../domain/errors.js';
import { secondsBefore, secondsBetween, timestamp } from '../domain/time.js';
import { REPLAY_SLICE_MILLISECONDS } from '../limits.js';
import { STATISTICS_DAYS_DEFAULT, STATISTICS_DAYS_MAX } from '../limits/transfer.js';
import { listPolicyRules, type MeasuredRule } from './list-policy-rules.js';
import { type Group, groups, ordered, type StatisticGroup } from './measuring/groups.js';
import { readInto, readWaiting, type Waiting } from './measuring/read.js';
import type { Counts } from './measuring/tally.js';
import { paceOf } from './replaying/pace.js';
import { checkedPeriod } from './replaying/period.js';

export interface GetStatisticsInput {
  readonly caller: Caller;
  /** RFC 3339; null for `STATISTICS_DAYS_DEFAULT` days before `to`. */
  readonly from: string | null;
  /** Null for now. */
  readonly to: string | null;
  readonly group: StatisticGroup;
  /** An IANA name; days begin at its midnight. */
  readonly timezone: string;
  /** How many groups that are no days are answered at most. */
  readonly limit: number;
}

export interface Statistics {
  readonly from: string;
  readonly to: string;
  readonly group: StatisticGroup;
  readonly timezone: string;
  readonly total: Counts;
  /** What waits for a person now, whatever the period. */
  readonly queue: Waiting;
  /** Days in their order, or the groups where most happened. */
  readonly data: readonly Group[];
  /** How many groups there are. */
  readonly group_count: number;
  /** For the group `rule`: every rule with its precision; else null. */
  readonly rules: readonly MeasuredRule[] | null;
}

const SECONDS_PER_DAY = 86_400;

/**
 * What happened on a site within a period, counted from the rows of its record: each thing counts
 * when it happened. Read in pages, so that nobody waits for it but the caller.
 *
 * @throws GatepostError `invalid_date`, also for a period longer than `STATISTICS_DAYS_MAX` days;
 *   `invalid_request` for a time zone that is none.
 */
export async function getStatistics(
  deps: Pick<Deps, 'store' | 'clock' | 'stopwatch'>,
  { caller, group, timezone, limit, ...asked }: GetStatisticsInput,
): Promise<Statistics> {
  const { from, to } = measuredPeriod(deps, asked);
  refuseUnknownZone(timezone);
  const pace = paceOf(deps, REPLAY_SLICE_MILLISECONDS);
  const site_id = caller.site_id;
  const into = groups();
  await readInto(deps, { site_id, from, to, group, timezone, pace }, into);
  const now = timestamp(deps.clock());
  const queue = await readWaiting(deps, { site_id, pace, now });
  const all = ordered(into.all(), group);
  const shown = group === 'day' ? all : all.slice(0, limit);
  const rules = group === 'rule' ? (await listPolicyRules(deps, { caller, from, to })).data : null;
  return {
    from,
    to,
    group,
    timezone,
    total: into.total.counts(),
    queue,
    data: group === 'thread' ? await titled(deps, site_id, shown) : shown,
    group_count: all.length,
    rules,
  };
}

function measuredPeriod(
  { clock }: Pick<Deps, 'clock'>,
  asked: Pick<GetStatisticsInput, 'from' | 'to'>,
): { readonly from: string; readonly to: string } {
  // What happened in this very millisecond is within "until now".
  const end = asked.to ?? timestamp(clock() + 1);
  const begin = checkedPeriod({ from: null, to: end }).to ?? end;
  const start = asked.from ?? secondsBefore(begin, STATISTICS_DAYS_DEFAULT * SECONDS_PER_DAY);
  const { from, to } = checkedPeriod({ from: start, to: end });
  if (from === null || to === null) throw new Error('a period with two bounds lost one of them');
  if (secondsBetween(from, to) <= STATISTICS_DAYS_MAX * SECONDS_PER_DAY) return { from, to };
  const detail = `must be at most ${STATISTICS_DAYS_MAX} days before to`;
  throw new GatepostError('invalid_date', `from ${detail}.`, {
    errors: [{ pointer: '/from', detail }],
  });
}

function refuseUnknownZone(timezone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone });
  } catch {
    throw new GatepostError('invalid_request', 'There is no such time zone.', {
      errors: [{ pointer: '/timezone', detail: 'is not an IANA name such as Europe/Vienna' }],
    });
  }
}

/** Threads by the names that people know them by. */
async function titled(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
  threads: readonly Group[],
): Promise<readonly Group[]> {
  const ids = threads.flatMap(({ key }) => (key === null ? [] : [key]));
  const titles = await store.statistics.titles(siteId, ids);
  return threads.map((each) => ({ ...each, name: titles.get(each.key ?? '') ?? null }));
}

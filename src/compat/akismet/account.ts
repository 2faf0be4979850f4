import type { Caller } from '../../deps.js';
import { timestamp } from '../../domain/time.js';
import { STATISTICS_DAYS_MAX } from '../../limits/transfer.js';
import { getStatistics } from '../../operations/get-statistics.js';
import type { FrontDeps } from '../front.js';

/** What a client shows of its account: there is one, it costs nothing and has no limit. */
export const SUBSCRIPTION = {
  account_id: 1,
  account_name: 'Gatepost',
  account_type: 'self-hosted',
  status: 'active',
  next_billing_date: null,
  limit_reached: false,
};

/** Counted on the site of the key, from whichever side the comments came. */
export interface Sums {
  readonly spam: number;
  readonly ham: number;
  readonly missed_spam: number;
  readonly false_positives: number;
}

const DAY_MILLISECONDS = 86_400_000;

/** As many days as a client names by `from`; all of them is as far back as is counted. */
const DAYS: Readonly<Record<string, number>> = { '60-days': 60, '6-months': 183 };

/** Of the last days, as `from` has it: `60-days`, `6-months` or `all`. */
export async function statsOf(deps: FrontDeps, caller: Caller, from: string) {
  const days = DAYS[from] ?? STATISTICS_DAYS_MAX;
  // This very millisecond is within it. Both ends by one look at the clock, since a period of a
  // moment more than the longest is refused.
  const end = deps.clock() + 1;
  const sums = await sumsBetween(deps, caller, {
    from: timestamp(end - days * DAY_MILLISECONDS),
    to: timestamp(end),
  });
  const all = sums.spam + sums.ham;
  const wrong = sums.missed_spam + sums.false_positives;
  const right = all === 0 ? 100 : Math.max(0, 100 * (1 - wrong / all));
  return { ...sums, accuracy: Math.round(right * 100) / 100, time_saved: 0, breakdown: {} };
}

/** Of a month such as `2026-11`; null for what is no month that has begun. */
export async function monthOf(
  deps: FrontDeps,
  caller: Caller,
  month: string,
): Promise<Sums | null> {
  const from = `${month}-01T00:00:00.000Z`;
  const begun = /^\d{4}-(?:0[1-9]|1[0-2])$/u.test(month) && Date.parse(from) <= deps.clock();
  if (!begun) return null;
  const next = new Date(from);
  next.setUTCMonth(next.getUTCMonth() + 1);
  const ended = next.getTime() <= deps.clock();
  return sumsBetween(deps, caller, { from, to: ended ? timestamp(next.getTime()) : null });
}

/** This month, in UTC. */
export function thisMonth({ clock }: Pick<FrontDeps, 'clock'>): string {
  return timestamp(clock()).slice(0, '2026-11'.length);
}

async function sumsBetween(
  deps: FrontDeps,
  caller: Caller,
  period: { readonly from: string; readonly to: string | null },
): Promise<Sums> {
  const { total } = await getStatistics(deps, {
    caller,
    ...period,
    group: 'day',
    timezone: 'UTC',
    limit: 1,
  });
  return {
    spam: total.engine.held + total.engine.rejected,
    ham: total.engine.approved,
    missed_spam: total.turned.down,
    false_positives: total.turned.back,
  };
}

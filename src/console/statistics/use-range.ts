import { useMemo } from 'preact/hooks';
import { useSearchParams } from 'wouter-preact';

import { serviceNow } from '../api/service-time.js';
import { dayIn, daysBefore, midnight } from './days.js';

export const LENGTHS = [7, 30, 90, 365] as const;

/** The time that is looked at, in days of a zone. */
export interface Range {
  readonly zone: string;
  /** So many days until today; null for dates of one's own. */
  readonly days: number | null;
  /** The first and the last day, as 2026-11-23. */
  readonly first: string;
  readonly last: string;
  /** RFC 3339, as the service is asked for it. */
  readonly from: string;
  readonly to: string;
}

type Change = Partial<Record<'days' | 'first' | 'last' | 'zone' | 'group', string>>;

const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const DAYS_MAX = 366;

/** In the address bar, so that a colleague sees the same. */
export function useRange(): readonly [Range, (change: Change) => void] {
  const [search, setSearch] = useSearchParams();
  const asked = {
    zone: zoneOf(search.get('zone')),
    days: Number(search.get('days') ?? ''),
    first: search.get('first') ?? '',
    last: search.get('last') ?? '',
  };
  const range = useMemo(() => rangeOf(asked), Object.values(asked));
  const put = (change: Change): void =>
    setSearch(
      (before) => {
        for (const [name, value] of Object.entries(change)) {
          if (value === '') before.delete(name);
          else before.set(name, value);
        }
        return before;
      },
      { replace: true },
    );
  return [range, put];
}

interface Asked {
  readonly zone: string;
  readonly days: number;
  readonly first: string;
  readonly last: string;
}

function rangeOf({ zone, days: asked, ...given }: Asked): Range {
  const today = dayIn(zone, serviceNow());
  if (DAY.test(given.first) && DAY.test(given.last)) {
    const earliest = daysBefore(given.last, DAYS_MAX - 1);
    const first = given.first > given.last ? given.last : given.first;
    return spanning(zone, null, { first: first < earliest ? earliest : first, last: given.last });
  }
  const days = LENGTHS.find((each) => each === asked) ?? 30;
  return spanning(zone, days, { first: daysBefore(today, days - 1), last: today });
}

function spanning(zone: string, days: number | null, between: Pick<Range, 'first' | 'last'>): Range {
  return {
    zone,
    days,
    ...between,
    from: midnight(between.first, zone),
    to: midnight(daysBefore(between.last, -1), zone),
  };
}

/** The zone that is asked for, if it is one; else this browser's. */
function zoneOf(asked: string | null): string {
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (asked === null) return own;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: asked }).resolvedOptions().timeZone;
  } catch {
    // Somebody wrote an address by hand.
    return own;
  }
}

import { STATISTICS_GROUPS_MAX } from '../../limits/transfer.js';
import type { Where } from '../../store/statistics-store.js';
import { type Counts, tally, type Tally } from './tally.js';

export const STATISTIC_GROUPS = ['day', 'thread', 'section', 'standard', 'moderator', 'rule'] as const;
export type StatisticGroup = (typeof STATISTIC_GROUPS)[number];

export interface Group extends Counts {
  /** A date, an id, a standard; null for threads of no section. */
  readonly key: string | null;
  /** What people call it, where that is not the key. */
  readonly name: string | null;
}

/** Something that happened, as far as groups are told apart by it. */
export interface Happened extends Where {
  readonly time: string;
}

/** Tallies by group, and one over all. */
export interface Groups {
  readonly total: Tally;
  /** The tallies that count what happened, beside the total; none for a group too many. */
  of(keys: readonly (string | null)[]): readonly Tally[];
  name(key: string | null, name: string): void;
  /** Every group there is. */
  all(): readonly Group[];
}

export function groups(): Groups {
  const known = new Map<string | null, Tally>();
  const names = new Map<string | null, string>();
  return {
    total: tally(),
    of: (keys) =>
      keys.flatMap((key) => {
        const found = known.get(key);
        if (found !== undefined) return [found];
        if (known.size >= STATISTICS_GROUPS_MAX) return [];
        const fresh = tally();
        known.set(key, fresh);
        return [fresh];
      }),
    name: (key, name) => {
      if (known.has(key)) names.set(key, name);
    },
    all: () =>
      [...known].map(([key, each]) => ({
        key,
        name: names.get(key) ?? null,
        ...each.counts(),
      })),
  };
}

/** The day of a time in a zone, as 2026-11-23. Times come in order: each minute is asked once. */
export function dayIn(zone: string): (time: string) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  let minute = '';
  let day = '';
  return (time) => {
    const asked = time.slice(0, 'yyyy-mm-ddThh:mm'.length);
    if (asked !== minute) {
      minute = asked;
      day = format.format(Date.parse(time));
    }
    return day;
  };
}

/** Days in their order; everything else by how much happened there, most first. */
export function ordered(all: readonly Group[], by: StatisticGroup): readonly Group[] {
  return all.toSorted((a, b) => {
    const more = by === 'day' ? 0 : weight(b) - weight(a);
    if (more !== 0) return more;
    return (a.key ?? '') < (b.key ?? '') ? -1 : 1;
  });
}

function weight({ submitted, people, reported, engine }: Group): number {
  const judged = engine.approved + engine.held + engine.rejected;
  return submitted + judged + people.approved + people.held + people.rejected + reported;
}

import type { Deps } from '../../deps.js';
import { secondsBetween } from '../../domain/time.js';
import { quantiles } from '../../domain/quantiles.js';
import { STATISTICS_PAGE } from '../../limits/transfer.js';
import type {
  AppealResolved,
  StatisticsPage,
  StatisticsPlace,
  StatisticsStore,
  WasDecided,
} from '../../store/statistics-store.js';
import type { Pace } from '../replaying/pace.js';
import { dayIn, type Groups, type Happened, type StatisticGroup } from './groups.js';
import { type Duration, overturnsColleague } from './tally.js';

export interface Reading {
  readonly site_id: string;
  readonly from: string;
  readonly to: string;
  readonly group: StatisticGroup;
  readonly timezone: string;
  readonly pace: Pace;
}

type Needs = Pick<Deps, 'store'>;

/** Reads a period of the record into groups. */
export async function readInto(deps: Needs, reading: Reading, into: Groups): Promise<void> {
  const { statistics } = deps.store;
  const keysOf = keys(deps, reading);
  await walk(reading, statistics.cameIn, async (rows) => {
    const known = await keysOf(rows);
    rows.forEach((_, at) => {
      for (const each of [into.total, ...into.of(known[at] ?? [])]) each.cameIn();
    });
  });
  await walk(reading, statistics.reported, async (rows) => {
    const known = await keysOf(rows);
    rows.forEach((_, at) => {
      for (const each of [into.total, ...into.of(known[at] ?? [])]) each.wasReported();
    });
  });
  await walk(reading, statistics.appealed, async (rows) => {
    const known = await keysOf(rows);
    rows.forEach((_, at) => {
      for (const each of [into.total, ...into.of(known[at] ?? [])]) each.appealed('filed');
    });
  });
  await walk(reading, statistics.appealsResolved, async (rows) => {
    const known = await keysOf(rows);
    rows.forEach((row, at) => resolved(row, known[at] ?? [], { into, reading }));
  });
  await walk(reading, statistics.decided, async (rows) => {
    const known = await keysOf(rows);
    rows.forEach((row, at) => count(row, known[at] ?? [], { into, reading }));
  });
}

function count(
  row: WasDecided,
  known: readonly (string | null)[],
  { into, reading }: { readonly into: Groups; readonly reading: Reading },
): void {
  const { actor_kind, actor_id, actor_name, before, standard } = row;
  const overturned = overturnsColleague(row);
  if (overturned) into.total.wasOverturned();
  into.total.decided(row);
  if (reading.group === 'moderator') {
    if (actor_kind !== 'moderator') return;
    for (const each of into.of([actor_id])) each.decided(row);
    into.name(actor_id, actor_name);
    if (!overturned || before === null) return;
    for (const each of into.of([before.actor_id])) each.wasOverturned();
    into.name(before.actor_id, before.actor_name);
    return;
  }
  const said = reading.group === 'standard' && standard !== null ? [standard] : [];
  for (const each of into.of([...new Set([...known, ...said])])) {
    each.decided(row);
    if (overturned) each.wasOverturned();
  }
}

/** With moderators it counts with the one who answered. */
function resolved(
  { status, actor_id, actor_name }: AppealResolved,
  known: readonly (string | null)[],
  { into, reading }: { readonly into: Groups; readonly reading: Reading },
): void {
  const keysHere = reading.group === 'moderator' ? [actor_id] : known;
  for (const each of [into.total, ...into.of(keysHere)]) each.appealed(status);
  if (reading.group === 'moderator') into.name(actor_id, actor_name);
}

type About = Happened & { readonly comment_id: string };

/** The groups that each of some rows belongs to. Of moderators only decisions tell. */
function keys(
  { store }: Needs,
  { site_id, group, timezone }: Reading,
): (rows: readonly About[]) => Promise<readonly (readonly (string | null)[])[]> {
  const day = dayIn(timezone);
  return async (rows) => {
    if (group === 'day') return rows.map(({ time }) => [day(time)]);
    if (group === 'thread') return rows.map(({ thread_id }) => [thread_id]);
    if (group === 'section') return rows.map(({ section }) => [section]);
    if (group !== 'standard') return [];
    const ids = [...new Set(rows.map(({ comment_id }) => comment_id))];
    const found = new Map<string, string[]>();
    for (const { comment_id, standard } of await store.statistics.standardsOf(site_id, ids)) {
      found.set(comment_id, [...(found.get(comment_id) ?? []), standard]);
    }
    return rows.map(({ comment_id }) => found.get(comment_id) ?? []);
  };
}

/** Every page of a period; between two of them everybody else has their turn. */
async function walk<T extends StatisticsPlace>(
  { site_id, from, to, pace, group }: Reading,
  read: (siteId: string, page: StatisticsPage) => Promise<readonly T[]>,
  take: (rows: readonly T[]) => Promise<void>,
): Promise<void> {
  const places = group === 'thread' || group === 'section';
  let after: StatisticsPlace | null = null;
  for (;;) {
    const page = { from, to, after, limit: STATISTICS_PAGE, places };
    const rows: readonly T[] = await read(site_id, page);
    await take(rows);
    await pace.giveWay();
    if (rows.length < STATISTICS_PAGE) return;
    after = rows.at(-1) ?? null;
  }
}

export interface Waiting extends Duration {
  readonly oldest_seconds: number | null;
  /** How many have waited how long, in steps from the shortest; together they are `count`. */
  readonly ages: readonly AgeStep[];
}

export interface AgeStep {
  /** What is in it has waited less, and as long as the step before says or longer; null: any. */
  readonly below_seconds: number | null;
  readonly count: number;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** As people speak of waiting. */
const AGE_STEPS = [5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, DAY, 3 * DAY, 7 * DAY, null];

/** How long what waits for a person has waited by now. */
export async function readWaiting(
  { store }: { readonly store: { readonly statistics: Pick<StatisticsStore, 'waiting'> } },
  { site_id, pace, now }: Pick<Reading, 'site_id' | 'pace'> & { readonly now: string },
): Promise<Waiting> {
  const ages = quantiles();
  const steps = AGE_STEPS.map((below_seconds) => ({ below_seconds, count: 0 }));
  let oldest: string | null = null;
  let after = '';
  for (;;) {
    const page = { after, limit: STATISTICS_PAGE };
    const rows = await store.statistics.waiting(site_id, page);
    for (const { since } of rows) {
      const age = Math.max(0, secondsBetween(since, now));
      ages.add(age);
      const step = steps.find(({ below_seconds }) => age < (below_seconds ?? Infinity));
      if (step !== undefined) step.count += 1;
      if (oldest === null || since < oldest) oldest = since;
    }
    await pace.giveWay();
    if (rows.length < STATISTICS_PAGE) break;
    after = rows.at(-1)?.id ?? '';
  }
  return {
    count: ages.count,
    p50_seconds: ages.at(0.5),
    p95_seconds: ages.at(0.95),
    oldest_seconds: oldest === null ? null : Math.round(secondsBetween(oldest, now)),
    ages: steps,
  };
}

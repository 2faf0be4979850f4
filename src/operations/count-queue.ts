import type { Caller, Deps } from '../deps.js';
import type { ReportReason } from '../domain/report.js';
import type { Standard } from '../domain/standard.js';
import { timestamp } from '../domain/time.js';
import { QUEUE_COUNT_STEP } from '../limits/desk.js';
import type { SectionCount } from '../store/queue-counts.js';
import { giveWay } from './replaying/pace.js';

export interface QueueCount {
  readonly pending: {
    readonly count: number;
    readonly oldest_at: string | null;
    /** A comment counts for each standard that something in it may break. */
    readonly by_standard: readonly { readonly standard: Standard; readonly count: number }[];
    readonly by_section: readonly SectionCount[];
  };
  readonly reported: {
    readonly count: number;
    /** Of those, seen by readers; the others are pending as well. */
    readonly visible: number;
    readonly oldest_at: string | null;
    readonly by_reason: readonly { readonly reason: ReportReason; readonly count: number }[];
    readonly by_section: readonly SectionCount[];
  };
}

/**
 * How much waits, counted from the rows: in steps, between which others have their turn, so that
 * what changes meanwhile may or may not be in it.
 */
export async function countQueue(
  deps: Pick<Deps, 'store'>,
  { caller }: { readonly caller: Caller },
): Promise<QueueCount> {
  const siteId = caller.site_id;
  const reported = await deps.store.queue.countReported(siteId);
  const inSections = [...reported.sections].sort(most);
  const sum = (of: (each: (typeof inSections)[number]) => number): number =>
    inSections.reduce((total, each) => total + of(each), 0);
  return {
    pending: await countPending(deps, siteId),
    reported: {
      count: sum(({ count }) => count),
      visible: sum(({ visible }) => visible),
      oldest_at: reported.oldest,
      by_reason: [...reported.reasons].sort(most),
      by_section: inSections.map(({ section, count }) => ({ section, count })),
    },
  };
}

type Counted = { readonly count: number } & (
  | { readonly section: string | null }
  | { readonly standard: string }
  | { readonly reason: string }
);

/** Most first; of as many each, by name, because a database gives groups in any order. */
function most(a: Counted, b: Counted): number {
  if (a.count !== b.count) return b.count - a.count;
  return nameOf(a) < nameOf(b) ? -1 : 1;
}

function nameOf(counted: Counted): string {
  if ('section' in counted) return counted.section ?? '';
  return 'standard' in counted ? counted.standard : counted.reason;
}

async function countPending(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
): Promise<QueueCount['pending']> {
  const sections = new Map<string | null, number>();
  const standards = new Map<Standard, number>();
  let oldest = Infinity;
  for (let after: string | null = ''; after !== null; ) {
    const step = await store.queue.countWaiting(siteId, { after, limit: QUEUE_COUNT_STEP });
    for (const { section, count } of step.sections) add(sections, section, count);
    for (const { standard, count } of step.standards) add(standards, standard, count);
    oldest = Math.min(oldest, step.oldest ?? Infinity);
    after = step.next;
    await giveWay();
  }
  const by_section = [...sections].map(([section, count]) => ({ section, count })).sort(most);
  return {
    count: by_section.reduce((sum, { count }) => sum + count, 0),
    oldest_at: oldest === Infinity ? null : timestamp(oldest * 1000),
    by_standard: [...standards].map(([standard, count]) => ({ standard, count })).sort(most),
    by_section,
  };
}

function add<K>(counts: Map<K, number>, key: K, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

import type { Deps } from '../../deps.js';
import {
  activityPoints,
  placeOf,
  type QueueKind,
  reachPoints,
  reportPoints,
  SECONDS_PER_POINT,
} from '../../domain/queue.js';
import { secondsBefore } from '../../domain/time.js';
import {
  QUEUE_ACTIVITY_COMMENTS_MAX,
  QUEUE_ACTIVITY_SECONDS,
  QUEUE_LIVELY_THREADS_MAX,
  QUEUE_REPORTED_MAX,
} from '../../limits/desk.js';
import type { QueueFilter, QueueMoment } from '../../store/queue-filter.js';
import type { Place, Reported, Waiting, WaitingQuery } from '../../store/queue-store.js';
import { openReported } from './open-reported.js';

type Read = Pick<Deps, 'store'>;

/** All that is given must hold. */
export interface LineFilter extends QueueFilter {
  readonly kind?: QueueKind;
  /** Waiting for so many minutes, at the moment of the line. */
  readonly min_age?: number;
  readonly max_age?: number;
}

/** Which part of the line: at a moment, behind a place, at most so many. */
export interface LineQuery {
  readonly moment: QueueMoment;
  readonly filter: LineFilter;
  readonly after: Place | null;
  readonly limit: number;
}

/** A comment in the line with what its place comes of, in points. */
export interface InLine extends Place {
  /** When it began to wait. */
  readonly since_seconds: number;
  readonly severity: number;
  readonly reports: number;
  readonly reach: number;
}

/**
 * What waits for a person, whose turn is first. At one moment the order is the same however often
 * it is read: what was reported, answered, edited or decided later neither moves nor hides
 * another comment.
 *
 * Most of it is read off an index in its order. Two things move comments ahead that no index knows
 * of: reports, of which all are read, and lively threads, of which each is an index range of its
 * own; the ranges are merged.
 */
export async function line(deps: Read, siteId: string, query: LineQuery): Promise<InLine[]> {
  const lively = await livelyThreads(deps, siteId, query);
  const [waiting, reported] = await Promise.all([
    waitingParts(deps, siteId, { ...query, lively }),
    reportedPart(deps, siteId, { ...query, lively }),
  ]);
  // Reported between the one reading and the other, it is in both.
  const twice = new Set(reported.map(({ comment_id }) => comment_id));
  return [...waiting.filter(({ comment_id }) => !twice.has(comment_id)), ...reported]
    .filter((each) => query.after === null || inOrder(query.after, each) < 0)
    .sort(inOrder)
    .slice(0, query.limit);
}

function inOrder(a: Place, b: Place): number {
  if (a.place !== b.place) return a.place - b.place;
  return a.comment_id < b.comment_id ? -1 : a.comment_id > b.comment_id ? 1 : 0;
}

/** Points by thread. */
type Lively = ReadonlyMap<string, number>;

interface Part extends LineQuery {
  readonly lively: Lively;
}

async function livelyThreads(
  { store }: Read,
  siteId: string,
  { moment }: LineQuery,
): Promise<Lively> {
  const threads = await store.queue.lively(siteId, {
    moment,
    since: secondsBefore(moment.at, QUEUE_ACTIVITY_SECONDS),
    comments: QUEUE_ACTIVITY_COMMENTS_MAX,
    threads: QUEUE_LIVELY_THREADS_MAX,
  });
  return new Map(
    threads
      .map(({ thread_id, count }) => [thread_id, activityPoints(count)] as const)
      .filter(([, points]) => points > 0),
  );
}

/** What nobody reported: the lively threads one by one, and all others together. */
async function waitingParts({ store }: Read, siteId: string, part: Part): Promise<InLine[]> {
  const { moment, filter, after, limit, lively } = part;
  if (filter.kind === 'reported') return [];
  const read = async (points: number, threads: WaitingQuery['threads']): Promise<InLine[]> => {
    const ahead = points * SECONDS_PER_POINT;
    const found = await store.queue.waiting(siteId, {
      moment,
      filter,
      after: after && { ...after, place: after.place + ahead },
      threads,
      since: sinceOf(filter, moment),
      limit,
    });
    return found.map((each) => waitingInLine(each, points));
  };
  const own = filter.thread_id;
  if (own !== undefined) return read(lively.get(own) ?? 0, { only: own });
  const found = await read(0, { except: [...lively.keys()] });
  for (const [only, points] of lively) found.push(...(await read(points, { only })));
  return found;
}

function waitingInLine({ comment_id, place, severity }: Waiting, points: number): InLine {
  const reach = reachPoints({ visible: false, replies: 0, thread_points: points });
  return {
    comment_id,
    place: place - points * SECONDS_PER_POINT,
    since_seconds: place + severity * SECONDS_PER_POINT,
    severity,
    reports: 0,
    reach,
  };
}

async function reportedPart(deps: Read, siteId: string, part: Part): Promise<InLine[]> {
  const { moment, lively } = part;
  const limit = QUEUE_REPORTED_MAX;
  // These three are told from what was read; whatever else is asked for narrows the reading.
  const { kind, min_age, max_age, ...filter } = part.filter;
  const { from, to } = sinceOf(part.filter, moment);
  const found = await openReported(deps, siteId, { moment, filter, limit });
  return found
    .filter(({ status }) => kind !== 'pending' || status === 'pending')
    .map((each) => reportedInLine(each, lively.get(each.thread_id) ?? 0))
    .filter(({ since_seconds: since }) => from === null || since >= from)
    .filter(({ since_seconds: since }) => to === null || since <= to);
}

function reportedInLine(reported: Reported, thread_points: number): InLine {
  const { comment_id, severity, status, replies, weight, queue_place } = reported;
  // A comment that readers see waits since the first of them complained.
  const own = queue_place ?? placeOf(reported.first_reported_at, severity);
  const reports = reportPoints(weight);
  const reach = reachPoints({ visible: status === 'approved', replies, thread_points });
  return {
    comment_id,
    place: own - (reports + reach) * SECONDS_PER_POINT,
    since_seconds: own + severity * SECONDS_PER_POINT,
    severity,
    reports,
    reach,
  };
}

function sinceOf(
  { min_age, max_age }: LineFilter,
  { at }: QueueMoment,
): { readonly from: number | null; readonly to: number | null } {
  const now = Math.floor(Date.parse(at) / 1000);
  return {
    from: max_age === undefined ? null : now - max_age * 60,
    to: min_age === undefined ? null : now - min_age * 60,
  };
}

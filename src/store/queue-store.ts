import { type ExpressionBuilder, sql } from 'kysely';

import { NOTICE_WEIGHT, TRUSTED_NOTICE_WEIGHT } from '../domain/queue.js';
import type { Status } from '../domain/status.js';
import { hourOf, secondsBefore } from '../domain/time.js';
import { REPORTER_WINDOW_SECONDS } from '../limits/desk.js';
import type { Database } from './database.js';
import {
  asItWas,
  conditionsOf,
  openNotices,
  openReports,
  type QueueFilter,
  type QueueMoment,
  waitingSince,
} from './queue-filter.js';
import type { Running } from './prepared.js';
import { type QueueCounts, queueCounts } from './queue-counts.js';
import { reportWeightOf } from './report-weight.js';
import type { Tables } from './schema.js';

/** A place in the line; of two at one place the smaller id goes first. */
export interface Place {
  readonly place: number;
  readonly comment_id: string;
}

export interface WaitingQuery {
  readonly moment: QueueMoment;
  readonly filter: QueueFilter;
  /** Only what stands behind it. */
  readonly after: Place | null;
  /** Only comments of this thread, or of none of these. */
  readonly threads: { readonly only: string } | { readonly except: readonly string[] };
  /** When it began to wait, in seconds since 1970; both inclusive. */
  readonly since: { readonly from: number | null; readonly to: number | null };
  readonly limit: number;
}

export interface Waiting extends Place {
  readonly severity: number;
}

export interface ReportedQuery {
  readonly moment: QueueMoment;
  readonly filter: QueueFilter;
  readonly limit: number;
}

/** A comment with reports or notices that nobody has answered. */
export interface Reported {
  readonly comment_id: string;
  readonly thread_id: string;
  readonly status: Extract<Status, 'approved' | 'pending'>;
  readonly severity: number;
  /** Null for one that readers see. */
  readonly queue_place: number | null;
  readonly weight: number;
  readonly first_reported_at: string;
  readonly replies: number;
}

/** The queue: what waits for a person, in an order that is a function of one moment. */
export interface QueueStore extends QueueCounts {
  /** What waits and nobody complained of, by place. */
  waiting(siteId: string, query: WaitingQuery): Promise<readonly Waiting[]>;
  /**
   * What was reported, or said to be illegal, and nobody answered; the first of it first. At a
   * moment that is not past, whatever there is.
   */
  reported(siteId: string, query: ReportedQuery): Promise<readonly Reported[]>;
  /** The threads that most of the latest comments came in to, and how many did. */
  lively(
    siteId: string,
    query: {
      readonly moment: QueueMoment;
      readonly since: string;
      readonly comments: number;
      readonly threads: number;
    },
  ): Promise<readonly { readonly thread_id: string; readonly count: number }[]>;
}

export function queueStore(db: Database, { run }: Running): QueueStore {
  return {
    waiting: waiting(db),
    reported: reported(db),
    lively: lively(db),
    ...queueCounts(db, run),
  };
}

function waiting(db: Database): QueueStore['waiting'] {
  return async (siteId, { moment, filter, after, threads, since, limit }) => {
    let query = db
      .selectFrom('comments')
      .select(['comments.comment_id', 'comments.queue_place as place', 'comments.severity'])
      .where('comments.site_id', '=', siteId)
      .where('comments.queue_place', 'is not', null)
      .orderBy('comments.queue_place')
      .orderBy('comments.comment_id')
      .limit(sql.lit(limit));
    if ('only' in threads) query = query.where('comments.thread_id', '=', threads.only);
    else if (threads.except.length > 0) {
      query = query.where('comments.thread_id', 'not in', threads.except);
    }
    if (after !== null) {
      query = query.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('comments.queue_place', 'comments.comment_id'),
          '>',
          tuple(after.place, after.comment_id),
        ),
      );
    }
    if (since.from !== null) query = query.where(waitingSince, '>=', since.from);
    if (since.to !== null) query = query.where(waitingSince, '<=', since.to);
    if (moment.past) query = query.where((eb) => asItWas(eb, moment));
    const rows = await query
      .where((eb) => eb.and(conditionsOf(eb, filter, moment)))
      .where((eb) => eb.not(eb.exists(openReports(eb, moment))))
      .where((eb) => eb.not(eb.exists(openNotices(eb, moment))))
      .execute();
    // Only what waits is asked for, which the compiler cannot know.
    return rows.map((row) => ({ ...row, place: row.place ?? 0 }));
  };
}

function reported(db: Database): QueueStore['reported'] {
  return async (siteId, { moment, filter, limit }) => {
    // What reports weigh is the same for an hour, if nobody answers any.
    const since = secondsBefore(hourOf(moment.at), REPORTER_WINDOW_SECONDS);
    const weighed = reportWeightOf({ site_id: siteId, since, until: moment.at });
    let reports = db
      .selectFrom('reports')
      .select(['reports.comment_id', 'reports.created_at', weighed.as('weight')])
      .where('reports.site_id', '=', siteId)
      .where('reports.settled_at', 'is', null);
    if (moment.past) {
      // As an expression, so that the reports are read by comment and not by their ids.
      reports = reports.where(sql<string>`reports.report_id || ''`, '<', `rep_${moment.id}`);
    }
    const complaints = reports.unionAll(noticesBefore(db, siteId, moment));
    const open = db
      .selectFrom(complaints.as('complaints'))
      .select(({ fn }) => ['comment_id', fn.sum<number>('weight').as('weight')])
      .select(({ fn }) => fn.min('created_at').as('first_reported_at'))
      .groupBy('comment_id');
    const query = db
      .selectFrom(open.as('open'))
      // A cross join is read in its order: reports are few, and comments are many.
      .crossJoin('comments')
      .where('comments.site_id', '=', siteId)
      .whereRef('comments.comment_id', '=', 'open.comment_id')
      .select([
        'comments.comment_id',
        'comments.thread_id',
        'comments.status',
        'comments.severity',
        'comments.queue_place',
        'open.weight',
        'open.first_reported_at',
      ])
      .select((eb) => repliesBefore(eb as Comments, moment).as('replies'))
      // As an expression, so that each is found by its id and not twice by its status.
      .where(sql<string>`comments.status || ''`, 'in', ['approved', 'pending'])
      .where((eb) => eb.and(conditionsOf(eb as Comments, filter, moment)))
      .orderBy('open.first_reported_at')
      .orderBy('comments.comment_id')
      .limit(sql.lit(limit));
    const rows = await (
      moment.past ? query.where((eb) => asItWas(eb as Comments, moment)) : query
    ).execute();
    return rows.map((row) => ({
      ...row,
      status: row.status as Reported['status'],
      replies: row.replies ?? 0,
    }));
  };
}

/** Notices of illegal content that nobody had answered, with what they weigh beside reports. */
function noticesBefore(db: Database, siteId: string, moment: QueueMoment) {
  const notices = db
    .selectFrom('notices')
    .select(['notices.comment_id', 'notices.created_at'])
    .select(
      sql<number>`CASE WHEN notices.trusted_flagger_at IS NULL THEN ${sql.lit(NOTICE_WEIGHT)}
        ELSE ${sql.lit(TRUSTED_NOTICE_WEIGHT)} END`.as('weight'),
    )
    .where('notices.site_id', '=', siteId)
    .where('notices.status', '=', sql.lit('open'));
  return moment.past ? notices.where('notices.notice_id', '<', `ntc_${moment.id}`) : notices;
}

type Comments = ExpressionBuilder<Tables, 'comments'>;

function repliesBefore(eb: Comments, moment: QueueMoment) {
  const replies = eb
    .selectFrom('comments as reply')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .whereRef('reply.site_id', '=', 'comments.site_id')
    .whereRef('reply.parent_id', '=', 'comments.comment_id')
    .where('reply.parent_id', 'is not', null);
  return moment.past ? replies.where('reply.comment_id', '<', `cmt_${moment.id}`) : replies;
}

function lively(db: Database): QueueStore['lively'] {
  return async (siteId, { moment, since, comments, threads }) => {
    const latest = db
      .selectFrom('comments')
      .select(['thread_id', 'received_at'])
      .where('site_id', '=', siteId)
      .where('comment_id', '<', `cmt_${moment.id}`)
      .orderBy('comment_id', 'desc')
      .limit(sql.lit(comments));
    const rows = await db
      .selectFrom(latest.as('latest'))
      .select(['thread_id', sql<number>`count(*)`.as('count')])
      .where('received_at', '>=', since)
      .groupBy('thread_id')
      .orderBy('count', 'desc')
      .orderBy('thread_id')
      .limit(sql.lit(threads))
      .execute();
    return rows;
  };
}

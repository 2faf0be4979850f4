import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';

import { SECONDS_PER_POINT } from '../domain/queue.js';
import type { ReasonCode } from '../domain/reasons.js';
import type { Standard } from '../domain/standard.js';
import { findingExists, inLanguage, inSection } from './comment-filter.js';
import type { Tables } from './schema.js';

/** All that is given must hold. */
export interface QueueFilter {
  /** Found by the engine's latest judgement, or what a reader says of it. */
  readonly standard?: Standard;
  readonly reason?: ReasonCode;
  readonly thread_id?: string;
  readonly section?: string;
  readonly author_id?: string;
  /** A language, or a locale of one. */
  readonly locale?: string;
  readonly claims?: {
    readonly held_by: 'me' | 'others' | 'nobody';
    readonly site_id: string;
    readonly key_id: string;
    readonly now: string;
  };
}

/** What the queue knew when its first page was read. What came about later has a greater id. */
export interface QueueMoment {
  /** Ids without their prefix sort by when they were made. */
  readonly id: string;
  readonly at: string;
  /** Whether it was an earlier reading's: things may have come about since. */
  readonly past: boolean;
}

type Comments = ExpressionBuilder<Tables, 'comments'>;
type Condition = Expression<SqlBool>;

/** What must hold of a comment, cheapest first. */
export function conditionsOf(
  eb: Comments,
  filter: QueueFilter,
  moment: QueueMoment,
): readonly Condition[] {
  const { thread_id, section, author_id, locale, claims } = filter;
  const conditions: Condition[] = [];
  if (thread_id !== undefined) conditions.push(eb('comments.thread_id', '=', thread_id));
  if (author_id !== undefined) conditions.push(eb('comments.author_id', '=', author_id));
  if (locale !== undefined) conditions.push(inLanguage(eb, locale));
  if (section !== undefined) conditions.push(inSection(eb, section));
  if (claims !== undefined) conditions.push(claimed(eb, claims));
  conditions.push(...said(eb, filter, moment));
  return conditions;
}

function said(
  eb: Comments,
  { standard, reason }: QueueFilter,
  moment: QueueMoment,
): readonly Condition[] {
  const conditions: Condition[] = [];
  if (reason !== undefined) conditions.push(findingExists(eb, { reason }));
  if (standard !== undefined) {
    const reported = openReports(eb, reportsUntil(moment)).where('reports.reason', '=', standard);
    conditions.push(eb.or([findingExists(eb, { standard }), eb.exists(reported)]));
  }
  return conditions;
}

/**
 * Until which id reports count at a moment: until any where it is not past, since an instance whose
 * clock is ahead has made greater ones than this one would.
 */
export function reportsUntil({ id, past }: QueueMoment): Pick<QueueMoment, 'id'> {
  return past ? { id } : { id: BEHIND_ANY_ID };
}

/** Sorts behind the letters and digits of ids. */
const BEHIND_ANY_ID = '~';

/** The reports of a comment that nobody had answered. */
export function openReports(eb: Comments, moment: Pick<QueueMoment, 'id'>) {
  return eb
    .selectFrom('reports')
    .select('reports.report_id')
    .whereRef('reports.site_id', '=', 'comments.site_id')
    .whereRef('reports.comment_id', '=', 'comments.comment_id')
    .where('reports.settled_at', 'is', null)
    .where('reports.report_id', '<', `rep_${moment.id}`);
}

/** The notices of illegal content about a comment that nobody had answered. */
export function openNotices(eb: Comments, moment: QueueMoment) {
  return eb
    .selectFrom('notices')
    .select('notices.notice_id')
    .whereRef('notices.site_id', '=', 'comments.site_id')
    .whereRef('notices.comment_id', '=', 'comments.comment_id')
    .where('notices.status', '=', sql.lit('open'))
    .where('notices.notice_id', '<', `ntc_${moment.id}`);
}

/**
 * Nobody has edited it or decided about it since. By its latest decision, which is one look into
 * an index; a search for later ones would read every decision of the site since then.
 */
export function asItWas(eb: Comments, moment: { readonly id: string }): Condition {
  const latest = eb
    .selectFrom('decisions as latest')
    .select('latest.decision_id')
    .whereRef('latest.site_id', '=', 'comments.site_id')
    .whereRef('latest.comment_id', '=', 'comments.comment_id')
    .orderBy('latest.comment_version', 'desc')
    .limit(1);
  return eb(latest, '<', `dec_${moment.id}`);
}

function claimed(eb: Comments, claims: NonNullable<QueueFilter['claims']>): Condition {
  const { held_by, site_id, key_id, now } = claims;
  // Claims are few, so they are read once and not for each comment.
  const standing = eb
    .selectFrom('claims')
    .select('claims.comment_id')
    .where('claims.site_id', '=', site_id)
    .where('claims.expires_at', '>', now);
  if (held_by === 'nobody') return eb('comments.comment_id', 'not in', standing);
  const mine = held_by === 'me' ? '=' : '<>';
  return eb('comments.comment_id', 'in', standing.where('claims.key_id', mine, key_id));
}

/** When a comment that waits began to: seconds since 1970, from its place. */
export const waitingSince = sql<number>`(comments.queue_place + comments.severity * ${sql.lit(
  SECONDS_PER_POINT,
)})`;

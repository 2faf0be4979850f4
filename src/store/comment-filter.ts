import {
  type Expression,
  type ExpressionBuilder,
  type SelectQueryBuilder,
  sql,
  type SqlBool,
} from 'kysely';

import type { ReasonCode } from '../domain/reasons.js';
import type { Standard } from '../domain/standard.js';
import type { Status } from '../domain/status.js';
import type { CommentRow, Tables } from './schema.js';

/** All that is given must hold. */
export interface CommentFilter {
  readonly status?: Status;
  readonly thread_id?: string;
  readonly author_id?: string;
  /** Of the thread. */
  readonly section?: string;
  /** A language, or a locale of one. */
  readonly locale?: string;
  /** Found by the engine's latest judgement. */
  readonly standard?: Standard;
  readonly reason?: ReasonCode;
  /** Inclusive. */
  readonly created_from?: string;
  /** Exclusive. */
  readonly created_to?: string;
}

/** Of comments, whole. */
export type CommentQuery = SelectQueryBuilder<Tables, 'comments', CommentRow>;

/** The comments of a query that fit a filter. */
export function filtered(query: CommentQuery, filter: CommentFilter): CommentQuery {
  let fitting = query;
  const { status, thread_id, author_id, created_from, created_to } = filter;
  if (status !== undefined) fitting = fitting.where('comments.status', '=', status);
  if (thread_id !== undefined) fitting = fitting.where('comments.thread_id', '=', thread_id);
  if (author_id !== undefined) fitting = fitting.where('comments.author_id', '=', author_id);
  if (created_from !== undefined) fitting = fitting.where('comments.created_at', '>=', created_from);
  if (created_to !== undefined) fitting = fitting.where('comments.created_at', '<', created_to);
  const { section, locale } = filter;
  if (section !== undefined) fitting = fitting.where((eb) => inSection(eb, section));
  if (locale !== undefined) fitting = fitting.where((eb) => inLanguage(eb, locale));
  return found(fitting, filter);
}

/** The comment's thread is in that part of the publication. */
export function inSection(
  eb: ExpressionBuilder<Tables, 'comments'>,
  section: string,
): Expression<SqlBool> {
  const threads = eb
    .selectFrom('threads')
    .select('threads.thread_id')
    .whereRef('threads.site_id', '=', 'comments.site_id')
    .whereRef('threads.thread_id', '=', 'comments.thread_id')
    .where('threads.section', '=', section);
  return eb.exists(threads);
}

/** The locale itself, or one that says more: "en-GB" is "en". */
export function inLanguage(
  eb: ExpressionBuilder<Tables, 'comments'>,
  locale: string,
): Expression<SqlBool> {
  const narrower = sql<string>`substr(comments.locale, 1, ${locale.length + 1})`;
  return eb.or([eb('comments.locale', '=', locale), eb(narrower, '=', `${locale}-`)]);
}

/** Those with a match of the standard and reason in the engine's latest judgement. */
function found(query: CommentQuery, { standard, reason }: CommentFilter): CommentQuery {
  if (standard === undefined && reason === undefined) return query;
  return query.where((eb) =>
    findingExists(eb, {
      ...(standard !== undefined && { standard }),
      ...(reason !== undefined && { reason }),
    }),
  );
}

/** The id of the engine's latest judgement of a comment. */
export function latestJudgement(eb: ExpressionBuilder<Tables, 'comments'>) {
  return eb
    .selectFrom('decisions')
    .select('decisions.decision_id')
    .whereRef('decisions.site_id', '=', 'comments.site_id')
    .whereRef('decisions.comment_id', '=', 'comments.comment_id')
    .where('decisions.actor_kind', '=', 'system')
    .orderBy('decisions.comment_version', 'desc')
    .limit(1);
}

/** Whether the engine's latest judgement of a comment has a match of the standard and reason. */
export function findingExists(
  eb: ExpressionBuilder<Tables, 'comments'>,
  { standard, reason }: Pick<CommentFilter, 'standard' | 'reason'>,
): Expression<SqlBool> {
  let findings = eb
    .selectFrom('findings')
    .select('findings.position')
    .whereRef('findings.site_id', '=', 'comments.site_id')
    .whereRef('findings.comment_id', '=', 'comments.comment_id')
    .where('findings.outcome', '=', 'match')
    .where('findings.decision_id', '=', latestJudgement(eb));
  if (standard !== undefined) findings = findings.where('findings.standard', '=', standard);
  if (reason !== undefined) findings = findings.where('findings.reason', '=', reason);
  return eb.exists(findings);
}

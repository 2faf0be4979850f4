import type { Finding } from './finding.js';
import type { Standard } from './standard.js';
import type { Status } from './status.js';

/** Why a comment can wait: nobody has decided, or readers complained and nobody has answered. */
export const QUEUE_KINDS = ['pending', 'reported'] as const;
export type QueueKind = (typeof QUEUE_KINDS)[number];

/**
 * The queue is a line in which everybody stands by when they came, and is let ahead by hours: a
 * point is an hour. So the order of two comments does not change while they wait, the worst come
 * first, and nothing waits for ever (docs/decisions/0014-a-line-with-points.md).
 */
export const SECONDS_PER_POINT = 3_600;

/** How far what the engine found lets a comment ahead, by the standard. */
const SEVERITY_POINTS: Readonly<Record<Standard, number>> = {
  threat: 72,
  hate: 48,
  personal_information: 48,
  sexual: 24,
  personal_attack: 24,
  spam: 12,
  off_limits: 12,
  profanity: 8,
  blocked: 6,
  conduct: 4,
};

/** For each unit of weight that open reports have, up to as many. */
const REPORT_POINTS = 6;
const REPORT_WEIGHT_MAX = 20;

/**
 * What an open notice of illegal content weighs beside reports: it has its grounds and a name, and
 * the law wants it answered in good time. Those of trusted flaggers go first (Article 22).
 */
export const NOTICE_WEIGHT = 8;
export const TRUSTED_NOTICE_WEIGHT = 20;

/** For what readers see while it waits, and for each reply to that, up to as many. */
const VISIBLE_POINTS = 24;
const REPLY_POINTS = 2;
const REPLIES_MAX = 10;

/** A thread that so many comments came in to within the hour gives its comments a point. */
const COMMENTS_PER_ACTIVITY_POINT = 5;
const ACTIVITY_POINTS_MAX = 12;

/** How bad what the engine found is, in points: the worst finding counts. */
export function severityOf(
  findings: readonly Pick<Finding, 'standard' | 'outcome' | 'action'>[],
): number {
  const points = findings.map(({ standard, outcome, action }) => {
    if (action === 'approve') return 0;
    // A rule that could not be checked says that it may be so.
    return outcome === 'match' ? SEVERITY_POINTS[standard] : SEVERITY_POINTS[standard] / 2;
  });
  return Math.max(0, ...points);
}

/** Where a comment stands in the line for what it is: seconds since 1970, the lower the sooner. */
export function placeOf(since: string, severity: number): number {
  return Math.floor(Date.parse(since) / 1000) - severity * SECONDS_PER_POINT;
}

/** What a comment stores of its place: only what waits for a person has one. */
export function storedPlace(status: Status, severity: number, now: string): number | null {
  return status === 'pending' ? placeOf(now, severity) : null;
}

export function reportPoints(weight: number): number {
  return Math.round(Math.min(weight, REPORT_WEIGHT_MAX) * REPORT_POINTS);
}

/** How many may read it: at once where it is shown, and later where its thread is lively. */
export function reachPoints(reach: {
  readonly visible: boolean;
  readonly replies: number;
  readonly thread_points: number;
}): number {
  const seen = reach.visible
    ? VISIBLE_POINTS + Math.min(reach.replies, REPLIES_MAX) * REPLY_POINTS
    : 0;
  return seen + reach.thread_points;
}

/** Points for the comments of a thread by how many came in within the last hour. */
export function activityPoints(commentsWithinHour: number): number {
  return Math.min(
    Math.floor(commentsWithinHour / COMMENTS_PER_ACTIVITY_POINT),
    ACTIVITY_POINTS_MAX,
  );
}

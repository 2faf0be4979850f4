const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 3_600;

/** Before each attempt, since the one before: the schedule that Standard Webhooks 1.0 proposes. */
const WAITS_SECONDS = [
  0,
  5,
  5 * MINUTE_SECONDS,
  30 * MINUTE_SECONDS,
  2 * HOUR_SECONDS,
  5 * HOUR_SECONDS,
  10 * HOUR_SECONDS,
  14 * HOUR_SECONDS,
  20 * HOUR_SECONDS,
  24 * HOUR_SECONDS,
] as const;

export const ATTEMPTS_MAX = WAITS_SECONDS.length;

/** The largest part of a wait that chance adds to it, so that receivers are not hit in step. */
const JITTER = 0.2;
/** No receiver can ask for a longer pause than the longest wait. */
const RETRY_AFTER_SECONDS_MAX = 24 * HOUR_SECONDS;

export interface Failure {
  /** Attempts made so far, at least 1. */
  readonly attempts: number;
  /** What the receiver asked for, in seconds; null where it did not. */
  readonly retry_after_seconds: number | null;
  /** From 0 to 1. */
  readonly chance: number;
}

/**
 * The milliseconds to wait before the next attempt; null when there is none. A receiver can make
 * it longer, never shorter.
 */
export function waitMilliseconds(failure: Failure): number | null {
  const planned = WAITS_SECONDS[failure.attempts];
  if (planned === undefined) return null;
  const asked = Math.min(failure.retry_after_seconds ?? 0, RETRY_AFTER_SECONDS_MAX);
  const seconds = Math.max(planned * (1 + JITTER * failure.chance), asked);
  return Math.round(seconds * 1000);
}

/**
 * The seconds that a Retry-After header asks for, as a number or as a date (RFC 9110, 10.2.3);
 * null for what is neither. `now` in milliseconds.
 */
export function retryAfterSeconds(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  if (/^\d{1,9}$/u.test(header)) return Number(header);
  const date = /^[A-Z][a-z]{2}, /u.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, (date - now) / 1000);
}

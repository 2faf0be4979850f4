import type { ReasonCode } from './reasons.js';

/**
 * A comment that had to be rejected for what it says or how it behaves. Derived from the record: a
 * rejection that is overturned was never a strike, and withdrawing a rejected comment undoes none.
 */
export interface Strike {
  readonly comment_id: string;
  /** The rejection. */
  readonly decision_id: string;
  readonly decided_at: string;
}

/** Reasons for which a comment is rejected and its author is not at fault: place, pace, mishap. */
export const NO_FAULT: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'blocked.author',
  'blocked.identifier',
  'off_limits.thread_closed',
  'off_limits.thread_expired',
  'off_limits.language',
  'conduct.too_short',
  'conduct.too_long',
  'conduct.too_fast',
  'conduct.repeated_text',
  'conduct.nearly_repeated_text',
]);

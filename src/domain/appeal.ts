/**
 * How an appeal stands: `filed` until somebody looks; `upheld` where the decision stays,
 * `overturned` where it does not; `withdrawn` with its comment.
 */
export const APPEAL_STATUSES = ['filed', 'upheld', 'overturned', 'withdrawn'] as const;

export type AppealStatus = (typeof APPEAL_STATUSES)[number];

/** What whoever looks at an appeal can come to. */
export const APPEAL_OUTCOMES = ['upheld', 'overturned'] as const;

export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];

/** An author's challenge to a decision against a comment of theirs; once for each decision. */
export interface Appeal {
  readonly id: string;
  readonly comment_id: string;
  readonly decision_id: string;
  readonly author_id: string;
  /** The key of the moderator whose decision it is; null for the engine's. */
  readonly decided_first_by: string | null;
  /** In the author's words. */
  readonly text: string;
  readonly status: AppealStatus;
  readonly created_at: string;
  readonly resolved_at: string | null;
  /** The key of who looked at it. */
  readonly resolved_by: string | null;
  readonly resolved_by_name: string | null;
  /** Why, in words for the author. */
  readonly outcome_reason: string | null;
  /** The decision that brought the comment back. */
  readonly outcome_decision_id: string | null;
}

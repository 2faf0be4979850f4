import type { Deps } from '../../deps.js';
import type { Author } from '../../domain/author.js';
import type { Comment } from '../../domain/comment.js';
import {
  type Actor,
  type Decision,
  type DecisionAction,
  type Grounds,
  NO_GROUNDS,
  SYSTEM,
} from '../../domain/decision.js';
import type { Finding } from '../../domain/finding.js';
import type { Policy } from '../../domain/policy.js';
import { storedPlace } from '../../domain/queue.js';
import { type Status, statusOf } from '../../domain/status.js';
import type { Thread } from '../../domain/thread.js';
import { type Judgement, keptFacts } from './judge.js';

/** A comment with what it hangs on, as every operation on comments answers. */
export interface CommentRecord {
  readonly comment: Comment;
  readonly author: Author;
  readonly thread: Thread;
}

/** The decision that a verdict of the engine amounts to. */
export function engineDecision(
  deps: Pick<Deps, 'newId'>,
  { verdict, ...judgement }: Judgement,
  on: { readonly comment: Comment; readonly supersedes: string | null; readonly now: string },
): Decision {
  return {
    id: deps.newId('dec'),
    comment_id: on.comment.id,
    comment_version: on.comment.version,
    actor: SYSTEM,
    action: verdict.action,
    status: statusOf(verdict.action),
    shadow: verdict.shadow,
    reason: null,
    note: null,
    policy_version: verdict.policy_version,
    policy_digest: verdict.policy_digest,
    facts: keptFacts({ verdict, ...judgement }),
    supersedes: on.supersedes,
    ...NO_GROUNDS,
    created_at: on.now,
    findings: verdict.findings,
  };
}

const STATUS_AFTER: Readonly<Record<DecisionAction, Status>> = {
  approve: 'approved',
  hold: 'pending',
  reject: 'rejected',
  delete: 'deleted',
};

/** Where a comment stands after a decision. */
export function statusAfter(action: DecisionAction): Status {
  return STATUS_AFTER[action];
}

/** What a person decides about a comment, and what it rests on where that was said. */
export interface PersonalDecision extends Partial<Grounds> {
  readonly actor: Actor;
  readonly action: DecisionAction;
  readonly shadow: boolean;
  readonly reason: string | null;
  readonly note: string | null;
  /** Where it follows from the policy, as of readers' reports, what it rests on. */
  readonly findings?: readonly Finding[];
}

/**
 * Puts a person's decision on a comment: the decision and the comment as it then stands. Pure but
 * for the new id; storing both is the caller's transaction.
 */
export function decide(
  deps: Pick<Deps, 'newId'>,
  act: PersonalDecision,
  on: {
    readonly comment: Comment;
    readonly policy: Pick<Policy, 'version' | 'digest'>;
    readonly supersedes: string | null;
    readonly now: string;
  },
): { readonly comment: Comment; readonly decision: Decision } {
  const status = STATUS_AFTER[act.action];
  const comment: Comment = {
    ...on.comment,
    status,
    shadowed_at: act.shadow ? on.now : null,
    version: on.comment.version + 1,
    deleted_at: status === 'deleted' ? on.now : on.comment.deleted_at,
    queue_place: storedPlace(status, on.comment.severity, on.now),
  };
  const decision: Decision = {
    ...NO_GROUNDS,
    ...act,
    id: deps.newId('dec'),
    comment_id: comment.id,
    comment_version: comment.version,
    status,
    policy_version: on.policy.version,
    policy_digest: on.policy.digest,
    facts: null,
    supersedes: on.supersedes,
    created_at: on.now,
    findings: act.findings ?? [],
  };
  return { comment, decision };
}

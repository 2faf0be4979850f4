import type { Caller, Deps } from '../deps.js';
import type { Appeal } from '../domain/appeal.js';
import type { Comment } from '../domain/comment.js';
import type { Decision } from '../domain/decision.js';
import { GatepostError } from '../domain/errors.js';
import { secondsBetween, timestamp } from '../domain/time.js';
import { deskSettings } from '../moderation/policy/desk/settings.js';
import { authorOrNull, currentPolicy, foundComment } from './found.js';
import { appealFiled } from './recording/acts-of-appeals.js';
import { recordActs } from './recording/record-acts.js';
import { requireVisible } from './submitting/checked-submission.js';

const SECONDS_PER_DAY = 86_400;

export interface FileAppealInput {
  readonly caller: Caller;
  /** Our id of the comment or the CMS's. */
  readonly id: string;
  /** Our id of the author or the CMS's. */
  readonly author: string;
  readonly text: string;
}

export interface AppealFiled {
  readonly appeal: Appeal;
  /** False when the decision was appealed against before: that appeal stands as it is. */
  readonly created: boolean;
}

/**
 * An author challenges the rejection of a comment, once for each decision, so sending it again is
 * harmless. What waits for a person cannot be appealed against: somebody will look at it anyway.
 * Nor can a rejection that its author does not know of, and the answer is the same as for a comment
 * that was never rejected.
 *
 * @throws GatepostError `not_found`, `not_the_author`, `not_rejected`, `appeal_too_late`,
 *   `invalid_request` for a blank text.
 */
export async function fileAppeal(
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  { caller, id, author, text }: FileAppealInput,
): Promise<AppealFiled> {
  requireVisible(text, '/text');
  const siteId = caller.site_id;
  return deps.store.transaction(siteId, async (store) => {
    const bound = { ...deps, store };
    const comment = await foundComment(bound, siteId, id);
    await requireAuthor(bound, siteId, { comment, author });
    const decision = (await store.decisions.latestOf(siteId, [comment.id])).get(comment.id);
    const rejection = knownRejection(comment, decision);
    const known = await store.appeals.ofDecision(siteId, rejection.id);
    if (known) return { appeal: known, created: false };
    const now = timestamp(deps.clock());
    const { document } = await currentPolicy(bound, siteId);
    requireInTime(rejection, { now, days: deskSettings(document, 'appeals').period_days });
    const appeal = newAppeal(deps, { comment, rejection, text, now });
    await store.appeals.insert(siteId, appeal);
    await recordActs(bound, siteId, [appealFiled(appeal)]);
    return { appeal, created: true };
  });
}

async function requireAuthor(
  deps: Pick<Deps, 'store'>,
  siteId: string,
  { comment, author }: { readonly comment: Comment; readonly author: string },
): Promise<void> {
  const found = await authorOrNull(deps, siteId, author);
  if (found?.id === comment.author_id) return;
  throw new GatepostError('not_the_author', 'The comment is by somebody else.', {
    errors: [{ pointer: '/author', detail: 'is not the author of the comment' }],
  });
}

function knownRejection(comment: Comment, decision: Decision | undefined): Decision {
  if (comment.status === 'rejected' && comment.shadowed_at === null && decision) return decision;
  throw new GatepostError('not_rejected', 'The comment does not stand rejected.');
}

function requireInTime(
  { created_at }: Decision,
  { now, days }: { readonly now: string; readonly days: number },
): void {
  if (secondsBetween(created_at, now) <= days * SECONDS_PER_DAY && days > 0) return;
  const detail =
    days === 0 ? 'The publisher takes no appeals.' : `Appeals were possible for ${days} days.`;
  throw new GatepostError('appeal_too_late', detail);
}

function newAppeal(
  deps: Pick<Deps, 'newId'>,
  said: {
    readonly comment: Comment;
    readonly rejection: Decision;
    readonly text: string;
    readonly now: string;
  },
): Appeal {
  const { comment, rejection, text, now } = said;
  return {
    id: deps.newId('apl'),
    comment_id: comment.id,
    decision_id: rejection.id,
    author_id: comment.author_id,
    decided_first_by: rejection.actor.kind === 'moderator' ? rejection.actor.id : null,
    text,
    status: 'filed',
    created_at: now,
    resolved_at: null,
    resolved_by: null,
    resolved_by_name: null,
    outcome_reason: null,
    outcome_decision_id: null,
  };
}

import type { Caller, Deps } from '../deps.js';
import type { Actor, Decision } from '../domain/decision.js';
import { GatepostError } from '../domain/errors.js';
import { applyDecision } from './deciding/apply-decision.js';
import { refuseDeleted } from './edit-comment.js';
import { currentPolicy, foundComment, withCompany } from './found.js';
import { learnAfterDecision } from './house/after-decision.js';
import type { CommentRecord } from './judging/record.js';

export interface DecideInput {
  readonly caller: Caller;
  /** Our id or the CMS's. */
  readonly id: string;
  readonly action: 'approve' | 'reject';
  /** The version of the comment that the moderator looked at. */
  readonly seen_version: number;
  readonly reason: string | null;
  readonly note: string | null;
}

export interface Decided extends CommentRecord {
  readonly decision: Decision;
}

/** The moderator who holds the key. */
export function moderator(caller: Caller): Actor {
  return { kind: 'moderator', id: caller.id, name: caller.name };
}

/**
 * A moderator approves or rejects a comment as they saw it. Of two who saw the same version, one
 * wins: the version seen is compared with the one stored, in the transaction that changes it.
 *
 * @throws GatepostError `not_found`, `comment_deleted`, and `version_conflict` with the comment as
 *   it now is.
 */
export async function decideComment(
  deps: Pick<Deps, 'store' | 'classifier' | 'clock' | 'stopwatch' | 'newId' | 'meter' | 'log'>,
  input: DecideInput,
): Promise<Decided> {
  const siteId = input.caller.site_id;
  const decided = await deps.store.transaction(async (store) => {
    const bound = { ...deps, store };
    const before = await withCompany(bound, siteId, await foundComment(bound, siteId, input.id));
    refuseDeleted(before.comment);
    if (before.comment.version !== input.seen_version) throw conflict(before);
    const applied = await applyDecision(bound, siteId, {
      before: before.comment,
      act: {
        actor: moderator(input.caller),
        action: input.action,
        shadow: false,
        reason: input.reason,
        note: input.note,
      },
      policy: await currentPolicy(bound, siteId),
    });
    if (applied === null) throw conflict(before);
    return { ...before, ...applied };
  });
  deps.meter.decided(decided.comment.status);
  learnAfterDecision(deps, siteId);
  return decided;
}

/** Refuses what was decided about another version, and shows the comment as it now is. */
export function conflict(current: CommentRecord): GatepostError {
  const { version, status } = current.comment;
  return new GatepostError(
    'version_conflict',
    `The comment is at version ${version} and ${status}.`,
    { current },
  );
}

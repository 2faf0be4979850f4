import type { Caller } from '../../deps.js';
import type { Actor, Decision } from '../../domain/decision.js';
import type { Policy } from '../../domain/policy.js';
import type { Standard } from '../../domain/standard.js';
import { refuseDeleted } from '../edit-comment.js';
import { foundComment, withCompany } from '../found.js';
import type { CommentRecord } from '../judging/record.js';
import { applyDecision, type DecidingDeps } from './apply-decision.js';
import { refuseClaimed } from './refuse-claimed.js';
import { versionConflict } from './version-conflict.js';

/** What a moderator says of one comment. */
export interface Said {
  /** Our id or the CMS's. */
  readonly id: string;
  readonly action: 'approve' | 'reject';
  /** The version of the comment that the moderator looked at. */
  readonly seen_version: number;
  readonly reason: string | null;
  readonly note: string | null;
  /** The standard that it enforces, where the moderator said so. */
  readonly standard?: Standard | null;
  readonly legal_ground?: string | null;
  /** Decide although another moderator has claimed the comment. */
  readonly override?: boolean;
}

export interface Decided extends CommentRecord {
  readonly decision: Decision;
}

/**
 * The comment that a moderator decides about, where they may. Changes nothing.
 *
 * @throws GatepostError `not_found`, `comment_deleted`, `claimed_by_another`, and
 *   `version_conflict` with the comment as it now is.
 */
export async function decidable(
  deps: DecidingDeps,
  caller: Caller,
  { id, seen_version, override = false }: Said,
): Promise<CommentRecord> {
  const siteId = caller.site_id;
  const record = await withCompany(deps, siteId, await foundComment(deps, siteId, id));
  refuseDeleted(record.comment);
  if (record.comment.version !== seen_version) throw versionConflict(record);
  if (!override) await refuseClaimed(deps, caller, record.comment.id);
  return record;
}

/**
 * Decides about it, within the transaction in which it was found.
 *
 * @throws GatepostError `version_conflict`, `text_erased`, and then nothing was changed.
 */
export async function decideOne(
  deps: DecidingDeps,
  before: CommentRecord,
  on: {
    readonly siteId: string;
    readonly actor: Actor;
    readonly said: Said;
    readonly policy: Policy;
  },
): Promise<Decided> {
  const { action, reason, note, standard = null, legal_ground = null } = on.said;
  const applied = await applyDecision(deps, on.siteId, {
    before: before.comment,
    act: { actor: on.actor, action, shadow: false, reason, note, standard, legal_ground },
    policy: on.policy,
  });
  if (applied === null) throw versionConflict(before);
  return { ...before, ...applied };
}

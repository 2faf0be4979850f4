import type { Act, EventType, RecordedState } from '../../domain/audit.js';
import type { Block } from '../../domain/block.js';
import type { Comment } from '../../domain/comment.js';
import type { Actor, Decision, DecisionAction } from '../../domain/decision.js';
import type { Policy } from '../../domain/policy.js';
import type { Report } from '../../domain/report.js';
import { bodyDigest, decisionDigest } from '../../domain/seal.js';

/** How acts look on record. Nothing here may hold a name, an address or a text. */

const DECIDED: Readonly<Record<DecisionAction, EventType>> = {
  approve: 'comment.approved',
  hold: 'comment.held',
  reject: 'comment.rejected',
  delete: 'comment.deleted',
};

function about({ id, author_id }: Comment): Pick<Act, 'object' | 'comment_id' | 'author_id'> {
  return { object: { kind: 'comment', id }, comment_id: id, author_id };
}

const byAuthor = ({ author_id }: Comment): Act['actor'] => ({ kind: 'author', id: author_id });

const stands = ({ status, version }: Comment): RecordedState => ({ status, version });

/** An author sent a comment. What was decided of it is an act of its own. */
export function submitted(comment: Comment): Act {
  return {
    kind: 'comment.submitted',
    actor: byAuthor(comment),
    ...about(comment),
    before: null,
    after: { version: comment.version, body_digest: bodyDigest(comment.seal, comment.body) },
  };
}

/** An author changed the text of a comment. */
export function edited(before: Comment, after: Comment): Act {
  return {
    kind: 'comment.edited',
    actor: byAuthor(after),
    ...about(after),
    before: { version: before.version },
    after: { version: after.version, body_digest: bodyDigest(after.seal, after.body) },
  };
}

/** Somebody decided; `before` is null for the first decision about a comment. */
export function decided(decision: Decision, before: Comment | null, after: Comment): Act {
  return {
    kind: DECIDED[decision.action],
    actor: { kind: decision.actor.kind, id: decision.actor.id },
    ...about(after),
    before: before && stands(before),
    after: {
      ...stands(after),
      shadow: decision.shadow,
      decision_id: decision.id,
      decision_digest: decisionDigest(after.seal, decision),
      policy_version: decision.policy_version,
      policy_digest: decision.policy_digest,
      supersedes: decision.supersedes,
      restores: decision.restores,
      block_id: decision.block_id,
    },
  };
}

/** A reader complained. Who it was stands with the report alone. */
export function reported(report: Report): Act {
  return {
    kind: 'comment.reported',
    actor: { kind: 'reader', id: null },
    object: { kind: 'report', id: report.id },
    comment_id: report.comment_id,
    author_id: report.author_id,
    before: null,
    after: { version: report.comment_version, reason: report.reason },
  };
}

/** Someone was blocked: an author, or an identifier, which the block's own row names. */
export function blocked(block: Block, actor: Pick<Actor, 'kind' | 'id'>): Act {
  return {
    kind: block.kind === 'author' ? 'author.blocked' : 'block.created',
    actor: { kind: actor.kind, id: actor.id },
    ...aboutBlock(block),
    before: null,
    after: { kind: block.kind, mode: block.mode, until: block.until, raised_by: block.raised_by },
  };
}

/** A block was ended by somebody. One that ends by itself says so from the beginning. */
export function unblocked(block: Block, actor: Pick<Actor, 'kind' | 'id'>): Act {
  return {
    kind: block.kind === 'author' ? 'author.unblocked' : 'block.lifted',
    actor: { kind: actor.kind, id: actor.id },
    ...aboutBlock(block),
    before: { lifted: false },
    after: { lifted: true },
  };
}

function aboutBlock({ id, kind, value }: Block): Pick<Act, 'object' | 'comment_id' | 'author_id'> {
  return {
    object: { kind: 'block', id },
    comment_id: null,
    author_id: kind === 'author' ? value : null,
  };
}

/** Another version of the policy is in force. */
export function policyChanged(before: Policy, after: Policy, actor: Act['actor']): Act {
  const stamp = ({ version, digest }: Policy): RecordedState => ({
    version,
    policy_digest: digest,
  });
  return {
    kind: 'policy.changed',
    actor: { kind: actor.kind, id: actor.id },
    object: { kind: 'policy', id: String(after.version) },
    comment_id: null,
    author_id: null,
    before: stamp(before),
    after: stamp(after),
  };
}

import type { Finding } from './finding.js';
import type { Standard } from './standard.js';
import type { Status } from './status.js';

export const ACTOR_KINDS = ['system', 'moderator', 'author', 'reader', 'import'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/**
 * Who acted. `id` is the key's id for a moderator and the author's id for an author; a reader who
 * reports has none in the record. `import` is who decided elsewhere, before the site came here.
 */
export interface Actor {
  readonly kind: ActorKind;
  readonly id: string | null;
  readonly name: string;
}

/** The engine itself. */
export const SYSTEM: Actor = { kind: 'system', id: null, name: 'gatepost' };

/** The readers who reported a comment, where the policy holds it for that. */
export const READERS: Actor = { kind: 'reader', id: null, name: 'readers' };

export const DECISION_ACTIONS = ['approve', 'hold', 'reject', 'delete'] as const;
export type DecisionAction = (typeof DECISION_ACTIONS)[number];

/** What a person's decision rests on, where it was said. */
export interface Grounds {
  /** The standard that it enforces. */
  readonly standard: Standard | null;
  /** The law, where the content is illegal rather than against the publisher's standards. */
  readonly legal_ground: string | null;
  /** The block that led to it and whose end undoes it, or the block whose end led to it. */
  readonly block_id: string | null;
  /** The earlier decision whose status it brings back. */
  readonly restores: string | null;
}

export const NO_GROUNDS: Grounds = {
  standard: null,
  legal_ground: null,
  block_id: null,
  restores: null,
};

/** A recorded act on a comment. Never changed; a later decision supersedes it. */
export interface Decision extends Grounds {
  readonly id: string;
  readonly comment_id: string;
  /** The comment's version after this decision. */
  readonly comment_version: number;
  readonly actor: Actor;
  readonly action: DecisionAction;
  readonly status: Status;
  readonly shadow: boolean;
  /** A moderator's reason in their own words or code; null for the engine, whose are findings. */
  readonly reason: string | null;
  /** For moderators only. */
  readonly note: string | null;
  /** The policy in force; also for a moderator's decision. */
  readonly policy_version: number;
  readonly policy_digest: string;
  /** What the engine knew beside the text, as JSON; null for a person's decision. */
  readonly facts: string | null;
  readonly supersedes: string | null;
  readonly created_at: string;
  readonly findings: readonly Finding[];
}

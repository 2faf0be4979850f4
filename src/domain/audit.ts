import type { ActorKind } from './decision.js';

/** What webhooks and the event stream tell of. */
export const EVENT_TYPES = [
  'comment.submitted',
  'comment.approved',
  'comment.held',
  'comment.rejected',
  'comment.edited',
  'comment.deleted',
  'comment.reported',
  'author.blocked',
  'author.unblocked',
  'author.warned',
  'appeal.filed',
  'appeal.resolved',
  'policy.changed',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

/** What the event stream tells moderators beside: who works on what. */
export const CLAIM_TYPES = ['claim.taken', 'claim.released'] as const;

/** What the event stream tells of. */
export const STREAM_TYPES = [...EVENT_TYPES, ...CLAIM_TYPES] as const;

export type StreamType = (typeof STREAM_TYPES)[number];

/** Every kind of act on record: what is told to others, and what is kept for the record alone. */
export const ACT_KINDS = [
  ...EVENT_TYPES,
  'block.created',
  'block.lifted',
  'warning.acknowledged',
  'thread.changed',
  'key.created',
  'key.revoked',
  'model.chosen',
  'comment.imported',
  'site.imported',
  'webhook.created',
  'webhook.changed',
  'webhook.secret_rotated',
  'webhook.disabled',
  'webhook.deleted',
  'notice.filed',
  'notice.decided',
  ...CLAIM_TYPES,
  'note.added',
  'note.deleted',
  'author.exported',
  'author.erasing',
  'author.erased',
  'retention.applied',
] as const;

export type ActKind = (typeof ACT_KINDS)[number];

export const OBJECT_KINDS = [
  'comment',
  'author',
  'thread',
  'block',
  'warning',
  'report',
  'notice',
  'appeal',
  'policy',
  'key',
  'model',
  'site',
  'webhook',
  'note',
] as const;

export type ObjectKind = (typeof OBJECT_KINDS)[number];

/** States in the record: flat, small, and nobody's name, address or text in them. */
export type RecordedState = Readonly<Record<string, string | number | boolean | null>>;

/** What somebody did, as it goes on record. */
export interface Act {
  readonly kind: ActKind;
  readonly actor: { readonly kind: ActorKind; readonly id: string | null };
  readonly object: { readonly kind: ObjectKind; readonly id: string };
  readonly comment_id: string | null;
  readonly author_id: string | null;
  readonly before: RecordedState | null;
  readonly after: RecordedState | null;
}

/** An act in a site's chain. Never changed. */
export interface AuditEntry {
  /** From 1, without gaps, in the order in which the acts happened. */
  readonly sequence: number;
  readonly id: string;
  readonly kind: ActKind;
  readonly actor_kind: ActorKind;
  /** The key's id of a moderator, the author's id of an author; null for the engine and readers. */
  readonly actor_id: string | null;
  readonly object_kind: ObjectKind;
  readonly object_id: string;
  readonly comment_id: string | null;
  readonly author_id: string | null;
  /** JSON of a `RecordedState`, as it was hashed. */
  readonly before_state: string | null;
  readonly after_state: string | null;
  readonly created_at: string;
  readonly previous_hash: string;
  /** 64 hexadecimal digits. */
  readonly hash: string;
}

/** Where a site's chain ends. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
}

export function isEventType(kind: ActKind): kind is EventType {
  return EVENT_TYPES.some((type) => type === kind);
}

export function isStreamType(kind: ActKind): kind is StreamType {
  return STREAM_TYPES.some((type) => type === kind);
}

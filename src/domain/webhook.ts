import type { EventType } from './audit.js';

/** What an endpoint asks to have sent to see whether it works; it is on nobody's record. */
export const TEST_EVENT = 'webhook.test';

/** By an admin; because it answered 410; because everything failed for days. */
export const DISABLED_REASONS = ['by_admin', 'gone', 'failing'] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];

/** An address that events of a site are posted to. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly description: string | null;
  /** Null for every type, also those to come. */
  readonly event_types: readonly EventType[] | null;
  /** `whsec_` and base64 of 32 bytes. Secret. */
  readonly secret: string;
  /** The one before, which signs as well until `previous_secret_until`. Secret. */
  readonly previous_secret: string | null;
  readonly previous_secret_until: string | null;
  /** Entries of the record up to here have their delivery, where there is one. */
  readonly planned_sequence: number;
  readonly disabled_at: string | null;
  readonly disabled_reason: DisabledReason | null;
  /** Since when nothing has arrived; null while the last attempt was good. */
  readonly failing_since: string | null;
  readonly created_at: string;
  readonly created_by: string;
  /** Of a callback, which a client of a front named: the key that it was named with; else null. */
  readonly callback_key_id: string | null;
  /** That key as the client knows it. Secret. */
  readonly callback_key: string | null;
}

/** `failed`: given up. */
export const DELIVERY_STATUSES = ['pending', 'delivered', 'failed'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** One event on its way to one endpoint. */
export interface Delivery {
  readonly id: string;
  readonly endpoint_id: string;
  /** Of the entry on record; 0 for a test. */
  readonly sequence: number;
  /** The id of that entry, which is the same for each attempt and each endpoint. */
  readonly event_id: string;
  readonly event_type: EventType | typeof TEST_EVENT;
  /** The comment whose events arrive in their order. */
  readonly comment_id: string | null;
  readonly status: DeliveryStatus;
  /** Attempts begun so far. */
  readonly attempts: number;
  /** How many of them were made before it was last replayed. */
  readonly attempts_before: number;
  /** Null when settled, and while it waits for an earlier event of its comment. */
  readonly next_attempt_at: string | null;
  readonly created_at: string;
  readonly settled_at: string | null;
}

/** Why an attempt came to nothing. */
export const ATTEMPT_PROBLEMS = [
  'status',
  'redirect',
  'timeout',
  'unreachable',
  'address_refused',
] as const;
export type AttemptProblem = (typeof ATTEMPT_PROBLEMS)[number];

/** What came of one request. */
export interface Attempt {
  /** From 1. */
  readonly number: number;
  readonly started_at: string;
  readonly milliseconds: number;
  /** Null where nothing was answered. */
  readonly http_status: number | null;
  /** Null where it arrived. */
  readonly problem: AttemptProblem | null;
}

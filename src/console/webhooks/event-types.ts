import type { NewWebhook } from '../../../openapi/types.js';

export type EventType = NonNullable<NewWebhook['event_types']>[number];

// The compiler sees to it that none is missing: a type that openapi.json adds must be listed.
const SENT: Readonly<Record<EventType, true>> = {
  'comment.submitted': true,
  'comment.approved': true,
  'comment.held': true,
  'comment.rejected': true,
  'comment.edited': true,
  'comment.deleted': true,
  'comment.reported': true,
  'author.blocked': true,
  'author.unblocked': true,
  'author.warned': true,
  'appeal.filed': true,
  'appeal.resolved': true,
  'policy.changed': true,
};

/** Whatever a webhook can be sent. */
export const EVENT_TYPES = Object.keys(SENT) as readonly EventType[];

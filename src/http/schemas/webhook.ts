import { Type } from '@sinclair/typebox';

import { EVENT_TYPES } from '../../domain/audit.js';
import {
  ATTEMPT_PROBLEMS,
  DELIVERY_STATUSES,
  DISABLED_REASONS,
  TEST_EVENT,
} from '../../domain/webhook.js';
import { URL_LENGTH_MAX } from '../../limits.js';
import { WEBHOOK_DESCRIPTION_LENGTH_MAX } from '../../limits/webhooks.js';
import { nextCursor, time } from './fields.js';
import { nullable, oneOf, reference } from './reference.js';

const eventTypes = nullable(
  Type.Array(oneOf(EVENT_TYPES), { minItems: 1, maxItems: EVENT_TYPES.length, uniqueItems: true }),
  'What is sent; null for everything, also what later versions add.',
);

const members = {
  id: Type.String(),
  url: Type.String(),
  description: nullable(Type.String()),
  event_types: eventTypes,
  enabled: Type.Boolean(),
  disabled_at: nullable(time('Since when nothing is sent.')),
  disabled_reason: nullable(
    oneOf(DISABLED_REASONS),
    'Why: an admin; it answered 410; nothing arrived for five days.',
  ),
  failing_since: nullable(time('Since when nothing arrives; null while the last attempt was good.')),
  previous_secret_until: nullable(time('How long the secret before the last rotation signs too.')),
  created_at: time('When it was made.'),
  created_by: Type.String({ description: 'The name of the key that made it.' }),
  callback: Type.Boolean({
    description: 'A client of the Akismet front named it, to be told of later decisions its way.',
  }),
};

export const WebhookSchema = Type.Object(members, {
  $id: 'Webhook',
  additionalProperties: false,
});

export const WebhookWithSecretSchema = Type.Object(
  {
    ...members,
    secret: Type.String({
      description: 'What signatures are checked with: `whsec_` and base64. Shown this once.',
    }),
  },
  { $id: 'WebhookWithSecret', additionalProperties: false },
);

export const WebhookListSchema = Type.Object(
  { data: Type.Array(reference(WebhookSchema)), next_cursor: Type.Null() },
  { $id: 'WebhookList', additionalProperties: false },
);

const url = Type.String({
  minLength: 1,
  maxLength: URL_LENGTH_MAX,
  description: 'Where events are posted: https, without name and password.',
});
const description = nullable(
  Type.String({ minLength: 1, maxLength: WEBHOOK_DESCRIPTION_LENGTH_MAX }),
  'What it is for, for other admins.',
);

export const NewWebhookSchema = Type.Object(
  {
    url,
    description: Type.Optional(description),
    event_types: Type.Optional(eventTypes),
  },
  {
    $id: 'NewWebhook',
    additionalProperties: false,
    examples: [
      {
        url: 'https://cms.example.com/hooks/gatepost',
        event_types: ['comment.approved', 'comment.rejected'],
      },
    ],
  },
);

export const WebhookChangeSchema = Type.Object(
  {
    url: Type.Optional(url),
    description: Type.Optional(description),
    event_types: Type.Optional(eventTypes),
    enabled: Type.Optional(
      Type.Boolean({ description: 'One that is enabled again goes on where it stood.' }),
    ),
  },
  {
    $id: 'WebhookChange',
    additionalProperties: false,
    minProperties: 1,
    examples: [{ enabled: true }],
  },
);

const deliveryMembers = {
  id: Type.String(),
  webhook_id: Type.String(),
  event_id: Type.String({ description: 'What is sent as `webhook-id`, with every attempt.' }),
  event_type: oneOf([...EVENT_TYPES, TEST_EVENT]),
  comment_id: nullable(Type.String()),
  status: oneOf(DELIVERY_STATUSES, { description: '`failed`: given up.' }),
  attempt_count: Type.Integer({ description: 'Attempts begun so far.' }),
  next_attempt_at: nullable(
    time('When it is tried next.'),
    'Null when it has ended, and while an earlier event of the comment is under way.',
  ),
  created_at: time('When it was put in line.'),
  settled_at: nullable(time('When it was delivered or given up.')),
};

export const DeliverySchema = Type.Object(deliveryMembers, {
  $id: 'Delivery',
  additionalProperties: false,
});

export const DeliveryPageSchema = Type.Object(
  { data: Type.Array(reference(DeliverySchema)), next_cursor: nextCursor },
  { $id: 'DeliveryPage', additionalProperties: false },
);

export const AttemptSchema = Type.Object(
  {
    number: Type.Integer(),
    started_at: time('When it was made.'),
    milliseconds: Type.Integer({ description: 'How long it took.' }),
    http_status: nullable(Type.Integer(), 'Null where nothing was answered.'),
    problem: nullable(oneOf(ATTEMPT_PROBLEMS), 'Null where it arrived.'),
  },
  { $id: 'DeliveryAttempt', additionalProperties: false },
);

export const DeliveryWithAttemptsSchema = Type.Object(
  {
    ...deliveryMembers,
    attempts: Type.Array(reference(AttemptSchema), {
      description: 'The latest hundred, oldest first.',
    }),
  },
  { $id: 'DeliveryWithAttempts', additionalProperties: false },
);

export const ReplayFailedSchema = Type.Object(
  { since: time('What was given up since.') },
  { $id: 'ReplayFailed', additionalProperties: false },
);

export const ReplayedSchema = Type.Object(
  {
    replayed: Type.Integer({ description: 'How many were put back in line.' }),
    more: Type.Boolean({ description: 'True where the same request again finds more.' }),
  },
  { $id: 'Replayed', additionalProperties: false },
);

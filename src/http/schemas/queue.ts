import { Type } from '@sinclair/typebox';

import { QUEUE_KINDS } from '../../domain/queue.js';
import { REASON_CODES } from '../../domain/reasons.js';
import { REPORT_REASONS } from '../../domain/report.js';
import { STANDARDS } from '../../domain/standard.js';
import { EXTERNAL_ID_LENGTH_MAX, LOCALE_LENGTH_MAX, SECTION_LENGTH_MAX } from '../../limits.js';
import { CLAIM_COUNT_DEFAULT, CLAIMS_MAX } from '../../limits/desk.js';
import { QUEUE_ACTIONS } from '../../operations/queueing/items.js';
import { claimMinutes, ClaimSchema } from './claim.js';
import { ListedCommentSchema } from './comment.js';
import { nextCursor, time } from './fields.js';
import { nullable, oneOf, reference } from './reference.js';

const strict = { additionalProperties: false };

/** About ten years: who looks for what is older has another question. */
const AGE_MINUTES_MAX = 5_256_000;

const optionalText = (maxLength: number, description: string) =>
  Type.Optional(Type.String({ minLength: 1, maxLength, description }));

const minutes = (description: string) =>
  Type.Optional(Type.Integer({ minimum: 0, maximum: AGE_MINUTES_MAX, description }));

/** What can be asked of the queue, in a query and in a body alike. */
export const queueFilters = {
  kind: Type.Optional(
    oneOf(QUEUE_KINDS, { description: '`pending`: nobody decided. `reported`: somebody complained.' }),
  ),
  standard: Type.Optional(
    oneOf(STANDARDS, { description: 'Found in it by the engine, or what a reader says of it.' }),
  ),
  reason: Type.Optional(oneOf(REASON_CODES)),
  thread: optionalText(EXTERNAL_ID_LENGTH_MAX, 'Our id of a thread, or yours.'),
  section: optionalText(SECTION_LENGTH_MAX, 'The part of the publication, of the thread.'),
  author: optionalText(EXTERNAL_ID_LENGTH_MAX, 'Our id of an author, or yours.'),
  language: optionalText(LOCALE_LENGTH_MAX, 'By the locale: `en` is also `en-GB`.'),
  min_age: minutes('Waiting for so many minutes or more.'),
  max_age: minutes('Waiting for so many minutes or less.'),
};

export const PrioritySchema = Type.Object(
  {
    total: Type.Number({ description: 'What the queue is ordered by, the highest first.' }),
    severity: Type.Number({ description: 'The worst that the engine found in it.' }),
    reports: Type.Number({ description: 'What readers complained of and nobody has answered.' }),
    reach: Type.Number({ description: 'Seen now, replies to it, how lively its thread is.' }),
    age: Type.Number({ description: 'The hours that it waits.' }),
  },
  { ...strict, $id: 'Priority', description: 'In points; each is worth an hour of waiting.' },
);

export const QueueReasonSchema = Type.Object(
  {
    kind: oneOf(['finding', 'reported', 'notice', 'held'], {
      description:
        '`finding`: a rule’s. `reported`: by readers. `notice`: said to be illegal. `held`: put ' +
        'here by a decision that was no judgement of the text.',
    }),
    message: Type.String(),
    standard: nullable(oneOf(STANDARDS)),
    rule: nullable(Type.String()),
    reason: nullable(Type.String(), 'Of the finding, the reports or the decision.'),
    count: nullable(Type.Integer(), 'How many readers reported it so, or how many notices there are.'),
    decision_id: nullable(Type.String(), 'The decision that put it here.'),
  },
  { ...strict, $id: 'QueueReason' },
);

export const QueueItemSchema = Type.Object(
  {
    comment: reference(ListedCommentSchema),
    kinds: Type.Array(oneOf(QUEUE_KINDS)),
    waiting_since: time('When it was held, or when a reader first reported it.'),
    priority: reference(PrioritySchema),
    reasons: Type.Array(reference(QueueReasonSchema), { description: 'Why it is here.' }),
    claim: nullable(reference(ClaimSchema), 'Who is working on it; null for nobody.'),
    actions: Type.Array(oneOf(QUEUE_ACTIONS), {
      description:
        'What this key can do. `override`: approve and reject need `override`, because another ' +
        'moderator is working on it.',
    }),
  },
  { ...strict, $id: 'QueueItem' },
);

export const QueuePageSchema = Type.Object(
  {
    data: Type.Array(reference(QueueItemSchema)),
    next_cursor: nextCursor,
    as_of: time('The moment that this page, and those that follow it, are of.'),
  },
  { ...strict, $id: 'QueuePage' },
);

export const ClaimsSchema = Type.Object(
  { data: Type.Array(reference(QueueItemSchema)) },
  { ...strict, $id: 'Claims' },
);

export const TakeClaimsSchema = Type.Object(
  {
    count: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: CLAIMS_MAX,
        default: CLAIM_COUNT_DEFAULT,
        description: 'How many. Nobody holds more than fifty at once.',
      }),
    ),
    minutes: claimMinutes,
    filter: Type.Optional(Type.Object(queueFilters, strict)),
  },
  { ...strict, $id: 'TakeClaims', examples: [{ count: 10, minutes: 15 }] },
);

export const ReleasedSchema = Type.Object(
  { released: Type.Integer({ description: 'How many claims were given back.' }) },
  { ...strict, $id: 'Released' },
);

const bySection = Type.Array(
  Type.Object(
    { section: nullable(Type.String(), 'Null for threads of none.'), count: Type.Integer() },
    strict,
  ),
);

export const QueueCountsSchema = Type.Object(
  {
    pending: Type.Object(
      {
        count: Type.Integer(),
        oldest_at: nullable(time('Since when the first of them waits.')),
        by_standard: Type.Array(
          Type.Object({ standard: oneOf(STANDARDS), count: Type.Integer() }, strict),
          { description: 'A comment counts for each standard that something in it may break.' },
        ),
        by_section: bySection,
      },
      strict,
    ),
    reported: Type.Object(
      {
        count: Type.Integer({ description: 'Pending ones that were reported are among them.' }),
        visible: Type.Integer({
          description: 'Of those, seen by readers: with the pending ones, all that waits.',
        }),
        oldest_at: nullable(time('When the first report was made that nobody has answered.')),
        by_reason: Type.Array(
          Type.Object({ reason: oneOf(REPORT_REASONS), count: Type.Integer() }, strict),
        ),
        by_section: bySection,
      },
      strict,
    ),
  },
  { ...strict, $id: 'QueueCounts' },
);

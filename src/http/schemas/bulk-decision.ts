import { Type } from '@sinclair/typebox';

import { REASON_CODES } from '../../domain/reasons.js';
import { STANDARDS } from '../../domain/standard.js';
import { STATUSES } from '../../domain/status.js';
import { EXTERNAL_ID_LENGTH_MAX, LOCALE_LENGTH_MAX, SECTION_LENGTH_MAX } from '../../limits.js';
import { BULK_DECISIONS_MAX } from '../../limits/desk.js';
import { ListedCommentSchema } from './comment.js';
import {
  decisionReason,
  externalId,
  grounds,
  note,
  override,
  seenVersion,
  time,
} from './fields.js';
import { nullable, oneOf, reference } from './reference.js';

const strict = { additionalProperties: false };

const said = {
  action: oneOf(['approve', 'reject']),
  reason: decisionReason,
  note,
  ...grounds,
  override,
};

export const DecisionsSchema = Type.Object(
  {
    decisions: Type.Array(
      Type.Object(
        {
          comment_id: externalId('Our id of the comment, or yours.'),
          seen_version: seenVersion,
          ...said,
        },
        strict,
      ),
      { minItems: 1, maxItems: BULK_DECISIONS_MAX },
    ),
  },
  {
    ...strict,
    $id: 'Decisions',
    examples: [
      { decisions: [{ comment_id: 'comment-7', seen_version: 1, action: 'approve' }] },
    ],
  },
);

export const DecisionResultSchema = Type.Object(
  {
    comment_id: Type.String({ description: 'As it was sent.' }),
    status: oneOf(['ok', 'conflict', 'not_found', 'failed'], {
      description:
        '`ok`: it is decided and on the disk. `failed`: send it again; what was decided all the ' +
        'same, as where the connection to the database broke, is then a `conflict`.',
    }),
    code: nullable(Type.String(), 'Of the refusal, as docs/errors.md has it; null when ok.'),
    detail: nullable(Type.String()),
    decision_id: nullable(Type.String(), 'Of the decision that was made.'),
    current: nullable(
      Type.Object(
        {
          id: Type.String(),
          status: oneOf(STATUSES),
          version: Type.Integer({ description: 'For another decision, as `seen_version`.' }),
        },
        strict,
      ),
      'The comment as it now stands, where that is known.',
    ),
  },
  { ...strict, $id: 'DecisionResult' },
);

export const DecisionResultsSchema = Type.Object(
  {
    results: Type.Array(reference(DecisionResultSchema), {
      description: 'One for each decision, in the order in which they were sent.',
    }),
  },
  { ...strict, $id: 'DecisionResults' },
);

const text = (maxLength: number, description: string) =>
  Type.Optional(Type.String({ minLength: 1, maxLength, description }));

const id = (description: string) => text(EXTERNAL_ID_LENGTH_MAX, description);

export const DecideByFilterSchema = Type.Object(
  {
    filter: Type.Object(
      {
        status: Type.Optional(
          oneOf(['approved', 'pending', 'rejected'], { default: 'pending' }),
        ),
        author: id('Our id of an author, or yours.'),
        thread: id('Our id of a thread, or yours.'),
        section: text(SECTION_LENGTH_MAX, 'The part of the publication, of the thread.'),
        language: text(LOCALE_LENGTH_MAX, 'By the locale: `en` is also `en-GB`.'),
        standard: Type.Optional(oneOf(STANDARDS)),
        reason: Type.Optional(oneOf(REASON_CODES)),
        created_from: Type.Optional(time('Not before this time.')),
        created_to: Type.Optional(time('Before this time.')),
      },
      { ...strict, minProperties: 1, description: 'All that is given must hold.' },
    ),
    ...said,
    dry_run: Type.Boolean({ description: 'Say what it would be about, and change nothing.' }),
    token: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 500,
        description: 'Of the dry run of the same filter and action, or of the turn before.',
      }),
    ),
  },
  {
    ...strict,
    $id: 'DecideByFilter',
    examples: [
      {
        filter: { status: 'pending', author: 'reader-12' },
        action: 'reject',
        reason: 'advertising',
        dry_run: true,
      },
    ],
  },
);

export const FilterDecisionSchema = Type.Object(
  {
    dry_run: Type.Boolean(),
    count: Type.Integer({
      description: 'How many a dry run found, or how many were taken on in this turn.',
    }),
    more: Type.Boolean({ description: 'More than were counted, or more for the next turn.' }),
    sample: Type.Array(reference(ListedCommentSchema), {
      description: 'Of a dry run: the oldest, at most ten.',
    }),
    results: Type.Array(reference(DecisionResultSchema)),
    token: nullable(
      Type.String(),
      'To do what the dry run was about, or to go on; null when nothing is left.',
    ),
  },
  { ...strict, $id: 'FilterDecision' },
);

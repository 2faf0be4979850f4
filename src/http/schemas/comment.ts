import { Type } from '@sinclair/typebox';

import { ACTOR_KINDS, DECISION_ACTIONS } from '../../domain/decision.js';
import { STANDARDS } from '../../domain/standard.js';
import { STATUSES } from '../../domain/status.js';
import { ClaimSchema } from './claim.js';
import { nextCursor, time } from './fields.js';
import { nullable, oneOf, reference } from './reference.js';
import { LatestNotesSchema } from './note.js';
import { FindingSchema, SpanSchema, VerdictSchema } from './verdict.js';

const PRIVATE = 'Only with scope `moderate` or `admin`.';

export const CommentThreadSchema = Type.Object(
  {
    id: Type.String(),
    external_id: Type.String(),
    url: nullable(Type.String()),
    title: nullable(Type.String()),
  },
  { $id: 'CommentThread', additionalProperties: false },
);

export const CommentAuthorSchema = Type.Object(
  {
    id: Type.String(),
    external_id: nullable(Type.String()),
    name: Type.String({ description: 'As submitted with this comment.' }),
    url: nullable(Type.String()),
    email: Type.Optional(nullable(Type.String(), PRIVATE)),
    ip: Type.Optional(nullable(Type.String(), PRIVATE)),
    user_agent: Type.Optional(nullable(Type.String(), PRIVATE)),
  },
  { $id: 'CommentAuthor', additionalProperties: false },
);

const commentMembers = {
  id: Type.String({ examples: ['cmt_01kar0pxvsjh5gq0mzv8xk2w9d'] }),
  external_id: nullable(Type.String()),
  status: oneOf(STATUSES),
  shadow: Type.Boolean({
    description: 'True for a rejection that its author should not learn of.',
  }),
  version: Type.Integer({ minimum: 1, description: 'Send it as `seen_version` to decide.' }),
  thread: reference(CommentThreadSchema),
  author: reference(CommentAuthorSchema),
  parent_id: nullable(Type.String()),
  depth: Type.Integer({ minimum: 0 }),
  body: Type.String({ description: 'Exactly as submitted. Escape it before showing it.' }),
  locale: nullable(Type.String()),
  accepted_policy_version: nullable(Type.Integer()),
  metadata: nullable(Type.Record(Type.String(), Type.String())),
  created_at: time('When the reader wrote it.'),
  received_at: time('When it was submitted.'),
  edited_at: nullable(time('When its author last edited it.')),
  deleted_at: nullable(time('When its author withdrew it.')),
  redacted_at: nullable(time('Since when its text is erased: the body is empty.')),
};

export const CommentSchema = Type.Object(commentMembers, {
  $id: 'Comment',
  additionalProperties: false,
});

export const ListedCommentSchema = Type.Object(
  {
    ...commentMembers,
    findings: Type.Array(reference(FindingSchema), {
      description: 'Of the engine’s judgement of the present text.',
    }),
    found: Type.Optional(
      Type.Array(reference(SpanSchema), {
        description: 'Of a search by text: where the body has the words that were looked for.',
      }),
    ),
  },
  { $id: 'ListedComment', additionalProperties: false },
);

export const DecisionSchema = Type.Object(
  {
    id: Type.String(),
    comment_id: Type.String(),
    comment_version: Type.Integer({ description: 'The comment’s version after it.' }),
    actor: Type.Object(
      {
        kind: oneOf(ACTOR_KINDS),
        id: Type.Optional(nullable(Type.String(), PRIVATE)),
        name: Type.Optional(Type.String({ description: PRIVATE })),
      },
      { additionalProperties: false },
    ),
    action: oneOf(DECISION_ACTIONS),
    status: oneOf(STATUSES, { description: 'The comment’s status after it.' }),
    shadow: Type.Boolean(),
    reason: nullable(Type.String()),
    note: Type.Optional(nullable(Type.String(), PRIVATE)),
    policy_version: Type.Integer(),
    policy_digest: Type.String(),
    supersedes: nullable(Type.String(), 'The decision that stood before.'),
    standard: nullable(oneOf(STANDARDS), 'What a person said that it enforces.'),
    legal_ground: nullable(Type.String(), 'The law that a person said that it rests on.'),
    restores: nullable(Type.String(), 'The earlier decision that an undo brings back.'),
    created_at: time('When it was made.'),
    findings: Type.Array(reference(FindingSchema), { description: 'Empty for a person’s.' }),
  },
  { $id: 'Decision', additionalProperties: false, description: 'A recorded act. Never changed.' },
);

export const RevisionSchema = Type.Object(
  {
    version: Type.Integer({ description: 'The comment’s version while this was its text.' }),
    body: Type.String(),
    replaced_at: time('When its author replaced it.'),
  },
  { $id: 'Revision', additionalProperties: false },
);

export const CommentFileSchema = Type.Object(
  {
    ...ListedCommentSchema.properties,
    decisions: Type.Array(reference(DecisionSchema), { description: 'Oldest first.' }),
    revisions: Type.Array(reference(RevisionSchema), { description: 'Oldest first.' }),
    reports: Type.Optional(
      Type.Object(
        {
          count: Type.Integer({ minimum: 0, description: 'How many readers reported it.' }),
          open: Type.Integer({ minimum: 0, description: 'Of those, without an answer.' }),
          weight: Type.Number({ minimum: 0, description: 'What those weigh together.' }),
        },
        { additionalProperties: false, description: PRIVATE },
      ),
    ),
    notices: Type.Optional(
      Type.Object(
        {
          open: Type.Integer({ minimum: 0, description: 'Notices without an answer.' }),
          trusted: Type.Integer({ minimum: 0, description: 'Of those, by trusted flaggers.' }),
        },
        { additionalProperties: false, description: PRIVATE },
      ),
    ),
    claim: Type.Optional(
      nullable(reference(ClaimSchema), `Who is working on it; null for nobody. ${PRIVATE}`),
    ),
    notes: Type.Optional(reference(LatestNotesSchema)),
  },
  { $id: 'CommentFile', additionalProperties: false },
);

export const JudgedCommentSchema = Type.Object(
  { comment: reference(CommentSchema), verdict: reference(VerdictSchema) },
  { $id: 'JudgedComment', additionalProperties: false },
);

export const DecidedCommentSchema = Type.Object(
  { comment: reference(CommentSchema), decision: reference(DecisionSchema) },
  { $id: 'DecidedComment', additionalProperties: false },
);

export const CommentPageSchema = Type.Object(
  { data: Type.Array(reference(ListedCommentSchema)), next_cursor: nextCursor },
  { $id: 'CommentPage', additionalProperties: false },
);

/** What readers may see of a comment, and no more. */
export const PublishedCommentSchema = Type.Object(
  {
    id: Type.String(),
    external_id: nullable(Type.String()),
    parent_id: nullable(Type.String(), 'The comment answered, which may itself not be shown.'),
    depth: Type.Integer({ minimum: 0, description: '0 for a comment on the article; bounded.' }),
    author: Type.Object(
      {
        id: Type.String(),
        external_id: nullable(Type.String()),
        name: Type.String(),
        url: nullable(Type.String()),
      },
      { additionalProperties: false },
    ),
    body: Type.String({ description: 'Plain text. Escape it before showing it.' }),
    created_at: time('When the reader wrote it.'),
    edited_at: nullable(time('When its author last edited it.')),
    redacted_at: nullable(time('Since when its text is erased: the body is empty.')),
  },
  { $id: 'PublishedComment', additionalProperties: false },
);

export const PublishedPageSchema = Type.Object(
  { data: Type.Array(reference(PublishedCommentSchema)), next_cursor: nextCursor },
  { $id: 'PublishedPage', additionalProperties: false },
);

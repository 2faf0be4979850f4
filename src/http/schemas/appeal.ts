import { Type } from '@sinclair/typebox';

import { APPEAL_OUTCOMES, APPEAL_STATUSES } from '../../domain/appeal.js';
import { REASON_LENGTH_MAX } from '../../limits.js';
import { APPEAL_TEXT_LENGTH_MAX } from '../../limits/desk.js';
import { CommentSchema } from './comment.js';
import { externalId, nextCursor, time } from './fields.js';
import { nullable, oneOf, reference } from './reference.js';

const strict = { additionalProperties: false };
const PRIVATE = 'Only with scope `moderate` or `admin`.';

export const NewAppealSchema = Type.Object(
  {
    author: externalId('Your id of the author who appeals, or ours.'),
    text: Type.String({
      minLength: 1,
      maxLength: APPEAL_TEXT_LENGTH_MAX,
      description: 'Why the decision is wrong, in the author’s words.',
    }),
  },
  {
    ...strict,
    $id: 'NewAppeal',
    examples: [{ author: 'reader-12', text: 'I quoted the minister; I did not insult anybody.' }],
  },
);

const members = {
  id: Type.String({ examples: ['apl_01kar0pxvsjh5gq0mzv8xk2w9d'] }),
  comment_id: Type.String(),
  decision_id: Type.String({ description: 'What it is against.' }),
  author_id: Type.String(),
  text: Type.String(),
  status: oneOf(APPEAL_STATUSES, { description: '`withdrawn` with its comment.' }),
  message: Type.String({ description: 'How it stands, in a sentence for its author.' }),
  outcome_reason: nullable(Type.String(), 'Why, for its author.'),
  created_at: time('When it was filed.'),
  resolved_at: nullable(time('When it was answered.')),
  decided_first_by: Type.Optional(nullable(Type.String(), `The key that decided. ${PRIVATE}`)),
  resolved_by: Type.Optional(
    nullable(
      Type.Object({ id: Type.String(), name: nullable(Type.String()) }, strict),
      `Who answered. ${PRIVATE}`,
    ),
  ),
  outcome_decision_id: nullable(Type.String(), 'What brought the comment back.'),
};

export const AppealSchema = Type.Object(members, {
  ...strict,
  $id: 'Appeal',
  description: 'An author’s challenge to a decision.',
});

export const ListedAppealSchema = Type.Object(
  { ...members, author_name: Type.String({ description: 'As it is now.' }) },
  { ...strict, $id: 'ListedAppeal', description: 'An appeal in a list for moderators.' },
);

export const AppealPageSchema = Type.Object(
  { data: Type.Array(reference(AppealSchema)), next_cursor: nextCursor },
  { ...strict, $id: 'AppealPage' },
);

export const ListedAppealPageSchema = Type.Object(
  { data: Type.Array(reference(ListedAppealSchema)), next_cursor: nextCursor },
  { ...strict, $id: 'ListedAppealPage' },
);

export const ResolveAppealSchema = Type.Object(
  {
    outcome: oneOf(APPEAL_OUTCOMES, {
      description: '`upheld`: the decision stays. `overturned`: the comment is approved.',
    }),
    reason: Type.String({
      minLength: 1,
      maxLength: REASON_LENGTH_MAX,
      description: 'Why. The author is told.',
    }),
    seen_version: Type.Integer({
      minimum: 1,
      maximum: 2_147_483_647,
      description: 'The `version` of the comment that the moderator looked at.',
    }),
  },
  {
    ...strict,
    $id: 'ResolveAppeal',
    examples: [{ outcome: 'overturned', reason: 'It was a quotation.', seen_version: 2 }],
  },
);

export const ResolvedAppealSchema = Type.Object(
  { appeal: reference(AppealSchema), comment: reference(CommentSchema) },
  { ...strict, $id: 'ResolvedAppeal' },
);

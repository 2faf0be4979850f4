import { Type } from '@sinclair/typebox';

import { BLOCK_KINDS, BLOCK_MODES, BLOCK_RAISERS } from '../../domain/block.js';
import { REASON_LENGTH_MAX } from '../../limits.js';
import { blockReason, nextCursor, note, time } from './fields.js';
import { nullable, oneOf, reference } from './reference.js';

const members = {
  id: Type.String(),
  kind: oneOf(BLOCK_KINDS),
  value: Type.String({ description: 'An author’s id, a name, an address, a domain or a CIDR.' }),
  mode: oneOf(BLOCK_MODES),
  reason: Type.String(),
  note: nullable(Type.String(), 'For moderators only.'),
  until: nullable(time('When it ends by itself.'), 'Null: for good.'),
  raised_by: oneOf(BLOCK_RAISERS, {
    description: 'A moderator, or the policy by its threshold of strikes.',
  }),
  created_at: time('Since when it is in force.'),
  created_by: Type.String({ description: 'The name of the key that made it.' }),
  lifted_at: nullable(time('When it was lifted.')),
  lifted_by: nullable(Type.String()),
  lift_reason: nullable(Type.String(), 'Why it was lifted, where that was said.'),
  replaced_by: nullable(
    Type.String(),
    'The id of the block on the same value that took its place, and what it had rejected.',
  ),
};

export const BlockSchema = Type.Object(members, { $id: 'Block', additionalProperties: false });

export const ListedBlockSchema = Type.Object(
  {
    ...members,
    author_name: nullable(Type.String(), 'Of the author whom it is on; null for any other kind.'),
  },
  { $id: 'ListedBlock', additionalProperties: false },
);

export const ListedBlockPageSchema = Type.Object(
  { data: Type.Array(reference(ListedBlockSchema)), next_cursor: nextCursor },
  { $id: 'ListedBlockPage', additionalProperties: false },
);

const file = {
  ...members,
  rejected_comments: Type.Integer({
    description: 'Comments that it took down and about which nobody has decided since.',
  }),
};

export const BlockFileSchema = Type.Object(file, {
  $id: 'BlockFile',
  additionalProperties: false,
});

export const restoredComments = Type.Integer({
  description: 'How many comments came back because the block alone kept them down.',
});

export const BlockLiftedSchema = Type.Object(
  { ...file, restored_comments: restoredComments },
  { $id: 'BlockLifted', additionalProperties: false },
);

export const BlockPageSchema = Type.Object(
  { data: Type.Array(reference(BlockSchema)), next_cursor: nextCursor },
  { $id: 'BlockPage', additionalProperties: false },
);

const terms = {
  mode: Type.Optional(
    oneOf(BLOCK_MODES, {
      default: 'reject',
      description:
        '`reject` what comes, `hold` it for a person, or `shadow`: reject it and let the CMS ' +
        'show it to its author alone.',
    }),
  ),
  reason: blockReason,
  note,
  until: Type.Optional(nullable(time('When it ends by itself.'), 'Left out or null: for good.')),
  days: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 3_650,
      description: 'The same as a number of days from now. Send one of the two.',
    }),
  ),
  reject_since: Type.Optional(
    time('Also reject what came in since then, approved comments too, in the same transaction.'),
  ),
  reject_hours: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 8_760,
      description: 'The same as a number of hours back from now. Send one of the two.',
    }),
  ),
};

/** How a block is ended. */
export const ending = {
  reason: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: REASON_LENGTH_MAX,
      description: 'Why, for the record. Moderators see it.',
    }),
  ),
  restore: Type.Optional(
    Type.Boolean({
      default: true,
      description: 'Bring back what the block alone rejected.',
    }),
  ),
};

export const UnblockAuthorSchema = Type.Object(ending, {
  $id: 'UnblockAuthor',
  additionalProperties: false,
  examples: [{ reason: 'apologised to the author of the article' }],
});

export const NewBlockSchema = Type.Object(
  {
    kind: oneOf(BLOCK_KINDS),
    value: Type.String({ minLength: 1, maxLength: 320 }),
    ...terms,
  },
  {
    $id: 'NewBlock',
    additionalProperties: false,
    examples: [
      { kind: 'ip', value: '203.0.113.0/24', reason: 'spam wave', mode: 'hold' },
      { kind: 'email_domain', value: 'mailinator.com', reason: 'throw-away addresses' },
    ],
  },
);

export const BlockAuthorSchema = Type.Object(
  {
    ...terms,
    reject_pending: Type.Optional(
      Type.Boolean({
        default: true,
        description: 'Also reject what of the author waits, the oldest 2,000 of it at most.',
      }),
    ),
  },
  {
    $id: 'BlockAuthor',
    additionalProperties: false,
    examples: [{ reason: 'personal attacks after a warning', until: '2027-01-31T00:00:00Z' }],
  },
);

import { Type } from '@sinclair/typebox';

import { IDENTITY_KINDS, STANDINGS } from '../../domain/author.js';
import { STATUSES } from '../../domain/status.js';
import { BlockSchema, restoredComments } from './block.js';
import { nextCursor, time } from './fields.js';
import { LatestNotesSchema } from './note.js';
import { nullable, oneOf, reference } from './reference.js';

const counts = Object.fromEntries(STATUSES.map((status) => [status, Type.Integer()]));

const members = {
  id: Type.String(),
  known_by: oneOf(IDENTITY_KINDS, { description: 'What the site knows the author by.' }),
  external_id: nullable(Type.String()),
  name: Type.String({ description: 'As last submitted.' }),
  email: nullable(Type.String()),
  url: nullable(Type.String()),
  accepted_policy_version: nullable(
    Type.Integer(),
    'The latest version of the discussion policy that the author accepted.',
  ),
  standing: oneOf(STANDINGS),
  counts: Type.Object(counts, {
    additionalProperties: false,
    description: 'Comments by status.',
  }),
  created_at: time('When the site met the author.'),
  updated_at: time('When the author last submitted.'),
  erased_at: nullable(time('Since when nothing here tells who it is.')),
};

export const AuthorSchema = Type.Object(members, { $id: 'Author', additionalProperties: false });

export const AuthorPageSchema = Type.Object(
  { data: Type.Array(reference(AuthorSchema)), next_cursor: nextCursor },
  { $id: 'AuthorPage', additionalProperties: false },
);

const strict = { additionalProperties: false };

export const StandingExplainedSchema = Type.Object(
  {
    age_days: Type.Integer({ description: 'Since the site met the author.' }),
    strikes: Type.Object(
      {
        in_force: Type.Array(
          Type.Object(
            {
              comment_id: Type.String(),
              decision_id: Type.String({ description: 'The rejection.' }),
              decided_at: time('When the comment was rejected.'),
              expires_at: time('Until when the strike counts.'),
            },
            strict,
          ),
          { description: 'Newest first.' },
        ),
        block_at: Type.Integer({
          description: 'At so many the policy blocks the author; 0 for never.',
        }),
      },
      strict,
    ),
    engine: Type.Object(
      {
        looked_at: Type.Integer({
          description: 'Of the latest comments, those about which a person decided too.',
        }),
        agreed: Type.Integer(),
        flagged_wrongly: Type.Integer({ description: 'Held or rejected; a person approved it.' }),
        missed: Type.Integer({ description: 'Approved; a person rejected it.' }),
      },
      { ...strict, description: 'How people saw what the engine had said of the comments.' },
    ),
    reports: Type.Object(
      { agreed: Type.Integer(), disagreed: Type.Integer(), open: Type.Integer() },
      { ...strict, description: 'Readers’ reports, by what people made of them.' },
    ),
    warnings: Type.Object(
      {
        given: Type.Integer(),
        unacknowledged: Type.Integer({ description: 'Not shown to the author yet.' }),
      },
      strict,
    ),
    blocks: Type.Object({ in_force: Type.Integer(), past: Type.Integer() }, strict),
  },
  {
    ...strict,
    $id: 'StandingExplained',
    description: 'What an author’s standing is made of, computed from the record.',
  },
);

const file = {
  ...members,
  standing_explained: reference(StandingExplainedSchema),
  blocks: Type.Array(reference(BlockSchema), {
    description: 'On the author, in force and past, newest first; the latest 50.',
  }),
  notes: reference(LatestNotesSchema),
};

export const AuthorFileSchema = Type.Object(file, { ...strict, $id: 'AuthorFile' });

export const AuthorUnblockedSchema = Type.Object(
  { ...file, restored_comments: restoredComments },
  { ...strict, $id: 'AuthorUnblocked' },
);

export const AuthorBlockedSchema = Type.Object(
  {
    author: reference(AuthorFileSchema),
    block: reference(BlockSchema),
    rejected_comments: Type.Integer({ description: 'How many comments were rejected.' }),
  },
  { $id: 'AuthorBlocked', additionalProperties: false },
);

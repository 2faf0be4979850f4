import { Type } from '@sinclair/typebox';

import { BLOCK_KINDS, BLOCK_MODES } from '../../domain/block.js';
import { blockReason, nextCursor, time } from './fields.js';
import { nullable, oneOf, reference } from './reference.js';

export const BlockSchema = Type.Object(
  {
    id: Type.String(),
    kind: oneOf(BLOCK_KINDS),
    value: Type.String({ description: 'An author’s id, a name, an address, a domain or a CIDR.' }),
    mode: oneOf(BLOCK_MODES),
    reason: Type.String(),
    until: nullable(time('When it ends by itself.'), 'Null: for good.'),
    created_at: time('Since when it is in force.'),
    created_by: Type.String({ description: 'The name of the key that made it.' }),
    lifted_at: nullable(time('When it was lifted.')),
    lifted_by: nullable(Type.String()),
  },
  { $id: 'Block', additionalProperties: false },
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
  until: Type.Optional(nullable(time('When it ends by itself.'), 'Left out or null: for good.')),
};

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
        description: 'Also reject what of the author waits for a person.',
      }),
    ),
  },
  {
    $id: 'BlockAuthor',
    additionalProperties: false,
    examples: [{ reason: 'personal attacks after a warning', until: '2027-01-31T00:00:00Z' }],
  },
);

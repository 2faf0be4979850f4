import { Type } from '@sinclair/typebox';

import { ACT_KINDS, OBJECT_KINDS, STREAM_TYPES } from '../../domain/audit.js';
import { ACTOR_KINDS } from '../../domain/decision.js';
import { DecisionSchema } from './comment.js';
import { nextCursor, time } from './fields.js';
import { nullable, oneOf, reference } from './reference.js';

const strict = { additionalProperties: false };
const hash = Type.String({ description: '64 hexadecimal digits.' });
const sequence = Type.Integer({ minimum: 0, description: 'From 1, without gaps.' });
const state = (description: string) =>
  Type.Unsafe<Record<string, unknown> | null>({
    description,
    anyOf: [{ type: 'object', additionalProperties: true }, { type: 'null' }],
  });

export const AuditEntrySchema = Type.Object(
  {
    sequence,
    id: Type.String({ examples: ['evt_01kar0pxvsjh5gq0mzv8xk2w9d'] }),
    kind: oneOf(ACT_KINDS),
    actor: Type.Object(
      {
        kind: oneOf(ACTOR_KINDS),
        id: nullable(Type.String(), 'The key of a moderator, the author’s id of an author.'),
        name: nullable(Type.String(), 'Of the key. Not in the record itself: looked up now.'),
      },
      strict,
    ),
    object: Type.Object({ kind: oneOf(OBJECT_KINDS), id: Type.String() }, strict),
    comment_id: nullable(Type.String()),
    author_id: nullable(Type.String(), 'Whom it concerns.'),
    before: state('How it was; null for what was not there.'),
    after: state('How it is then.'),
    created_at: time('When it happened.'),
    previous_hash: hash,
    hash,
  },
  {
    ...strict,
    $id: 'AuditEntry',
    description: 'An act on record. References and states; nobody’s name, address or text.',
  },
);

export const AuditPageSchema = Type.Object(
  { data: Type.Array(reference(AuditEntrySchema)), next_cursor: nextCursor },
  { ...strict, $id: 'AuditPage' },
);

export const AuditHeadSchema = Type.Object(
  { sequence, hash },
  { ...strict, $id: 'AuditHead', description: 'Where the record ends.' },
);

export const VerifyAuditSchema = Type.Object(
  {
    known: Type.Optional(
      nullable(
        Type.Object(
          {
            sequence: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
            hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
          },
          strict,
        ),
        'An end of the record that you noted down elsewhere.',
      ),
    ),
  },
  {
    ...strict,
    $id: 'VerifyAudit',
    examples: [{ known: { sequence: 4711, hash: '9f2c'.repeat(16) } }],
  },
);

/** The data of the events `progress`. */
export const VerifyProgressSchema = Type.Object(
  {
    read: Type.Integer({ minimum: 0, description: 'Entries and comments read.' }),
    total: Type.Integer({ minimum: 0, description: 'Of how many.' }),
  },
  { ...strict, $id: 'VerifyProgress' },
);

export const VerifiedAuditSchema = Type.Object(
  {
    ended: oneOf(['complete', 'cancelled'], {
      description: '`cancelled`: the service is stopping, and not all was read.',
    }),
    whole: Type.Boolean({ description: 'All was read, and nothing is wrong with it.' }),
    entries: Type.Integer({ minimum: 0, description: 'On record when it began.' }),
    comments: Type.Integer({
      minimum: 0,
      description: 'Compared with the record; none where the chain itself is broken.',
    }),
    unsealed: Type.Integer({
      minimum: 0,
      description: 'Of those, the ones of which only the status proves something.',
    }),
    head: reference(AuditHeadSchema),
    problems: Type.Array(
      Type.Object(
        {
          sequence: nullable(sequence, 'Null for what is wrong with no entry in particular.'),
          entry_id: nullable(Type.String()),
          what: Type.String({ description: 'In English.' }),
        },
        strict,
      ),
      { description: 'The first bad entry of the chain, or rows that are not as recorded.' },
    ),
  },
  { ...strict, $id: 'VerifiedAudit', description: 'Whether the record is whole, and what is not.' },
);

export const DecisionPageSchema = Type.Object(
  { data: Type.Array(reference(DecisionSchema)), next_cursor: nextCursor },
  { ...strict, $id: 'DecisionPage' },
);

export const EventSchema = Type.Object(
  {
    id: Type.String({ description: 'The same however often it is sent.' }),
    type: oneOf(STREAM_TYPES),
    timestamp: time('When it happened.'),
    data: Type.Object(
      {},
      {
        additionalProperties: true,
        description: 'Our ids and yours, states before and after, codes of reasons; of a moderator who ' +
          'acted, the key and its name as `actor`.',
      },
    ),
  },
  { ...strict, $id: 'Event' },
);

import { Type } from '@sinclair/typebox';

import { KEY_FRONTS, SCOPES } from '../../domain/api-key.js';
import { SIGNING_SECRET_LENGTH_MAX, SIGNING_SECRET_LENGTH_MIN } from '../../limits/fronts.js';
import { time } from './fields.js';
import { nullable, oneOf, reference } from './reference.js';

const members = {
  id: Type.String(),
  name: Type.String({ description: 'Who acts when the key is used; stands in the record.' }),
  scopes: Type.Array(oneOf(SCOPES), {
    description: 'All that it may do; a higher scope includes the lower ones.',
  }),
  front: nullable(
    oneOf(KEY_FRONTS),
    'The other service whose clients it is for, and good for alone; null for this API.',
  ),
  created_at: time('When it was made.'),
  revoked_at: nullable(time('When it was revoked.')),
};

export const KeySchema = Type.Object(members, { $id: 'Key', additionalProperties: false });

export const NewKeySchema = Type.Object(
  {
    ...members,
    key: Type.String({ description: 'The secret. Shown this once; only its hash is kept.' }),
  },
  { $id: 'CreatedKey', additionalProperties: false },
);

export const KeyListSchema = Type.Object(
  { data: Type.Array(reference(KeySchema)), next_cursor: Type.Null() },
  { $id: 'KeyList', additionalProperties: false },
);

const name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });

export const CreateAkismetKeySchema = Type.Object(
  { name },
  { $id: 'NewAkismetKey', additionalProperties: false, examples: [{ name: 'our blog' }] },
);

export const CreateCoralKeySchema = Type.Object(
  {
    name,
    signing_secret: Type.String({
      minLength: SIGNING_SECRET_LENGTH_MIN,
      maxLength: SIGNING_SECRET_LENGTH_MAX,
      pattern: '^[\\x21-\\x7e]+$',
      description: 'The signing secret that Coral shows for the phase. Never shown again here.',
    }),
  },
  {
    $id: 'NewCoralKey',
    additionalProperties: false,
    examples: [{ name: 'Coral', signing_secret: 'a-secret-that-coral-has-made-for-the-phase' }],
  },
);

export const CreateKeySchema = Type.Object(
  {
    name,
    scopes: Type.Array(oneOf(SCOPES), { minItems: 1, maxItems: SCOPES.length }),
  },
  {
    $id: 'NewKey',
    additionalProperties: false,
    examples: [
      { name: 'cms', scopes: ['submit'] },
      { name: 'Anna (newsroom)', scopes: ['moderate'] },
    ],
  },
);

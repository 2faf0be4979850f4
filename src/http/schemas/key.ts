import { Type } from '@sinclair/typebox';

import { SCOPES } from '../../domain/api-key.js';
import { time } from './fields.js';
import { nullable, oneOf, reference } from './reference.js';

const members = {
  id: Type.String(),
  name: Type.String({ description: 'Who acts when the key is used; stands in the record.' }),
  scopes: Type.Array(oneOf(SCOPES), {
    description: 'All that it may do; a higher scope includes the lower ones.',
  }),
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

export const CreateKeySchema = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
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

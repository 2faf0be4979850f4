import { Type } from '@sinclair/typebox';

import { SCOPES } from '../../domain/api-key.js';
import { time } from './fields.js';
import { nullable, oneOf } from './reference.js';

export const SessionSchema = Type.Object(
  {
    id: nullable(Type.String(), 'Null where a key is shown and no session.'),
    site: Type.Object({ id: Type.String(), name: Type.String() }),
    key: Type.Object({
      id: Type.String(),
      name: Type.String({ description: 'Who acts; stands in the record.' }),
    }),
    scopes: Type.Array(oneOf(SCOPES), { description: 'All that the caller may do.' }),
    csrf_token: nullable(
      Type.String(),
      'To be sent as X-Csrf-Token with every request of the session but GET and HEAD.',
    ),
    opened_at: nullable(time('When the session was opened.')),
    expires_at: nullable(time('When it ends by itself.')),
  },
  {
    $id: 'Session',
    additionalProperties: false,
    description: 'Who calls. Of a key that is shown itself what is about a session is null.',
  },
);

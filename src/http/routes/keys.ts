import { createKey } from '../../operations/create-key.js';
import { listKeys } from '../../operations/list-keys.js';
import { revokeKey } from '../../operations/revoke-key.js';
import { callerOf } from '../auth.js';
import type { Routes } from '../routes.js';
import { idParams } from '../schemas/fields.js';
import { CreateKeySchema, KeyListSchema, KeySchema, NewKeySchema } from '../schemas/key.js';
import { problems } from '../schemas/problem.js';
import { reference } from '../schemas/reference.js';
import { highestScope, keyView } from '../views/key-view.js';

const tags = ['Keys'];

export const keyRoutes: Routes = (app, deps) => {
  app.post(
    '/v1/keys',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'createKey',
        summary: 'Make a key',
        description: 'The secret is in this answer only. A higher scope includes the lower ones.',
        tags,
        body: reference(CreateKeySchema),
        response: {
          201: reference(NewKeySchema),
          ...problems('invalid_request', 'too_many_keys'),
        },
      },
    },
    async (request, reply) => {
      const { name, scopes } = request.body;
      const created = await createKey(deps, {
        caller: callerOf(request),
        name: name.trim(),
        scope: highestScope(scopes),
      });
      return reply.code(201).send({ ...keyView(created.key), key: created.token });
    },
  );

  app.get(
    '/v1/keys',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'listKeys',
        summary: 'List keys',
        description: 'Every key of the site, also revoked ones, oldest first. No secrets.',
        tags,
        response: { 200: reference(KeyListSchema) },
      },
    },
    async (request) => {
      const keys = await listKeys(deps, { caller: callerOf(request) });
      return { data: keys.map(keyView), next_cursor: null };
    },
  );

  app.delete(
    '/v1/keys/:id',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'revokeKey',
        summary: 'Revoke a key',
        description: 'The next request with it is refused. It stays on record.',
        tags,
        params: idParams('The id of the key; of `gp_…` the part before the next `_`.'),
        response: { 200: reference(KeySchema), ...problems('not_found', 'last_admin_key') },
      },
    },
    async (request) =>
      keyView(await revokeKey(deps, { caller: callerOf(request), ...request.params })),
  );
};

import { createAkismetKey } from '../../operations/create-akismet-key.js';
import { createCoralKey } from '../../operations/create-coral-key.js';
import { callerOf } from '../auth.js';
import type { Routes } from '../routes.js';
import {
  CreateAkismetKeySchema,
  CreateCoralKeySchema,
  KeySchema,
  NewKeySchema,
} from '../schemas/key.js';
import { problems } from '../schemas/problem.js';
import { reference } from '../schemas/reference.js';
import { keyView } from '../views/key-view.js';

const tags = ['Keys'];

export const frontKeyRoutes: Routes = (app, deps) => {
  app.post(
    '/v1/keys/akismet',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'createAkismetKey',
        summary: 'Make a key for a client of Akismet',
        description:
          '12 characters, good for the Akismet front alone. Its holder submits comments, and ' +
          'decides about them with `submit-spam` and `submit-ham`.',
        tags,
        body: reference(CreateAkismetKeySchema),
        response: {
          201: reference(NewKeySchema),
          ...problems('invalid_request', 'too_many_keys'),
        },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const created = await createAkismetKey(deps, { caller, name: request.body.name.trim() });
      return reply.code(201).send({ ...keyView(created.key), key: created.token });
    },
  );

  app.post(
    '/v1/keys/coral',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'createCoralKey',
        summary: 'Let a Coral in by its signing secret',
        description:
          'For the external moderation phase: Coral makes the secret and signs with it. To replace ' +
          'it, make a second one and revoke the first.',
        tags,
        body: reference(CreateCoralKeySchema),
        response: { 201: reference(KeySchema), ...problems('invalid_request', 'too_many_keys') },
      },
    },
    async (request, reply) => {
      const { name, signing_secret } = request.body;
      const caller = callerOf(request);
      const key = await createCoralKey(deps, { caller, name: name.trim(), signing_secret });
      return reply.code(201).send(keyView(key));
    },
  );
};

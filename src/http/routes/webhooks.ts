import { changeWebhook } from '../../operations/change-webhook.js';
import { createWebhook } from '../../operations/create-webhook.js';
import { deleteWebhook } from '../../operations/delete-webhook.js';
import { getWebhook } from '../../operations/get-webhook.js';
import { listWebhooks } from '../../operations/list-webhooks.js';
import { rotateWebhookSecret } from '../../operations/rotate-webhook-secret.js';
import { callerOf } from '../auth.js';
import type { Routes } from '../routes.js';
import { idParams } from '../schemas/fields.js';
import { problems } from '../schemas/problem.js';
import { reference } from '../schemas/reference.js';
import {
  NewWebhookSchema,
  WebhookChangeSchema,
  WebhookListSchema,
  WebhookSchema,
  WebhookWithSecretSchema,
} from '../schemas/webhook.js';
import { webhookView, webhookWithSecretView } from '../views/webhook-view.js';

const tags = ['Webhooks'];
const params = idParams('The id of the webhook.');

export const webhookRoutes: Routes = (app, deps) => {
  app.post(
    '/v1/webhooks',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'createWebhook',
        summary: 'Have events sent to an address',
        description: 'From now on. The secret is in this answer only.',
        tags,
        body: reference(NewWebhookSchema),
        response: {
          201: reference(WebhookWithSecretSchema),
          ...problems('invalid_request', 'too_many_webhooks', 'invalid_webhook_url'),
        },
      },
    },
    async (request, reply) => {
      const { url, description = null, event_types = null } = request.body;
      const said = { url, description, event_types };
      const webhook = await createWebhook(deps, { caller: callerOf(request), ...said });
      return reply.code(201).send(webhookWithSecretView(webhook));
    },
  );

  app.get(
    '/v1/webhooks',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'listWebhooks',
        summary: 'List webhooks',
        description: 'All of the site, oldest first. No secrets.',
        tags,
        response: { 200: reference(WebhookListSchema) },
      },
    },
    async (request) => {
      const webhooks = await listWebhooks(deps, { caller: callerOf(request) });
      return { data: webhooks.map(webhookView), next_cursor: null };
    },
  );
  oneWebhook(app, deps);
};

const oneWebhook: Routes = (app, deps) => {
  app.get(
    '/v1/webhooks/:id',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'getWebhook',
        summary: 'Show a webhook',
        tags,
        params,
        response: { 200: reference(WebhookSchema), ...problems('not_found') },
      },
    },
    async (request) =>
      webhookView(await getWebhook(deps, { caller: callerOf(request), ...request.params })),
  );

  app.patch(
    '/v1/webhooks/:id',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'changeWebhook',
        summary: 'Change a webhook, or enable or disable it',
        description: 'What is left out stays. Enabled again, it goes on where it stood.',
        tags,
        params,
        body: reference(WebhookChangeSchema),
        response: {
          200: reference(WebhookSchema),
          ...problems('invalid_request', 'not_found', 'invalid_webhook_url'),
        },
      },
    },
    async (request) => {
      const input = { ...request.body, ...request.params };
      return webhookView(await changeWebhook(deps, { caller: callerOf(request), ...input }));
    },
  );
  endingAndRotating(app, deps);
};

const endingAndRotating: Routes = (app, deps) => {
  app.delete(
    '/v1/webhooks/:id',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'deleteWebhook',
        summary: 'Delete a webhook',
        description: 'What was on its way is not sent; its deliveries are removed.',
        tags,
        params,
        response: { 200: reference(WebhookSchema), ...problems('not_found') },
      },
    },
    async (request) =>
      webhookView(await deleteWebhook(deps, { caller: callerOf(request), ...request.params })),
  );

  app.post(
    '/v1/webhooks/:id/rotate-secret',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'rotateWebhookSecret',
        summary: 'Give a webhook a new secret',
        description: 'For 24 hours the old one signs too. The new one is in this answer only.',
        tags,
        params,
        response: { 200: reference(WebhookWithSecretSchema), ...problems('not_found') },
      },
    },
    async (request) => {
      const input = { caller: callerOf(request), ...request.params };
      return webhookWithSecretView(await rotateWebhookSecret(deps, input));
    },
  );
};

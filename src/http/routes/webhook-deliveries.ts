import { Type } from '@sinclair/typebox';

import { DELIVERY_STATUSES } from '../../domain/webhook.js';
import { EXTERNAL_ID_LENGTH_MAX } from '../../limits.js';
import { getDelivery } from '../../operations/get-delivery.js';
import { listDeliveries } from '../../operations/list-deliveries.js';
import { replayDelivery } from '../../operations/replay-delivery.js';
import { replayFailedDeliveries } from '../../operations/replay-failed-deliveries.js';
import { testWebhook } from '../../operations/test-webhook.js';
import { callerOf } from '../auth.js';
import { pageOfIds } from '../page-request.js';
import type { Routes } from '../routes.js';
import { idParams, pageQuery } from '../schemas/fields.js';
import { problems } from '../schemas/problem.js';
import { oneOf, reference } from '../schemas/reference.js';
import {
  DeliveryPageSchema,
  DeliveryWithAttemptsSchema,
  ReplayedSchema,
  ReplayFailedSchema,
} from '../schemas/webhook.js';
import { deliveryFileView, deliveryView } from '../views/webhook-view.js';

const tags = ['Webhooks'];
const ofWebhook = idParams('The id of the webhook.');
const params = Type.Object({
  ...ofWebhook.properties,
  delivery: Type.String({
    minLength: 1,
    maxLength: EXTERNAL_ID_LENGTH_MAX,
    description: 'The id of the delivery.',
  }),
});

export const webhookDeliveryRoutes: Routes = (app, deps) => {
  app.get(
    '/v1/webhooks/:id/deliveries',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'listDeliveries',
        summary: 'List what was sent to a webhook, or is to be',
        description: 'Newest first. What has ended is kept for 30 days.',
        tags,
        params: ofWebhook,
        querystring: Type.Object({
          status: Type.Optional(oneOf(DELIVERY_STATUSES)),
          ...pageQuery,
        }),
        response: {
          200: reference(DeliveryPageSchema),
          ...problems('invalid_request', 'invalid_cursor', 'not_found'),
        },
      },
    },
    async (request) => {
      const { status = null, ...rest } = request.query;
      const asked = { ...request.params, status, page: pageOfIds(rest, 'dlv') };
      const page = await listDeliveries(deps, { caller: callerOf(request), ...asked });
      return { data: page.data.map(deliveryView), next_cursor: page.next_cursor };
    },
  );

  app.get(
    '/v1/webhooks/:id/deliveries/:delivery',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'getDelivery',
        summary: 'Show a delivery with its attempts',
        tags,
        params,
        response: { 200: reference(DeliveryWithAttemptsSchema), ...problems('not_found') },
      },
    },
    async (request) =>
      deliveryFileView(await getDelivery(deps, { caller: callerOf(request), ...request.params })),
  );
  sending(app, deps);
};

const sending: Routes = (app, deps) => {
  app.post(
    '/v1/webhooks/:id/test',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'testWebhook',
        summary: 'Send a webhook.test event, once and now',
        description: 'The answer says what came of it. Also to a disabled webhook.',
        tags,
        params: ofWebhook,
        response: { 200: reference(DeliveryWithAttemptsSchema), ...problems('not_found') },
      },
    },
    async (request) =>
      deliveryFileView(await testWebhook(deps, { caller: callerOf(request), ...request.params })),
  );

  app.post(
    '/v1/webhooks/:id/replay-failed',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'replayFailedDeliveries',
        summary: 'Send again what was given up since a time',
        description: 'At most 5,000 with one request; `more` says whether there are more.',
        tags,
        params: ofWebhook,
        body: reference(ReplayFailedSchema),
        response: {
          202: reference(ReplayedSchema),
          ...problems('invalid_request', 'not_found', 'webhook_disabled'),
        },
      },
    },
    async (request, reply) => {
      const input = { ...request.params, ...request.body };
      const done = await replayFailedDeliveries(deps, { caller: callerOf(request), ...input });
      return reply.code(202).send(done);
    },
  );

  app.post(
    '/v1/webhooks/:id/deliveries/:delivery/replay',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'replayDelivery',
        summary: 'Send a delivery again',
        description: 'One that was delivered or given up. The webhook-id stays the same.',
        tags,
        params,
        response: {
          202: reference(DeliveryWithAttemptsSchema),
          ...problems('not_found', 'webhook_disabled', 'delivery_pending'),
        },
      },
    },
    async (request, reply) => {
      const input = { caller: callerOf(request), ...request.params };
      return reply.code(202).send(deliveryFileView(await replayDelivery(deps, input)));
    },
  );
};

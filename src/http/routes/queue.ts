import { Type } from '@sinclair/typebox';

import { countQueue } from '../../operations/count-queue.js';
import { listQueue } from '../../operations/list-queue.js';
import { CLAIMED } from '../../operations/queueing/filter.js';
import { callerOf } from '../auth.js';
import { pageRequest } from '../page-request.js';
import type { Routes } from '../routes.js';
import { pageQuery } from '../schemas/fields.js';
import { problems } from '../schemas/problem.js';
import { queueFilters, QueueCountsSchema, QueuePageSchema } from '../schemas/queue.js';
import { oneOf, reference } from '../schemas/reference.js';
import { queueCountsView, queueItemView } from '../views/queue-view.js';

const tags = ['Queue'];

const queueQuery = Type.Object({
  ...queueFilters,
  claimed: Type.Optional(
    oneOf(CLAIMED, { description: 'By this key, by other moderators, or by nobody.' }),
  ),
  ...pageQuery,
});

export const queueRoutes: Routes = (app, deps) => {
  app.get(
    '/v1/queue',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'listQueue',
        summary: 'What waits for a person',
        description:
          'Pending comments and comments with open reports, the most urgent first, each with why ' +
          'it is here and what this key can do. All pages are of the moment of the first: what ' +
          'came, changed or was reported since is on the next first page.',
        tags,
        querystring: queueQuery,
        response: {
          200: reference(QueuePageSchema),
          ...problems('invalid_request', 'invalid_cursor'),
        },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { cursor, limit, ...query } = request.query;
      const page = pageRequest({ cursor, limit });
      const { data, ...rest } = await listQueue(deps, { caller, query, page });
      return { data: data.map((item) => queueItemView(item, caller)), ...rest };
    },
  );

  app.get(
    '/v1/queue/counts',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'countQueue',
        summary: 'How much waits for a person',
        description: 'Counted from the comments and reports themselves, each time anew.',
        tags,
        response: { 200: reference(QueueCountsSchema) },
      },
    },
    async (request) => queueCountsView(await countQueue(deps, { caller: callerOf(request) })),
  );
};

import { Type } from '@sinclair/typebox';

import { getThread } from '../../operations/get-thread.js';
import { listThreadComments } from '../../operations/list-thread-comments.js';
import { listThreads } from '../../operations/list-threads.js';
import { putThread } from '../../operations/put-thread.js';
import { callerOf } from '../auth.js';
import { pageOfIds } from '../page-request.js';
import type { Routes } from '../routes.js';
import { PublishedPageSchema } from '../schemas/comment.js';
import { idParams, pageQuery } from '../schemas/fields.js';
import { problems } from '../schemas/problem.js';
import { reference } from '../schemas/reference.js';
import { ThreadChangeSchema, ThreadPageSchema, ThreadSchema } from '../schemas/thread.js';
import { publishedCommentView } from '../views/comment-view.js';
import { threadChange, threadView } from '../views/thread-view.js';

const tags = ['Threads'];
const anyId = idParams('Our id of the thread, or yours.');

const listThreadsRoute: Routes = (app, deps) => {
  app.get(
    '/v1/threads',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'listThreads',
        summary: 'List threads',
        description: 'Newest first.',
        tags,
        querystring: Type.Object(pageQuery),
        response: {
          200: reference(ThreadPageSchema),
          ...problems('invalid_request', 'invalid_cursor'),
        },
      },
    },
    async (request) => {
      const page = pageOfIds(request.query, 'thr');
      const { data, next_cursor } = await listThreads(deps, { caller: callerOf(request), page });
      return { data: data.map(threadView), next_cursor };
    },
  );
};

const getThreadRoute: Routes = (app, deps) => {
  app.get(
    '/v1/threads/:id',
    {
      config: { scope: 'submit' },
      schema: {
        operationId: 'getThread',
        summary: 'Read one thread',
        tags,
        params: anyId,
        response: { 200: reference(ThreadSchema), ...problems('not_found') },
      },
    },
    async (request) =>
      threadView(await getThread(deps, { caller: callerOf(request), ...request.params })),
  );
};

const putThreadRoute: Routes = (app, deps) => {
  app.put(
    '/v1/threads/:id',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'putThread',
        summary: 'Open, close or premoderate a thread',
        description:
          'A thread that is not known yet is made under your id, so that an article can be ' +
          'premoderated before its first comment.',
        tags,
        params: anyId,
        body: reference(ThreadChangeSchema),
        response: { 200: reference(ThreadSchema), ...problems('invalid_request') },
      },
    },
    async (request) => {
      const change = threadChange(request.body);
      const caller = callerOf(request);
      return threadView(await putThread(deps, { caller, ...request.params, change }));
    },
  );
};

const listThreadCommentsRoute: Routes = (app, deps) => {
  app.get(
    '/v1/threads/:id/comments',
    {
      config: { scope: 'submit' },
      schema: {
        operationId: 'listThreadComments',
        summary: 'What readers may see of a thread',
        description:
          'Approved comments, oldest first, replies among them by time. Texts, names and addresses ' +
          'are as they were submitted and may hold anything: escape them, and make links only of ' +
          'addresses that begin with `https://` or `http://`.',
        tags,
        params: anyId,
        querystring: Type.Object(pageQuery),
        response: {
          200: reference(PublishedPageSchema),
          ...problems('invalid_request', 'invalid_cursor', 'not_found'),
        },
      },
    },
    async (request) => {
      const { data, next_cursor } = await listThreadComments(deps, {
        caller: callerOf(request),
        ...request.params,
        page: pageOfIds(request.query, 'cmt'),
      });
      return { data: data.map(publishedCommentView), next_cursor };
    },
  );
};

export const threadRoutes: Routes = (app, deps) => {
  listThreadsRoute(app, deps);
  getThreadRoute(app, deps);
  putThreadRoute(app, deps);
  listThreadCommentsRoute(app, deps);
};

import { Type } from '@sinclair/typebox';

import { APPEAL_STATUSES } from '../../domain/appeal.js';
import { fileAppeal } from '../../operations/file-appeal.js';
import { getAppeal } from '../../operations/get-appeal.js';
import { listAppeals } from '../../operations/list-appeals.js';
import { resolveAppeal } from '../../operations/resolve-appeal.js';
import { callerOf } from '../auth.js';
import { pageOfIds } from '../page-request.js';
import type { Routes } from '../routes.js';
import {
  AppealPageSchema,
  AppealSchema,
  ListedAppealPageSchema,
  NewAppealSchema,
  ResolveAppealSchema,
  ResolvedAppealSchema,
} from '../schemas/appeal.js';
import { idParams, pageQuery } from '../schemas/fields.js';
import { problems } from '../schemas/problem.js';
import { oneOf, reference } from '../schemas/reference.js';
import { appealView, listedAppealView } from '../views/appeal-view.js';
import { commentView } from '../views/comment-view.js';
import { withCurrentView } from '../views/conflict-view.js';

const tags = ['Appeals'];
const ofComment = idParams('Our id of the comment, or yours.');
const params = idParams('The id of the appeal.');

const fileAppealRoute: Routes = (app, deps) => {
  app.post(
    '/v1/comments/:id/appeals',
    {
      config: { scope: 'submit' },
      schema: {
        operationId: 'fileAppeal',
        summary: 'The author appeals against a rejection',
        description:
          'Once for each decision: sending it again returns the appeal that exists, with status ' +
          '200. The policy says for how many days it is possible (`appeals.period_days`).',
        tags,
        params: ofComment,
        body: reference(NewAppealSchema),
        response: {
          200: reference(AppealSchema),
          201: reference(AppealSchema),
          ...problems(
            'invalid_request',
            'not_found',
            'not_the_author',
            'not_rejected',
            'appeal_too_late',
          ),
        },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const filed = await fileAppeal(deps, { caller, ...request.params, ...request.body });
      return reply.code(filed.created ? 201 : 200).send(appealView(filed.appeal, caller));
    },
  );
};

const listAppealsRoutes: Routes = (app, deps) => {
  app.get(
    '/v1/comments/:id/appeals',
    {
      config: { scope: 'submit' },
      schema: {
        operationId: 'listCommentAppeals',
        summary: 'List the appeals about a comment',
        description: 'Newest first. What its author may see of them.',
        tags,
        params: ofComment,
        querystring: Type.Object(pageQuery),
        response: {
          200: reference(AppealPageSchema),
          ...problems('invalid_request', 'invalid_cursor', 'not_found'),
        },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const page = pageOfIds(request.query, 'apl');
      const asked = { caller, status: null, comment: request.params.id, page };
      const { data, next_cursor } = await listAppeals(deps, asked);
      return { data: data.map(({ appeal }) => appealView(appeal, caller)), next_cursor };
    },
  );

  app.get(
    '/v1/appeals',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'listAppeals',
        summary: 'List appeals',
        description: 'Newest first; with `status=filed` what waits for an answer.',
        tags,
        querystring: Type.Object({ status: Type.Optional(oneOf(APPEAL_STATUSES)), ...pageQuery }),
        response: {
          200: reference(ListedAppealPageSchema),
          ...problems('invalid_request', 'invalid_cursor'),
        },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { status = null, ...rest } = request.query;
      const page = pageOfIds(rest, 'apl');
      const asked = { caller, status, comment: null, page };
      const { data, next_cursor } = await listAppeals(deps, asked);
      return { data: data.map((each) => listedAppealView(each, caller)), next_cursor };
    },
  );
};

const getAppealRoute: Routes = (app, deps) => {
  app.get(
    '/v1/appeals/:id',
    {
      config: { scope: 'submit' },
      schema: {
        operationId: 'getAppeal',
        summary: 'Read one appeal',
        tags,
        params,
        response: { 200: reference(AppealSchema), ...problems('not_found') },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      return appealView(await getAppeal(deps, { caller, ...request.params }), caller);
    },
  );
};

const resolveAppealRoute: Routes = (app, deps) => {
  app.post(
    '/v1/appeals/:id/resolve',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'resolveAppeal',
        summary: 'Answer an appeal',
        description:
          'Another moderator than the one who decided, where the site has another. Overturning ' +
          'publishes the comment and counts against the rules that objected to it.',
        tags,
        params,
        body: reference(ResolveAppealSchema),
        response: {
          200: reference(ResolvedAppealSchema),
          ...problems(
            'invalid_request',
            'not_found',
            'appeal_resolved',
            'same_moderator',
            'version_conflict',
          ),
        },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const input = { caller, ...request.params, ...request.body };
      const { appeal, record } = await resolveAppeal(deps, input).catch((error: unknown) => {
        throw withCurrentView(error, caller);
      });
      return { appeal: appealView(appeal, caller), comment: commentView(record, caller) };
    },
  );
};

export const appealRoutes: Routes = (app, deps) => {
  fileAppealRoute(app, deps);
  listAppealsRoutes(app, deps);
  getAppealRoute(app, deps);
  resolveAppealRoute(app, deps);
};

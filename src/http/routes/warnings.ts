import { Type } from '@sinclair/typebox';

import { EXTERNAL_ID_LENGTH_MAX } from '../../limits.js';
import { acknowledgeWarning } from '../../operations/acknowledge-warning.js';
import { listWarnings } from '../../operations/list-warnings.js';
import { warnAuthor } from '../../operations/warn-author.js';
import { callerOf } from '../auth.js';
import { pageOfIds } from '../page-request.js';
import type { Routes } from '../routes.js';
import { idParams, pageQuery } from '../schemas/fields.js';
import { problems } from '../schemas/problem.js';
import { reference } from '../schemas/reference.js';
import { NewWarningSchema, WarningPageSchema, WarningSchema } from '../schemas/warning.js';
import { warningView } from '../views/warning-view.js';

const tags = ['Authors'];
const anyId = idParams('Our id of the author, or yours.');

export const warningRoutes: Routes = (app, deps) => {
  warnAuthorRoute(app, deps);
  listWarningsRoute(app, deps);
  acknowledgeWarningRoute(app, deps);
};

const warnAuthorRoute: Routes = (app, deps) => {
  app.post(
    '/v1/authors/:id/warnings',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'warnAuthor',
        summary: 'Warn an author',
        description:
          'Blocks nothing. The CMS learns of it by the event `author.warned` or by asking, and ' +
          'shows it to the author, who does not learn who wrote it.',
        tags,
        params: anyId,
        body: reference(NewWarningSchema),
        response: {
          201: reference(WarningSchema),
          ...problems('invalid_request', 'not_found'),
        },
      },
    },
    async (request, reply) => {
      const { comment_id = null, message } = request.body;
      const caller = callerOf(request);
      const warning = await warnAuthor(deps, { caller, ...request.params, message, comment_id });
      return reply.code(201).send(warningView(warning, caller));
    },
  );
};

const listWarningsRoute: Routes = (app, deps) => {
  app.get(
    '/v1/authors/:id/warnings',
    {
      config: { scope: 'submit' },
      schema: {
        operationId: 'listWarnings',
        summary: 'List the warnings of an author',
        description: 'Newest first. Who gave them is shown to moderators alone.',
        tags,
        params: anyId,
        querystring: Type.Object(pageQuery),
        response: {
          200: reference(WarningPageSchema),
          ...problems('invalid_request', 'invalid_cursor', 'not_found'),
        },
      },
    },
    async (request) => {
      const page = pageOfIds(request.query, 'wrn');
      const caller = callerOf(request);
      const { data, next_cursor } = await listWarnings(deps, { caller, ...request.params, page });
      return { data: data.map((warning) => warningView(warning, caller)), next_cursor };
    },
  );
};

const acknowledgeWarningRoute: Routes = (app, deps) => {
  app.post(
    '/v1/authors/:id/warnings/:warning_id/acknowledge',
    {
      config: { scope: 'submit' },
      schema: {
        operationId: 'acknowledgeWarning',
        summary: 'Say that an author was shown a warning',
        description: 'Doing it again changes nothing.',
        tags,
        params: Type.Composite([
          anyId,
          Type.Object({
            warning_id: Type.String({
              minLength: 1,
              maxLength: EXTERNAL_ID_LENGTH_MAX,
              description: 'The id of the warning.',
            }),
          }),
        ]),
        response: { 200: reference(WarningSchema), ...problems('not_found') },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      return warningView(await acknowledgeWarning(deps, { caller, ...request.params }), caller);
    },
  );
};

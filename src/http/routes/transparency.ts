import { Type } from '@sinclair/typebox';

import { TRANSPARENCY_BATCH_MAX } from '../../limits/desk.js';
import { getTransparencyReport } from '../../operations/get-transparency-report.js';
import { listTransparencyStatements } from '../../operations/list-transparency-statements.js';
import { callerOf } from '../auth.js';
import type { Routes } from '../routes.js';
import { pageQueryOf, timeParameter } from '../schemas/fields.js';
import { problems } from '../schemas/problem.js';
import { reference } from '../schemas/reference.js';
import { TransparencyReportSchema } from '../schemas/transparency-report.js';
import { TransparencyBatchSchema } from '../schemas/transparency.js';

const tags = ['Transparency'];

const listStatementsRoute: Routes = (app, deps) => {
  app.get(
    '/v1/transparency/statements',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'listTransparencyStatements',
        summary: 'Statements of reasons for the EU’s transparency database',
        description:
          'Rejections and blocks of authors within a time, in schema v2 and without personal ' +
          'data. `{"statements": …}` of a page can be posted to `/api/v1/statements` there. A ' +
          'page can have fewer statements than asked for, also none, while others follow.',
        tags,
        querystring: Type.Object({
          from: timeParameter('Decided at this time or later.'),
          to: timeParameter('Decided before this time.'),
          ...pageQueryOf('statements', TRANSPARENCY_BATCH_MAX, TRANSPARENCY_BATCH_MAX),
        }),
        response: {
          200: reference(TransparencyBatchSchema),
          ...problems('invalid_request', 'invalid_date', 'invalid_cursor'),
        },
      },
    },
    async (request) => {
      const { cursor = null, limit = TRANSPARENCY_BATCH_MAX, ...period } = request.query;
      const asked = { caller: callerOf(request), ...period, cursor, limit };
      return listTransparencyStatements(deps, asked);
    },
  );
};

const reportRoute: Routes = (app, deps) => {
  app.get(
    '/v1/transparency-report',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'getTransparencyReport',
        summary: 'What was decided within a time, in numbers',
        description:
          'As Articles 15 and 24 of the Digital Services Act ask for: restrictions, notices, ' +
          'appeals, times, and how often people overturned what automated means decided. Counted ' +
          'from the record when it is asked for; no more than 400 days at once.',
        tags,
        querystring: Type.Object({
          from: timeParameter('The beginning of the period.'),
          to: timeParameter('Its end, exclusive.'),
        }),
        response: {
          200: reference(TransparencyReportSchema),
          ...problems('invalid_request', 'invalid_date'),
        },
      },
    },
    async (request) =>
      getTransparencyReport(deps, { caller: callerOf(request), ...request.query }),
  );
};

export const transparencyRoutes: Routes = (app, deps) => {
  listStatementsRoute(app, deps);
  reportRoute(app, deps);
};

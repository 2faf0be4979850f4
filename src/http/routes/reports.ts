import { Type } from '@sinclair/typebox';

import { REPORT_REASONS, REPORT_STATUSES } from '../../domain/report.js';
import { getReport } from '../../operations/get-report.js';
import { getReporter } from '../../operations/get-reporter.js';
import { listAllReports } from '../../operations/list-all-reports.js';
import { listReports } from '../../operations/list-reports.js';
import { reportComment } from '../../operations/report-comment.js';
import { callerOf } from '../auth.js';
import { pageOfIds } from '../page-request.js';
import type { Routes } from '../routes.js';
import { externalId, idParams, pageQuery } from '../schemas/fields.js';
import { problems } from '../schemas/problem.js';
import { oneOf, reference } from '../schemas/reference.js';
import {
  NewReportSchema,
  ReporterSchema,
  ReportPageSchema,
  ReportSchema,
} from '../schemas/report.js';
import { reporterView, reportView } from '../views/report-view.js';
import { orNull } from '../views/submission-of.js';

const tags = ['Reports'];
const params = idParams('Our id of the comment, or yours.');

const reportRoute: Routes = (app, deps) => {
  app.post(
    '/v1/comments/:id/reports',
    {
      config: { scope: 'submit' },
      schema: {
        operationId: 'reportComment',
        summary: 'A reader reports a comment',
        description:
          'One reader counts once for a comment: sending it again returns the report that exists, ' +
          'with status 200 and what came of it. Where open reports weigh enough, by the policy’s ' +
          '`reports`, the comment is held until somebody looks.',
        tags,
        params,
        body: reference(NewReportSchema),
        response: {
          200: reference(ReportSchema),
          201: reference(ReportSchema),
          ...problems(
            'invalid_request',
            'not_found',
            'comment_deleted',
            'own_comment',
            'too_many_reports',
          ),
        },
      },
    },
    async (request, reply) => {
      const { reporter, reason, text } = request.body;
      const { report, created } = await reportComment(deps, {
        caller: callerOf(request),
        ...request.params,
        reporter: reporter.external_id,
        reason,
        text: orNull(text),
      });
      return reply.code(created ? 201 : 200).send(reportView(report));
    },
  );
};

const lists: Routes = (app, deps) => {
  app.get(
    '/v1/comments/:id/reports',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'listReports',
        summary: 'List what readers reported in a comment',
        description: 'Newest first.',
        tags,
        params,
        querystring: Type.Object(pageQuery),
        response: {
          200: reference(ReportPageSchema),
          ...problems('invalid_request', 'invalid_cursor', 'not_found'),
        },
      },
    },
    async (request) => {
      const { data, next_cursor } = await listReports(deps, {
        caller: callerOf(request),
        ...request.params,
        page: pageOfIds(request.query, 'rep'),
      });
      return { data: data.map(reportView), next_cursor };
    },
  );

  app.get(
    '/v1/reports',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'listAllReports',
        summary: 'List what readers reported in all comments',
        description: 'Newest first.',
        tags,
        querystring: Type.Object({
          status: Type.Optional(oneOf(REPORT_STATUSES)),
          reason: Type.Optional(oneOf(REPORT_REASONS)),
          reporter: Type.Optional(externalId('Your id of the reader who reported.')),
          ...pageQuery,
        }),
        response: {
          200: reference(ReportPageSchema),
          ...problems('invalid_request', 'invalid_cursor'),
        },
      },
    },
    async (request) => {
      const { cursor, limit, ...filter } = request.query;
      const page = pageOfIds({ cursor, limit }, 'rep');
      const caller = callerOf(request);
      const { data, next_cursor } = await listAllReports(deps, { caller, filter, page });
      return { data: data.map(reportView), next_cursor };
    },
  );
};

const single: Routes = (app, deps) => {
  app.get(
    '/v1/reports/:id',
    {
      config: { scope: 'submit' },
      schema: {
        operationId: 'getReport',
        summary: 'Get a report',
        description: 'With what came of it, so that its reader can be told.',
        tags,
        params: idParams('The id of the report.'),
        response: { 200: reference(ReportSchema), ...problems('not_found') },
      },
    },
    async (request) =>
      reportView(await getReport(deps, { caller: callerOf(request), ...request.params })),
  );

  app.get(
    '/v1/reporters/:external_id',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'getReporter',
        summary: 'Get how much a reader’s reports weigh, and why',
        description: 'Computed from what people made of their reports.',
        tags,
        params: Type.Object({ external_id: externalId('Your id of the reader.') }),
        response: { 200: reference(ReporterSchema), ...problems('not_found') },
      },
    },
    async (request) =>
      reporterView(await getReporter(deps, { caller: callerOf(request), ...request.params })),
  );
};

export const reportRoutes: Routes = (app, deps) => {
  reportRoute(app, deps);
  lists(app, deps);
  single(app, deps);
};

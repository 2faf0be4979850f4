import { Type } from '@sinclair/typebox';

import { listReports } from '../../operations/list-reports.js';
import { reportComment } from '../../operations/report-comment.js';
import { callerOf } from '../auth.js';
import { pageRequest } from '../page-request.js';
import type { Routes } from '../routes.js';
import { idParams, pageQuery } from '../schemas/fields.js';
import { problems } from '../schemas/problem.js';
import { reference } from '../schemas/reference.js';
import { NewReportSchema, ReportPageSchema, ReportSchema } from '../schemas/report.js';
import { reportView } from '../views/report-view.js';
import { orNull } from '../views/submission-of.js';

const tags = ['Reports'];
const params = idParams('Our id of the comment, or yours.');

export const reportRoutes: Routes = (app, deps) => {
  app.post(
    '/v1/comments/:id/reports',
    {
      config: { scope: 'submit' },
      schema: {
        operationId: 'reportComment',
        summary: 'A reader reports a comment',
        description:
          'One reader counts once for a comment: sending it again returns the report that exists, ' +
          'unchanged, with status 200.',
        tags,
        params,
        body: reference(NewReportSchema),
        response: {
          200: reference(ReportSchema),
          201: reference(ReportSchema),
          ...problems('invalid_request', 'not_found', 'comment_deleted', 'own_comment'),
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
        response: { 200: reference(ReportPageSchema), ...problems('invalid_request', 'not_found') },
      },
    },
    async (request) => {
      const { data, next_cursor } = await listReports(deps, {
        caller: callerOf(request),
        ...request.params,
        page: pageRequest(request.query),
      });
      return { data: data.map(reportView), next_cursor };
    },
  );
};

import { Type } from '@sinclair/typebox';

import { PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX } from '../../limits.js';
import { STATISTICS_DAYS_MAX } from '../../limits/transfer.js';
import { getStatistics } from '../../operations/get-statistics.js';
import { STATISTIC_GROUPS } from '../../operations/measuring/groups.js';
import { callerOf } from '../auth.js';
import type { Routes } from '../routes.js';
import { timeParameter } from '../schemas/fields.js';
import { problems } from '../schemas/problem.js';
import { oneOf, reference } from '../schemas/reference.js';
import { StatisticsSchema } from '../schemas/statistics.js';
import { statisticsView } from '../views/statistics-view.js';

const querystring = Type.Object({
  from: Type.Optional(timeParameter('From this time on; 30 days before `to` if left out.')),
  to: Type.Optional(
    timeParameter(`Before this time; now if left out. At most ${STATISTICS_DAYS_MAX} days after \`from\`.`),
  ),
  group: Type.Optional(oneOf(STATISTIC_GROUPS, { default: 'day' })),
  timezone: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 64,
      default: 'UTC',
      description: 'An IANA name; days begin at midnight there.',
      examples: ['Europe/Vienna'],
    }),
  ),
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: PAGE_SIZE_MAX,
      default: PAGE_SIZE_DEFAULT,
      description: 'The most groups in the answer; days are always all there.',
    }),
  ),
});

export const statisticsRoutes: Routes = (app, deps) => {
  app.get(
    '/v1/statistics',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'getStatistics',
        summary: 'What came in, what was decided, by whom and how fast',
        description:
          'Counted from the record, in total and by day, thread, section, standard or moderator; ' +
          'by rule with its precision. Each thing counts when it happened.',
        tags: ['Statistics'],
        querystring,
        response: {
          200: reference(StatisticsSchema),
          ...problems('invalid_request', 'invalid_date'),
        },
      },
    },
    async (request) => {
      const { from = null, to = null, group = 'day', ...rest } = request.query;
      const { timezone = 'UTC', limit = PAGE_SIZE_DEFAULT } = rest;
      const caller = callerOf(request);
      const asked = { caller, from, to, group, timezone, limit };
      return statisticsView(await getStatistics(deps, asked));
    },
  );
};

import { decideByFilter } from '../../operations/decide-by-filter.js';
import { decideComments } from '../../operations/decide-comments.js';
import { callerOf } from '../auth.js';
import type { Routes } from '../routes.js';
import {
  DecideByFilterSchema,
  DecisionResultsSchema,
  DecisionsSchema,
  FilterDecisionSchema,
} from '../schemas/bulk-decision.js';
import { problems } from '../schemas/problem.js';
import { reference } from '../schemas/reference.js';
import { listedCommentView } from '../views/comment-view.js';
import { outcomeView } from '../views/outcome-view.js';

const tags = ['Decisions'];

export const bulkDecisionRoutes: Routes = (app, deps) => {
  app.post(
    '/v1/decisions',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'decideComments',
        summary: 'Decide about many comments',
        description:
          'Each is answered for itself, in the order sent, and a refused one does not hinder the ' +
          'others. To send it again after a lost answer is harmless: what was decided is then ' +
          'answered as a conflict, with how it stands.',
        tags,
        body: reference(DecisionsSchema),
        response: { 200: reference(DecisionResultsSchema), ...problems('invalid_request') },
      },
    },
    async (request) => {
      const decisions = request.body.decisions.map(({ comment_id: id, ...said }) => ({
        reason: null,
        note: null,
        ...said,
        id,
      }));
      const outcomes = await decideComments(deps, { caller: callerOf(request), decisions });
      return { results: outcomes.map(outcomeView) };
    },
  );

  app.post(
    '/v1/decisions/by-filter',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'decideByFilter',
        summary: 'Decide about everything that has something in common',
        description:
          'First with `dry_run`: answers how many, the first few, and a `token`. Then with that ' +
          'token: decides about what the dry run found and nobody has touched since, at most 500 ' +
          'in a turn; while it answers a `token`, send the same with it.',
        tags,
        body: reference(DecideByFilterSchema),
        response: {
          200: reference(FilterDecisionSchema),
          ...problems('invalid_request', 'dry_run_needed'),
        },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { dry_run, token = null, ...said } = request.body;
      const decision = { reason: null, note: null, ...said };
      const run = await decideByFilter(deps, { caller, decision, dry_run, token });
      return {
        dry_run,
        count: run.count,
        more: run.more,
        sample: run.sample.map((each) => listedCommentView(each, caller)),
        results: run.outcomes.map(outcomeView),
        token: run.token,
      };
    },
  );
};

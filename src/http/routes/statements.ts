import { Type } from '@sinclair/typebox';

import { LOCALE_LENGTH_MAX } from '../../limits.js';
import { getBlockStatement } from '../../operations/get-block-statement.js';
import { getCommentStatement } from '../../operations/get-comment-statement.js';
import { getDecisionStatement } from '../../operations/get-decision-statement.js';
import { callerOf } from '../auth.js';
import type { Routes } from '../routes.js';
import { idParams } from '../schemas/fields.js';
import { problems } from '../schemas/problem.js';
import { reference } from '../schemas/reference.js';
import { StatementSchema } from '../schemas/statement.js';
import { sendStatement } from '../views/statement-view.js';

const querystring = Type.Object({
  locale: Type.Optional(
    Type.String({
      minLength: 2,
      maxLength: LOCALE_LENGTH_MAX,
      description:
        'The language, as `de` or `de-AT`; else that of the comment. English where there is none.',
    }),
  ),
});

function statementSchema(operationId: string, said: { summary: string; of: string }) {
  return {
    operationId,
    summary: said.summary,
    description:
      'For its author, through the CMS: no names of moderators, no notes, nobody else’s data. ' +
      'As JSON, or with `Accept: text/plain` as one text. What an author is not told of is for ' +
      'moderators alone.',
    tags: ['Statements of reasons'],
    params: idParams(said.of),
    querystring,
    response: {
      200: reference(StatementSchema),
      ...problems('invalid_request', 'not_found', 'not_restricted'),
    },
  };
}

export const statementRoutes: Routes = (app, deps) => {
  app.get(
    '/v1/comments/:id/statement',
    {
      config: { scope: 'submit' },
      schema: statementSchema('getCommentStatement', {
        summary: 'Why a comment is not shown, for its author',
        of: 'Our id of the comment, or yours.',
      }),
    },
    async (request, reply) => {
      const { locale = null } = request.query;
      const asked = { caller: callerOf(request), ...request.params, locale };
      return sendStatement(request, reply, await getCommentStatement(deps, asked));
    },
  );

  app.get(
    '/v1/decisions/:id/statement',
    {
      config: { scope: 'submit' },
      schema: statementSchema('getDecisionStatement', {
        summary: 'The reasons for one decision, for the author',
        of: 'The id of the decision.',
      }),
    },
    async (request, reply) => {
      const { locale = null } = request.query;
      const asked = { caller: callerOf(request), ...request.params, locale };
      return sendStatement(request, reply, await getDecisionStatement(deps, asked));
    },
  );

  app.get(
    '/v1/blocks/:id/statement',
    {
      config: { scope: 'submit' },
      schema: statementSchema('getBlockStatement', {
        summary: 'The reasons for a block, for whom it keeps from posting',
        of: 'The id of the block.',
      }),
    },
    async (request, reply) => {
      const { locale = null } = request.query;
      const asked = { caller: callerOf(request), ...request.params, locale };
      return sendStatement(request, reply, await getBlockStatement(deps, asked));
    },
  );
};

import { Type } from '@sinclair/typebox';
import type { Static } from '@sinclair/typebox';

import type { Caller, Deps } from '../../deps.js';
import { decideComment } from '../../operations/decide-comment.js';
import { callerOf } from '../auth.js';
import type { Routes } from '../routes.js';
import { DecidedCommentSchema } from '../schemas/comment.js';
import { decisionReason, idParams, note } from '../schemas/fields.js';
import { problems } from '../schemas/problem.js';
import { reference } from '../schemas/reference.js';
import { commentView, decisionView } from '../views/comment-view.js';
import { withCurrentView } from '../views/conflict-view.js';

export const DecideSchema = Type.Object(
  {
    seen_version: Type.Integer({
      minimum: 1,
      maximum: 2_147_483_647,
      description: 'The `version` of the comment that the moderator looked at.',
    }),
    reason: decisionReason,
    note,
  },
  {
    $id: 'Decide',
    additionalProperties: false,
    examples: [{ seen_version: 1, reason: 'on topic and civil' }],
  },
);

export const decisionRoutes: Routes = (app, deps) => {
  app.post(
    '/v1/comments/:id/approve',
    {
      config: { scope: 'moderate' },
      schema: decisionSchema('approveComment', 'Approve a comment'),
    },
    async (request) =>
      decided(deps, callerOf(request), { ...request.params, ...request.body, action: 'approve' }),
  );
  app.post(
    '/v1/comments/:id/reject',
    {
      config: { scope: 'moderate' },
      schema: decisionSchema('rejectComment', 'Reject a comment'),
    },
    async (request) =>
      decided(deps, callerOf(request), { ...request.params, ...request.body, action: 'reject' }),
  );
};

function decisionSchema(operationId: string, summary: string) {
  return {
    operationId,
    summary,
    description: 'Of two moderators who saw the same version, the first wins; the other gets 409.',
    tags: ['Decisions'],
    params: idParams('Our id of the comment, or yours.'),
    body: reference(DecideSchema),
    response: {
      200: reference(DecidedCommentSchema),
      ...problems(
        'invalid_request',
        'not_found',
        'version_conflict',
        'comment_deleted',
        'text_erased',
      ),
    },
  };
}

async function decided(
  deps: Deps,
  caller: Caller,
  said: Static<typeof DecideSchema> & { id: string; action: 'approve' | 'reject' },
): Promise<Static<typeof DecidedCommentSchema>> {
  const record = await decideComment(deps, {
    caller,
    ...said,
    reason: said.reason ?? null,
    note: said.note ?? null,
  }).catch((error: unknown) => {
    throw withCurrentView(error, caller);
  });
  return {
    comment: commentView(record, caller),
    decision: decisionView(record.decision, caller),
  };
}

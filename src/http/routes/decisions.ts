import { Type } from '@sinclair/typebox';
import type { Static } from '@sinclair/typebox';

import type { Caller, Deps } from '../../deps.js';
import { decideComment } from '../../operations/decide-comment.js';
import type { Decided } from '../../operations/deciding/decide-one.js';
import { undoDecision } from '../../operations/undo-decision.js';
import { callerOf } from '../auth.js';
import type { Routes } from '../routes.js';
import { DecidedCommentSchema } from '../schemas/comment.js';
import {
  decisionReason,
  grounds,
  idParams,
  note,
  override,
  seenVersion,
} from '../schemas/fields.js';
import { problems } from '../schemas/problem.js';
import { nullable, reference } from '../schemas/reference.js';
import { commentView, decisionView } from '../views/comment-view.js';
import { withCurrentView } from '../views/conflict-view.js';

export const DecideSchema = Type.Object(
  {
    seen_version: seenVersion,
    reason: decisionReason,
    note,
    ...grounds,
    override,
  },
  {
    $id: 'Decide',
    additionalProperties: false,
    examples: [{ seen_version: 1, reason: 'on topic and civil' }],
  },
);

export const UndoSchema = Type.Object(
  { reason: decisionReason, note, override },
  {
    $id: 'Undo',
    additionalProperties: false,
    examples: [{ reason: 'decided about the wrong comment' }],
  },
);

const undoRoute: Routes = (app, deps) => {
  app.post(
    '/v1/decisions/:id/undo',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'undoDecision',
        summary: 'Take a decision back',
        description:
          'The comment stands again as the decision before had it, by a new decision. Only the ' +
          'decision that stands can be undone; an undo is undone in the same way. A judgement of ' +
          'the engine is not undone, nor is what an author withdrew. The body may be left out.',
        tags: ['Decisions'],
        params: idParams('The id of the decision.'),
        body: nullable(reference(UndoSchema)),
        response: {
          200: reference(DecidedCommentSchema),
          ...problems(
            'invalid_request',
            'not_found',
            'comment_deleted',
            'decision_superseded',
            'nothing_to_restore',
            'claimed_by_another',
          ),
        },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { reason = null, note: said = null, override: anyway = false } = request.body ?? {};
      const input = { caller, ...request.params, reason, note: said, override: anyway };
      return decidedView(await undoDecision(deps, input), caller);
    },
  );
};

export const decisionRoutes: Routes = (app, deps) => {
  undoRoute(app, deps);
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
        'claimed_by_another',
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
  return decidedView(record, caller);
}

function decidedView(record: Decided, caller: Caller): Static<typeof DecidedCommentSchema> {
  return {
    comment: commentView(record, caller),
    decision: decisionView(record.decision, caller),
  };
}

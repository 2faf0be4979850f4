import { Type } from '@sinclair/typebox';

import { previewComment } from '../../operations/preview-comment.js';
import { callerOf } from '../auth.js';
import type { Routes } from '../routes.js';
import { problems } from '../schemas/problem.js';
import { reference } from '../schemas/reference.js';
import { SubmissionSchema } from '../schemas/submission.js';
import { VerdictSchema } from '../schemas/verdict.js';
import { verdictView } from '../views/comment-view.js';
import { submissionOf } from '../views/submission-of.js';

export const PreviewSchema = Type.Object(
  { verdict: reference(VerdictSchema) },
  { $id: 'Preview', additionalProperties: false },
);

export const previewRoutes: Routes = (app, deps) => {
  app.post(
    '/v1/preview',
    {
      config: { scope: 'submit' },
      schema: {
        operationId: 'previewComment',
        summary: 'Judge a comment without storing it',
        description: 'The verdict that submitting the same body now would get.',
        tags: ['Comments'],
        body: reference(SubmissionSchema),
        response: { 200: reference(PreviewSchema), ...problems('invalid_request') },
      },
    },
    async (request) => {
      const submission = submissionOf(request.body);
      const verdict = await previewComment(deps, { caller: callerOf(request), submission });
      return { verdict: verdictView(verdict) };
    },
  );
};

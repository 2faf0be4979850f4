import { previewComment } from '../../operations/preview-comment.js';
import { callerOf } from '../auth.js';
import type { Routes } from '../routes.js';
import { PreviewSchema } from '../schemas/preview.js';
import { problems } from '../schemas/problem.js';
import { reference } from '../schemas/reference.js';
import { SubmissionSchema } from '../schemas/submission.js';
import { previewView } from '../views/preview-view.js';
import { submissionOf } from '../views/submission-of.js';

export const previewRoutes: Routes = (app, deps) => {
  app.post(
    '/v1/preview',
    {
      config: { scope: 'submit' },
      schema: {
        operationId: 'previewComment',
        summary: 'Judge a comment without storing it',
        description:
          'The verdict that submitting the same body now would get. A key that may moderate is ' +
          'told how it came about: the text as it was read, what each rule said and how long it ' +
          'took, and which thresholds were near.',
        tags: ['Comments'],
        body: reference(SubmissionSchema),
        response: { 200: reference(PreviewSchema), ...problems('invalid_request', 'invalid_date') },
      },
    },
    async (request) => {
      const submission = submissionOf(request.body);
      const caller = callerOf(request);
      return previewView(await previewComment(deps, { caller, submission }), caller);
    },
  );
};

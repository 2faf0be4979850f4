import { checkPolicy } from '../../operations/check-policy.js';
import { previewDraft } from '../../operations/preview-draft.js';
import { tryTerm } from '../../operations/try-term.js';
import { callerOf } from '../auth.js';
import type { Routes } from '../routes.js';
import {
  DraftPreviewRequestSchema,
  PolicyCheckSchema,
  TermTrialRequestSchema,
  TermTrialSchema,
} from '../schemas/draft.js';
import { PolicyInputSchema } from '../schemas/policy.js';
import { PreviewSchema } from '../schemas/preview.js';
import { problems } from '../schemas/problem.js';
import { reference } from '../schemas/reference.js';
import { SubmissionSchema } from '../schemas/submission.js';
import { compilerWithout, textValidatorCompiler } from '../validation.js';
import { policyCheckView, termTrialView } from '../views/draft-view.js';
import { policyDocumentOf } from '../views/policy-view.js';
import { previewView } from '../views/preview-view.js';
import { submissionOf } from '../views/submission-of.js';

const tags = ['Policy'];

const checkPolicyRoute: Routes = (app, deps) => {
  app.post(
    '/v1/policy/check',
    {
      config: { scope: 'admin' },
      // Policies have their own validator, which knows what the rules mean.
      validatorCompiler: textValidatorCompiler,
      schema: {
        operationId: 'checkPolicy',
        summary: 'Could a draft be put in force, and what would differ?',
        description:
          'Refuses what PUT /v1/policy refuses, with the same pointers, and changes nothing. The ' +
          'answer has the draft with everything that it leaves out.',
        tags,
        body: reference(PolicyInputSchema),
        response: { 200: reference(PolicyCheckSchema), ...problems('invalid_policy') },
      },
    },
    async (request) => {
      const draft = policyDocumentOf(request.body);
      return policyCheckView(await checkPolicy(deps, { caller: callerOf(request), draft }));
    },
  );
};

const previewDraftRoute: Routes = (app, deps) => {
  app.post(
    '/v1/policy/preview',
    {
      config: { scope: 'admin' },
      validatorCompiler: compilerWithout('draft', [SubmissionSchema]),
      schema: {
        operationId: 'previewDraft',
        summary: 'Judge a comment by a draft, without storing it',
        description:
          'As POST /v1/preview, by a policy that is not in force; `policy_version` of its verdict ' +
          'is 0.',
        tags,
        body: DraftPreviewRequestSchema,
        response: {
          200: reference(PreviewSchema),
          ...problems('invalid_request', 'invalid_date', 'invalid_policy'),
        },
      },
    },
    async (request) => {
      const { draft, comment } = request.body;
      const caller = callerOf(request);
      const submission = submissionOf(comment);
      const input = { caller, draft: policyDocumentOf(draft), submission };
      return previewView(await previewDraft(deps, input), caller);
    },
  );
};

const tryTermRoute: Routes = (app, deps) => {
  app.post(
    '/v1/policy/terms/try',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'tryTerm',
        summary: 'What would a blocked term find?',
        description:
          'The term in the disguises that people use, your own texts, and the newest approved ' +
          'comments, each with whether the term finds it beside the allowed terms in force. ' +
          'Everything is read as the body of a comment. Nothing is stored.',
        tags,
        body: TermTrialRequestSchema,
        response: {
          200: reference(TermTrialSchema),
          ...problems('invalid_request', 'invalid_policy'),
        },
      },
    },
    async (request) => {
      const { term, texts = [] } = request.body;
      return termTrialView(await tryTerm(deps, { caller: callerOf(request), term, texts }));
    },
  );
};

export const draftRoutes: Routes = (app, deps) => {
  checkPolicyRoute(app, deps);
  previewDraftRoute(app, deps);
  tryTermRoute(app, deps);
};

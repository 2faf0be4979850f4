import {
  REPLAY_COMMENTS_MAX,
  REPLAY_EXAMPLES_DEFAULT,
} from '../../limits.js';
import { replayPolicy } from '../../operations/replay-policy.js';
import { callerOf } from '../auth.js';
import { longAnswers } from '../long-answer.js';
import type { Routes } from '../routes.js';
import { problems } from '../schemas/problem.js';
import { reference } from '../schemas/reference.js';
import { ReplayProgressSchema, ReplayRequestSchema, ReplayResultSchema } from '../schemas/replay.js';
import { compilerWithout } from '../validation.js';
import { policyDocumentOf } from '../views/policy-view.js';

const DESCRIPTION =
  'Judges stored comments by a draft, with what was known when each was judged, and compares with ' +
  "the engine's decision at the time and with what moderators decided since. Nothing is changed. " +
  'Each comment counts once, with its present text and the latest judgement of it.\n\n' +
  'With `Accept: text/event-stream` the same answer comes as events: `progress` a few times a ' +
  'second, then one `result` with what JSON would have held; a fault on the way is an event ' +
  '`problem`. Closing the connection cancels the replay in both forms. One replay runs at a time.';

export const replayRoutes: Routes = (app, deps) => {
  const answer = longAnswers(app, deps.log);
  app.post(
    '/v1/policy/replay',
    {
      config: { scope: 'admin' },
      // Policies have their own validator, which knows what the rules mean.
      validatorCompiler: compilerWithout('draft'),
      schema: {
        operationId: 'replayPolicy',
        summary: 'What would a draft have done with what is stored?',
        description: DESCRIPTION,
        tags: ['Policy'],
        body: ReplayRequestSchema,
        response: {
          200: {
            description: 'What would change.',
            content: {
              'application/json': { schema: reference(ReplayResultSchema) },
              'text/event-stream': { schema: reference(ReplayProgressSchema) },
            },
          },
          ...problems('invalid_request', 'invalid_date', 'invalid_policy', 'replay_in_progress'),
        },
      },
    },
    async (request, reply) => {
      const { draft, from = null, to = null, ...sizes } = request.body;
      const { limit = REPLAY_COMMENTS_MAX, examples_max = REPLAY_EXAMPLES_DEFAULT } = sizes;
      const caller = callerOf(request);
      const input = { caller, draft: policyDocumentOf(draft), from, to, limit, examples_max };
      return answer(request, reply, async (control) => replayPolicy(deps, input, control));
    },
  );
};

import type { Static } from '@sinclair/typebox';

import { scoreComment, type ScoredComment } from '../../operations/score-comment.js';
import { callerOf } from '../auth.js';
import type { Routes } from '../routes.js';
import { idParams } from '../schemas/fields.js';
import { problems } from '../schemas/problem.js';
import { reference } from '../schemas/reference.js';
import { CommentScoresSchema } from '../schemas/score.js';

export const scoreRoutes: Routes = (app, deps) => {
  app.get(
    '/v1/comments/:id/scores',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'scoreComment',
        summary: 'What the classifiers give a comment, and which words raised it',
        description:
          'Of the text as it stands, by the model that is loaded and what the site has taught, ' +
          'beside the thresholds of the policy in force. Decides nothing.',
        tags: ['Comments'],
        params: idParams('Our id of the comment, or yours.'),
        response: { 200: reference(CommentScoresSchema), ...problems('not_found') },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      return scoresView(await scoreComment(deps, { caller, ...request.params }));
    },
  );
};

function scoresView({ scores, ...rest }: ScoredComment): Static<typeof CommentScoresSchema> {
  const copied = scores.map(({ words, ...score }) => ({ ...score, words: [...words] }));
  return { ...rest, scores: copied };
}

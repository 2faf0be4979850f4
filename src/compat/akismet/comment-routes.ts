import type { FrontScope } from '../front.js';
import { type Checked, checkComment } from './check.js';
import { asking, type Described, post } from './post.js';
import { CommentFormSchema, plain, REFUSALS } from './schemas.js';
import { formOf } from './shown-key.js';
import { type Called, settleAsCalled } from './submit.js';

const THANKS = 'Thanks for making the web a better place.';

function headersOf({ guid, spam, blatant }: Checked): Readonly<Record<string, string>> {
  // WordPress ignores a verdict that has no guid.
  return { 'x-akismet-guid': guid, ...(spam && blatant && { 'x-akismet-pro-tip': 'discard' }) };
}

export const commentRoutes: FrontScope['routes'] = (app, deps) => {
  const check: Described = {
    operationId: 'akismetCommentCheck',
    summary: 'Check a comment as Akismet does',
    description:
      'The comment is stored as with `POST /v1/comments`. `true` for what is rejected and for what ' +
      'waits for a person; `X-akismet-pro-tip: discard` where nobody need look at it.',
    body: CommentFormSchema,
    response: { 200: plain('The verdict.', ['true', 'false', 'invalid']), ...REFUSALS },
  };
  post(app, deps, { path: '/comment-check', scope: 'submit', schema: check }, async (request) => {
    const checked = await checkComment(deps, asking(deps, request), formOf(request));
    return { headers: headersOf(checked), body: String(checked.spam) };
  });

  for (const called of ['spam', 'ham'] as const satisfies readonly Called[]) {
    const schema: Described = {
      operationId: called === 'spam' ? 'akismetSubmitSpam' : 'akismetSubmitHam',
      summary: `Say that a comment is ${called}, as with Akismet`,
      description:
        `The comment is ${called === 'spam' ? 'rejected' : 'approved'} by the holder of the key. It ` +
        'is found by `guid`, by its date, or by author, thread and text; else it is taken in.',
      body: CommentFormSchema,
      response: { 200: plain('It is decided.', [THANKS, 'invalid']), ...REFUSALS },
    };
    const path = `/submit-${called}`;
    post(app, deps, { path, scope: 'moderate', schema }, async (request) => {
      await settleAsCalled(deps, asking(deps, request), { form: formOf(request), called });
      return { body: THANKS };
    });
  }
};

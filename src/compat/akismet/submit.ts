import { FOUND_BY_TEXT_SECONDS } from '../../limits/fronts.js';
import { findSubmitted } from '../../operations/find-submitted.js';
import { settleComment } from '../../operations/settle-comment.js';
import { submitComment } from '../../operations/submit-comment.js';
import type { FrontDeps } from '../front.js';
import { type Asking, datedGuid, isTest, randomGuid, requireBlog } from './check.js';
import type { Form } from './form.js';
import { submissionOf } from './submission.js';

export type Called = 'spam' | 'ham';

/**
 * A client's people call a comment spam, or not: it is decided here as there. One that was never
 * checked is taken in first, so that what they know is known here as well. Of a test nothing stays.
 */
export async function settleAsCalled(
  deps: FrontDeps,
  { caller }: Asking,
  { form, called }: { readonly form: Form; readonly called: Called },
): Promise<void> {
  requireBlog(form);
  if (isTest(form)) return;
  const submission = submissionOf(form);
  const dated = datedGuid(form, submission);
  const guid = form.text('guid').trim().toLowerCase();
  const found = await findSubmitted(deps, {
    caller,
    external_id: guid === '' ? dated : guid,
    submission,
    within_seconds: FOUND_BY_TEXT_SECONDS,
  });
  const external_id = dated ?? randomGuid(deps);
  const comment =
    found ??
    (
      await submitComment(deps, {
        caller,
        submission: { ...submission, external_id },
        idempotency: null,
      })
    ).comment;
  await settleComment(deps, {
    caller,
    id: comment.id,
    action: called === 'spam' ? 'reject' : 'approve',
    reason: `submit-${called}`,
    standard: called === 'spam' ? 'spam' : null,
  });
}

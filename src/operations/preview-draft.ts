import type { Caller } from '../deps.js';
import type { Submission } from '../domain/submission.js';
import { draftPolicy } from './drafting/checked-policy.js';
import { type Preview, previewBy, type PreviewNeeds } from './preview-comment.js';

export interface PreviewDraftInput {
  readonly caller: Caller;
  /** A policy as a publisher writes it; what is left out takes its default. */
  readonly draft: unknown;
  readonly submission: Submission;
}

/**
 * Judges a comment as a submit at this moment would if the draft were in force, and stores nothing.
 *
 * @throws GatepostError `invalid_policy`, and as submitComment does for the values in a submission.
 */
export async function previewDraft(
  deps: PreviewNeeds,
  { caller, draft, submission }: PreviewDraftInput,
): Promise<Preview> {
  return previewBy(deps, { caller, submission }, draftPolicy(draft));
}

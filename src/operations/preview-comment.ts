import type { Caller, Deps } from '../deps.js';
import { permits } from '../domain/api-key.js';
import type { Verdict } from '../domain/finding.js';
import type { Policy } from '../domain/policy.js';
import type { Submission } from '../domain/submission.js';
import type { Explanation } from '../moderation/explain.js';
import { currentPolicy } from './found.js';
import { houseInForce } from './house/in-force.js';
import { explained, factsOfText } from './judging/judge.js';
import { askOutside, judgeAsked } from './judging/outside.js';
import { checkedSubmission } from './submitting/checked-submission.js';
import { expectedHistory } from './submitting/expected-history.js';

export interface Preview {
  readonly verdict: Verdict;
  /**
   * Null for keys that may only submit: what a CMS shows to readers must not teach them how near
   * they came.
   */
  readonly explanation: Explanation | null;
}

type Needed = 'store' | 'classifier' | 'scorer' | 'clock' | 'stopwatch' | 'meter' | 'log';

export type PreviewNeeds = Pick<Deps, Needed>;

interface PreviewInput {
  readonly caller: Caller;
  readonly submission: Submission;
}

/**
 * Judges a comment as a submit at this moment would, and stores nothing. An outside
 * scorer is asked as for a submit.
 *
 * @throws GatepostError as submitComment does for the values in a submission.
 */
export async function previewComment(
  deps: PreviewNeeds,
  input: PreviewInput,
): Promise<Preview> {
  return previewBy(deps, input, await currentPolicy(deps, input.caller.site_id));
}

/** The same by a policy that need not be in force. */
export async function previewBy(
  deps: PreviewNeeds,
  input: PreviewInput,
  policy: Policy,
): Promise<Preview> {
  const siteId = input.caller.site_id;
  const submission = checkedSubmission(deps, input.submission);
  const text = factsOfText(deps, submission, await houseInForce(deps, siteId));
  const history = await expectedHistory(deps, siteId, { submission, text });
  const asked = await askOutside(deps, policy, { text, history });
  const judgement = judgeAsked(deps, policy, { text, history, asked });
  const explains = permits(input.caller.scope, 'moderate');
  return {
    verdict: judgement.verdict,
    explanation: explains ? explained(deps, policy, judgement) : null,
  };
}

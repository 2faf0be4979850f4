import type { Caller, Deps } from '../deps.js';
import { permits } from '../domain/api-key.js';
import type { Verdict } from '../domain/finding.js';
import { identityOf } from '../domain/identity.js';
import type { Submission } from '../domain/submission.js';
import { timestamp } from '../domain/time.js';
import type { Explanation } from '../moderation/explain.js';
import { currentPolicy } from './found.js';
import { houseInForce } from './house/in-force.js';
import { gatherHistory, type Occasion } from './judging/gather-history.js';
import { explained, factsOfText, judge } from './judging/judge.js';
import { textMarks } from './judging/text-marks.js';
import { checkedSubmission } from './submitting/checked-submission.js';

export interface Preview {
  readonly verdict: Verdict;
  /**
   * Null for keys that may only submit: what a CMS shows to readers must not teach them how near
   * they came.
   */
  readonly explanation: Explanation | null;
}

/**
 * Judges a comment as a submit at this moment would, and stores nothing.
 *
 * @throws GatepostError as submitComment does for the values in a submission.
 */
export async function previewComment(
  deps: Pick<Deps, 'store' | 'classifier' | 'clock' | 'stopwatch' | 'meter' | 'log'>,
  input: { readonly caller: Caller; readonly submission: Submission },
): Promise<Preview> {
  const siteId = input.caller.site_id;
  const submission = checkedSubmission(deps, input.submission);
  const house = await houseInForce(deps, siteId);
  const text = factsOfText(deps, submission, house);
  const now = timestamp(deps.clock());
  const identity = identityOf(submission.author);
  const author = await deps.store.authors.getByIdentity(siteId, identity.kind, identity.key);
  const history = await gatherHistory(deps, {
    site_id: siteId,
    author_id: author?.id ?? null,
    thread: await threadAfter(deps, siteId, { ...submission.thread, now }),
    author: submission.author,
    marks: textMarks(text.shadow),
    edited: null,
    now,
  });
  const policy = await currentPolicy(deps, siteId);
  const judgement = judge(deps, policy, { text, history });
  const explains = permits(input.caller.scope, 'moderate');
  return {
    verdict: judgement.verdict,
    explanation: explains ? explained(deps, policy, judgement) : null,
  };
}

/** The thread as it would be once the comment was submitted. */
async function threadAfter(
  deps: Pick<Deps, 'store'>,
  siteId: string,
  said: Submission['thread'] & { readonly now: string },
): Promise<Occasion['thread']> {
  const known = await deps.store.threads.getByExternalId(siteId, said.external_id);
  if (known !== null) return { ...known, section: said.section ?? known.section };
  const { section, now } = said;
  return { section, created_at: now, closed_at: null, premoderated_at: null };
}

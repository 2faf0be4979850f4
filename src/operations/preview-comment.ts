import type { Caller, Deps } from '../deps.js';
import type { Verdict } from '../domain/finding.js';
import { identityOf } from '../domain/identity.js';
import type { Submission } from '../domain/submission.js';
import { timestamp } from '../domain/time.js';
import { currentPolicy } from './found.js';
import { gatherHistory } from './judging/gather-history.js';
import { factsOfText, judge } from './judging/judge.js';
import { textMarks } from './judging/text-marks.js';
import { checkedSubmission } from './submitting/checked-submission.js';

/**
 * Judges a comment as a submit at this moment would, and stores nothing.
 *
 * @throws GatepostError as submitComment does for the values in a submission.
 */
export async function previewComment(
  deps: Pick<Deps, 'store' | 'classifier' | 'clock' | 'stopwatch' | 'meter'>,
  input: { readonly caller: Caller; readonly submission: Submission },
): Promise<Verdict> {
  const siteId = input.caller.site_id;
  const submission = checkedSubmission(deps, input.submission);
  const text = factsOfText(deps, submission);
  const identity = identityOf(submission.author);
  const author = await deps.store.authors.getByIdentity(siteId, identity.kind, identity.key);
  const history = await gatherHistory(deps, {
    site_id: siteId,
    author_id: author?.id ?? null,
    thread: await deps.store.threads.getByExternalId(siteId, submission.thread.external_id),
    author: submission.author,
    marks: textMarks(text.shadow),
    edited: null,
    now: timestamp(deps.clock()),
  });
  return judge(deps, await currentPolicy(deps, siteId), { text, history }).verdict;
}

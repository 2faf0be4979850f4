import type { Caller, Deps } from '../deps.js';
import type { Author } from '../domain/author.js';
import type { Comment } from '../domain/comment.js';
import { GatepostError } from '../domain/errors.js';
import type { Verdict } from '../domain/finding.js';
import { identityOf } from '../domain/identity.js';
import type { Policy } from '../domain/policy.js';
import type { Submission } from '../domain/submission.js';
import type { Thread } from '../domain/thread.js';
import { timestamp } from '../domain/time.js';
import { strikeOut } from './blocking/strike-out.js';
import { currentPolicy, withCompany } from './found.js';
import { houseInForce } from './house/in-force.js';
import { answerOnce, type IdempotentRequest, isAnswered } from './idempotency.js';
import { gatherHistory } from './judging/gather-history.js';
import { factsOfText, type TextFacts } from './judging/judge.js';
import { askOutside, type Asked, judgeAsked } from './judging/outside.js';
import { type CommentRecord, engineDecision } from './judging/record.js';
import { standingVerdict } from './judging/standing-verdict.js';
import { textMarks } from './judging/text-marks.js';
import { decided, submitted } from './recording/acts.js';
import { recordActs } from './recording/record-acts.js';
import { authorMet, storeAuthor } from './submitting/author.js';
import { checkedSubmission } from './submitting/checked-submission.js';
import { expectedHistory } from './submitting/expected-history.js';
import { newComment } from './submitting/new-comment.js';
import { refuseOurIds } from './submitting/our-ids.js';
import { parentOf } from './submitting/parent.js';
import { storeThread, threadMet } from './submitting/thread.js';
import { together } from './together.js';

export interface SubmitInput {
  readonly caller: Caller;
  readonly submission: Submission;
  readonly idempotency: IdempotentRequest | null;
}

export interface Submitted extends CommentRecord {
  readonly verdict: Verdict;
  /** False when the `external_id` was known and this is the comment that exists. */
  readonly created: boolean;
}

type Needs = Pick<
  Deps,
  | 'store'
  | 'classifier'
  | 'scorer'
  | 'clock'
  | 'stopwatch'
  | 'newId'
  | 'randomBytes'
  | 'meter'
  | 'log'
  | 'inFlight'
>;

/**
 * Judges a comment and stores it with its verdict, its thread and its author, all in one
 * transaction: what this resolves to is on the disk. Facts are read inside the transaction, so
 * that two equal comments at once cannot both be the first. An outside scorer is asked before it.
 *
 * @throws GatepostError `parent_not_found`, `parent_in_other_thread`, `unknown_policy_version`,
 *   `invalid_request`, `invalid_date`, and those of idempotent requests.
 */
export async function submitComment(deps: Needs, input: SubmitInput): Promise<Submitted> {
  const submission = checkedSubmission(deps, input.submission);
  const house = await houseInForce(deps, input.caller.site_id);
  const text = factsOfText(deps, submission, house);
  const answered = await answerOnce(deps, input, async () => {
    const asked = await askBefore(deps, { ...input, submission, text });
    return (store) => storeComment({ ...deps, store }, { ...input, submission, text, asked });
  });
  if (answered.answer.created && !answered.replayed) {
    const { comment, verdict } = answered.answer;
    deps.meter.submitted(
      comment.status,
      verdict.findings.map((finding) => finding.reason),
    );
  }
  return answered.answer;
}

interface Read extends SubmitInput {
  readonly text: TextFacts;
}

interface Work extends Read {
  readonly asked: Asked;
}

/**
 * What an outside scorer says of the text. Asked before the transaction, by what is known then, and
 * not about a comment that the site has.
 */
async function askBefore(deps: Needs, read: Read): Promise<Asked> {
  if (deps.scorer === null) return null;
  const { caller, submission, text } = read;
  const siteId = caller.site_id;
  if (await isAnswered(deps, read)) return 'not_asked';
  if (await existingOf(deps, siteId, submission)) return 'not_asked';
  const policy = await currentPolicy(deps, siteId);
  return askOutside(deps, policy, {
    text,
    history: await expectedHistory(deps, siteId, { submission, text }),
  });
}

async function existingOf(
  { store }: Needs,
  siteId: string,
  { external_id }: Submission,
): Promise<Comment | null> {
  return external_id === null ? null : store.comments.getByExternalId(siteId, external_id);
}

/** Whom and what a submission names, as the site knows it. */
interface Found {
  readonly existing: Comment | null;
  readonly policy: Policy;
  readonly knownThread: Thread | null;
  readonly knownAuthor: Author | null;
}

async function found(deps: Needs, siteId: string, submission: Submission): Promise<Found> {
  const { kind, key } = identityOf(submission.author);
  const [existing, policy, knownThread, knownAuthor] = await together([
    existingOf(deps, siteId, submission),
    currentPolicy(deps, siteId),
    deps.store.threads.getByExternalId(siteId, submission.thread.external_id),
    deps.store.authors.getByIdentity(siteId, kind, key),
  ]);
  return { existing, policy, knownThread, knownAuthor };
}

async function storeComment(deps: Needs, work: Work): Promise<Submitted> {
  const { submission } = work;
  const siteId = work.caller.site_id;
  const { existing, policy, knownThread, knownAuthor } = await found(deps, siteId, submission);
  if (existing) return existingComment(deps, siteId, existing);
  await refuseOurIds(deps, siteId, { ...submission, knownThread, knownAuthor });

  const now = timestamp(deps.clock());
  await checkAcceptedVersion(deps, siteId, submission.accepted_policy_version);
  const thread = threadMet(deps, knownThread, { ...submission.thread, now });
  const parent = await parentOf(deps, siteId, { thread, parent_id: submission.parent_id });
  const author = authorMet(deps, knownAuthor, { submission, now });
  const marks = textMarks(work.text.shadow);
  const [history] = await together([
    gatherHistory(deps, {
      site_id: siteId,
      author_id: knownAuthor?.id ?? null,
      thread,
      author: submission.author,
      marks,
      edited: null,
      now,
    }),
    storeThread(deps, siteId, { known: knownThread, thread }),
    storeAuthor(deps, siteId, { known: knownAuthor, author }),
  ]);
  const judgement = judgeAsked(deps, policy, { text: work.text, history, asked: work.asked });
  const comment = newComment(deps, {
    submission,
    verdict: judgement.verdict,
    marks,
    author,
    thread,
    parent,
    now,
  });
  const decision = engineDecision(deps, judgement, { comment, supersedes: null, now });
  await together([
    deps.store.comments.insert(siteId, comment),
    deps.store.decisions.insert(siteId, decision),
    recordActs(deps, siteId, [submitted(comment), decided(decision, null, comment)]),
  ]);
  await strikeOut(deps, siteId, { author_id: author.id, decision, policy });
  return { comment, author, thread, verdict: judgement.verdict, created: true };
}

async function existingComment(deps: Needs, siteId: string, comment: Comment): Promise<Submitted> {
  const verdict = await standingVerdict(deps, siteId, comment);
  return { ...(await withCompany(deps, siteId, comment)), verdict, created: false };
}

async function checkAcceptedVersion(
  { store }: Needs,
  siteId: string,
  version: number | null,
): Promise<void> {
  if (version === null || (await store.policies.get(siteId, version))) return;
  throw new GatepostError(
    'unknown_policy_version',
    `The policy of this site has no version ${version}.`,
    { errors: [{ pointer: '/accepted_policy_version', detail: 'is not a version of the policy' }] },
  );
}

import type { Deps } from '../../deps.js';
import type { AuditEntry, ChainHead, RecordedState } from '../../domain/audit.js';
import type { Comment } from '../../domain/comment.js';
import type { Decision } from '../../domain/decision.js';
import { bodyDigest, decisionDigest } from '../../domain/seal.js';
import { VERIFY_COMMENTS_PAGE, VERIFY_PROBLEMS_MAX } from '../../limits/transfer.js';
import { policyDigest } from '../../moderation/policy/digest.js';
import { giveWay } from '../replaying/pace.js';
import type { AuditProblem } from '../verify-audit.js';

interface Comparing {
  readonly site_id: string;
  readonly head: ChainHead;
  readonly signal: AbortSignal | undefined;
}

interface Compared {
  readonly comments: number;
  readonly unsealed: number;
  readonly problems: readonly AuditProblem[];
}

/**
 * Compares comments, their decisions and the versions of the policy with what a sound chain says of
 * them. Of what is wrong, at most `VERIFY_PROBLEMS_MAX` are named.
 */
export async function compareRecord(
  deps: Pick<Deps, 'store'>,
  { site_id, head, signal }: Comparing,
  onProgress: (comments: number) => Promise<void>,
): Promise<Compared> {
  const began = (await deps.store.audit.get(site_id, 1))?.created_at ?? null;
  const problems: AuditProblem[] = [...(await comparePolicies(deps, site_id))];
  problems.push(...(await missingComments(deps, { site_id, head, signal })));
  let comments = 0;
  let unsealed = 0;
  let after = '';
  while (began !== null && problems.length < VERIFY_PROBLEMS_MAX && signal?.aborted !== true) {
    const page = await commentsWithRecord(deps, site_id, after);
    const last = page.at(-1);
    if (last === undefined) break;
    for (const each of page) problems.push(...problemsOf(each, { began, head }));
    comments += page.length;
    unsealed += page.filter(({ comment }) => comment.seal === null).length;
    after = last.comment.id;
    await onProgress(comments);
  }
  return { comments, unsealed, problems: problems.slice(0, VERIFY_PROBLEMS_MAX) };
}

async function comparePolicies(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
): Promise<readonly AuditProblem[]> {
  const changes = await store.audit.list(
    siteId,
    { kind: 'policy.changed' },
    { before: null, limit: VERIFY_COMMENTS_PAGE },
  );
  const problems: AuditProblem[] = [];
  for (const entry of changes) {
    const policy = await store.policies.get(siteId, Number(entry.object_id));
    const recorded = stateOf(entry.after_state)['policy_digest'];
    const stored = policy === null ? null : policyDigest(policy.document);
    if (stored === recorded) continue;
    problems.push(at(entry, `version ${entry.object_id} of the policy is not the one recorded`));
  }
  return problems;
}

/** Comments that came in by the record and are not there. */
async function missingComments(
  { store }: Pick<Deps, 'store'>,
  { site_id, head, signal }: Comparing,
): Promise<readonly AuditProblem[]> {
  const problems: AuditProblem[] = [];
  let after = 0;
  while (after < head.sequence && problems.length < VERIFY_PROBLEMS_MAX) {
    if (signal?.aborted === true) break;
    const page = await store.audit.after(site_id, after, VERIFY_COMMENTS_PAGE);
    const last = page.at(-1);
    if (last === undefined) break;
    const met = page.filter((entry) => entry.comment_id !== null);
    const known = await store.comments.existing(
      site_id,
      [...new Set(met.flatMap(({ comment_id }) => comment_id ?? []))],
    );
    for (const entry of met) {
      if (known.has(entry.comment_id ?? '')) continue;
      problems.push(at(entry, `the comment ${entry.comment_id ?? ''} is gone`));
    }
    after = last.sequence;
    await giveWay();
  }
  return problems;
}

/** A comment, its decisions and what is on record of it, as of one moment. */
interface Recorded {
  readonly comment: Comment;
  readonly decisions: readonly Decision[];
  readonly entries: readonly AuditEntry[];
}

async function commentsWithRecord(
  deps: Pick<Deps, 'store'>,
  siteId: string,
  after: string,
): Promise<readonly Recorded[]> {
  return deps.store.transaction(siteId, async (store) => {
    const comments = await store.comments.after(siteId, after, VERIFY_COMMENTS_PAGE);
    const ids = comments.map((comment) => comment.id);
    const decisions = await store.decisions.ofComments(siteId, ids);
    const entries = await store.audit.ofComments(siteId, ids);
    return comments.map((comment) => ({
      comment,
      decisions: decisions.filter((each) => each.comment_id === comment.id),
      entries: entries.filter((each) => each.comment_id === comment.id),
    }));
  });
}

interface Since {
  /** When the chain began: what is older is on no record. */
  readonly began: string;
  readonly head: ChainHead;
}

function problemsOf({ comment, decisions, entries }: Recorded, since: Since): AuditProblem[] {
  const problems: AuditProblem[] = [];
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  const recorded = new Set<unknown>();
  let text: AuditEntry | null = null;
  let stands: AuditEntry | null = null;
  for (const entry of entries) {
    const after = stateOf(entry.after_state);
    if (after['body_digest'] !== undefined) text = entry;
    // An answer to a notice or an appeal names a decision too, and a status of its own.
    if (entry.object_kind !== 'comment' || after['decision_id'] === undefined) continue;
    recorded.add(after['decision_id']);
    stands = entry;
    const decision = byId.get(String(after['decision_id']));
    const wrong = decisionProblem(comment, decision, after['decision_digest']);
    if (wrong !== null) problems.push(at(entry, wrong));
  }
  if (stands !== null) problems.push(...standingProblems(comment, stands, since));
  if (text !== null) problems.push(...textProblems(comment, text, since));
  const unrecorded = decisions.find(({ id, created_at }) =>
    created_at > since.began && !recorded.has(id));
  if (unrecorded) problems.push(nowhere(`the decision ${unrecorded.id} is not on record`));
  return problems;
}

function decisionProblem(
  { seal }: Comment,
  decision: Decision | undefined,
  digest: unknown,
): string | null {
  if (decision === undefined) return 'its decision is gone';
  const comparable = seal !== null && typeof digest === 'string';
  if (!comparable || decisionDigest(seal, decision) === digest) return null;
  return `the decision ${decision.id} is not as it was recorded`;
}

function standingProblems(comment: Comment, entry: AuditEntry, since: Since): AuditProblem[] {
  // What was appended after the chain was read will be compared the next time.
  if (entry.sequence > since.head.sequence) return [];
  const { status, version } = stateOf(entry.after_state);
  if (comment.status === status && comment.version === version) return [];
  return [at(entry, `the comment ${comment.id} does not stand as it was decided`)];
}

function textProblems({ seal, ...comment }: Comment, entry: AuditEntry, since: Since) {
  const digest = stateOf(entry.after_state)['body_digest'];
  const comparable = seal !== null && comment.redacted_at === null && typeof digest === 'string';
  if (!comparable || entry.sequence > since.head.sequence) return [];
  if (bodyDigest(seal, comment.body) === digest) return [];
  return [at(entry, `the text of the comment ${comment.id} is not the one that came in`)];
}

function stateOf(state: string | null): RecordedState {
  return state === null ? {} : (JSON.parse(state) as RecordedState);
}

function at(entry: AuditEntry, what: string): AuditProblem {
  return { sequence: entry.sequence, entry_id: entry.id, what };
}

function nowhere(what: string): AuditProblem {
  return { sequence: null, entry_id: null, what };
}

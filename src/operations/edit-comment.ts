import type { Caller, Deps } from '../deps.js';
import type { Comment, TextMarks } from '../domain/comment.js';
import type { Decision } from '../domain/decision.js';
import { GatepostError } from '../domain/errors.js';
import type { Verdict } from '../domain/finding.js';
import { severityOf, storedPlace } from '../domain/queue.js';
import { statusOf } from '../domain/status.js';
import { timestamp } from '../domain/time.js';
import type { HouseLayer } from '../moderation/house/layer.js';
import { strikeOut } from './blocking/strike-out.js';
import { currentPolicy, foundComment, withCompany } from './found.js';
import { houseInForce } from './house/in-force.js';
import { gatherHistory } from './judging/gather-history.js';
import { factsOfText, type Judgement } from './judging/judge.js';
import { askOutside, type Asked, judgeAsked } from './judging/outside.js';
import { type CommentRecord, engineDecision } from './judging/record.js';
import { standingVerdict } from './judging/standing-verdict.js';
import { textMarks } from './judging/text-marks.js';
import { decided, edited } from './recording/acts.js';
import { recordActs } from './recording/record-acts.js';
import { holdReported } from './reporting/hold-reported.js';
import { requireVisible } from './submitting/checked-submission.js';

export interface EditInput {
  readonly caller: Caller;
  /** Our id or the CMS's. */
  readonly id: string;
  readonly body: string;
}

type Needs = Pick<
  Deps,
  'store' | 'classifier' | 'scorer' | 'clock' | 'stopwatch' | 'newId' | 'meter' | 'log'
>;

/**
 * The author edited a comment: the new text is judged as if it were new, by the policy and the
 * blocks now in force; the earlier text stays as a revision. The text that the comment has already
 * changes nothing: a request that is repeated, or an author who saves again, undoes no decision.
 *
 * @throws GatepostError `not_found`, `comment_deleted`, `invalid_request` for a blank text.
 */
export async function editComment(
  deps: Needs,
  { caller, id, body }: EditInput,
): Promise<CommentRecord & { readonly verdict: Verdict }> {
  requireVisible(body, '/body');
  const siteId = caller.site_id;
  const house = await houseInForce(deps, siteId);
  const asked = await askBefore(deps, siteId, { id, body, house });
  return deps.store.transaction(siteId, async (store) => {
    const bound = { ...deps, store };
    const edit = await editOf(bound, siteId, { id, body, house });
    const { before, latest, now } = edit;
    if (isUnchanged(edit)) {
      return { ...before, verdict: await standingVerdict(bound, siteId, before.comment) };
    }
    const read = await readEdit(bound, siteId, edit);
    const policy = await currentPolicy(bound, siteId);
    const judgement = judgeAsked(deps, policy, { ...read, asked });
    const comment = withText(before.comment, { body, now, judgement, marks: read.marks });
    await store.comments.addRevision(siteId, {
      id: deps.newId('rev'),
      comment_id: comment.id,
      version: before.comment.version,
      body: before.comment.body,
      replaced_at: now,
    });
    await store.comments.update(siteId, comment, before.comment.version);
    const supersedes = latest?.id ?? null;
    const decision = engineDecision(deps, judgement, { comment, supersedes, now });
    await store.decisions.insert(siteId, decision);
    await recordActs(bound, siteId, [
      edited(before.comment, comment),
      decided(decision, before.comment, comment),
    ]);
    await strikeOut(bound, siteId, { author_id: comment.author_id, decision, policy });
    const standing = await holdReported(bound, siteId, { comment, policy });
    return { ...edit.before, comment: standing, verdict: judgement.verdict };
  });
}

type AskedEdit = Pick<EditInput, 'id' | 'body'> & Pick<Edit, 'house'>;

/** What an outside scorer says of the new text. Asked before the transaction. */
async function askBefore(
  deps: Needs,
  siteId: string,
  input: AskedEdit,
): Promise<Asked> {
  if (deps.scorer === null) return null;
  const edit = await editOf(deps, siteId, input);
  if (isUnchanged(edit)) return 'not_asked';
  const policy = await currentPolicy(deps, siteId);
  return askOutside(deps, policy, await readEdit(deps, siteId, edit));
}

interface Edit {
  readonly before: CommentRecord;
  readonly latest: Decision | undefined;
  readonly body: string;
  readonly now: string;
  readonly house: HouseLayer | null;
}

/** An edit, and the comment as it is before it. */
async function editOf(deps: Needs, siteId: string, { id, ...said }: AskedEdit): Promise<Edit> {
  const before = await withCompany(deps, siteId, await foundComment(deps, siteId, id));
  refuseDeleted(before.comment);
  refuseErased(before.author);
  const judged = await deps.store.decisions.latestOf(siteId, [before.comment.id]);
  const now = timestamp(deps.clock());
  return { ...said, before, latest: judged.get(before.comment.id), now };
}

/** An erased text is never equal: whatever comes gives the comment a text again. */
function isUnchanged({ before: { comment }, body }: Edit): boolean {
  return comment.redacted_at === null && comment.body === body;
}

/** What is known of the new text. */
async function readEdit(deps: Needs, siteId: string, edit: Edit) {
  const { before, latest, body, now } = edit;
  const { comment, author, thread } = before;
  const identity = {
    name: comment.author_name,
    email: comment.author_email,
    ip: comment.author_ip,
    url: comment.author_url,
    user_agent: comment.user_agent,
  };
  const judged = { body, locale: comment.locale, author: identity };
  const text = factsOfText(deps, judged, edit.house);
  const marks = textMarks(text.shadow);
  const history = await gatherHistory(deps, {
    site_id: siteId,
    author_id: author.id,
    thread,
    author: identity,
    marks,
    edited: {
      id: comment.id,
      rejected_by_person: latest?.actor.kind === 'moderator' && latest.status === 'rejected',
    },
    now,
  });
  return { text, history, marks };
}

interface JudgedEdit extends Pick<Edit, 'body' | 'now'> {
  readonly judgement: Judgement;
  readonly marks: TextMarks;
}

function withText(comment: Comment, change: JudgedEdit): Comment {
  const { verdict } = change.judgement;
  const status = statusOf(verdict.action);
  const severity = severityOf(verdict.findings);
  return {
    ...comment,
    body: change.body,
    // A text that was erased has another one in its place.
    redacted_at: null,
    ...change.marks,
    status,
    shadowed_at: verdict.shadow ? change.now : null,
    version: comment.version + 1,
    edited_at: change.now,
    severity,
    queue_place: storedPlace(status, severity, change.now),
  };
}

/** What an author withdrew stays withdrawn. */
export function refuseDeleted(comment: Comment): void {
  if (comment.status !== 'deleted') return;
  throw new GatepostError('comment_deleted', 'The comment was withdrawn.');
}

/** Of a person whose data was erased nothing new is taken. */
function refuseErased({ erased_at }: CommentRecord['author']): void {
  if (erased_at === null) return;
  throw new GatepostError('author_erased', 'The data of the comment’s author was erased.');
}

import type { Caller, Deps } from '../deps.js';
import type { Comment } from '../domain/comment.js';
import type { Decision } from '../domain/decision.js';
import { GatepostError } from '../domain/errors.js';
import type { Verdict } from '../domain/finding.js';
import { statusOf } from '../domain/status.js';
import { timestamp } from '../domain/time.js';
import type { HouseLayer } from '../moderation/house/layer.js';
import { currentPolicy, foundComment, withCompany } from './found.js';
import { houseInForce } from './house/in-force.js';
import { gatherHistory } from './judging/gather-history.js';
import { factsOfText, judge } from './judging/judge.js';
import { type CommentRecord, engineDecision } from './judging/record.js';
import { textMarks } from './judging/text-marks.js';
import { requireVisible } from './submitting/checked-submission.js';

export interface EditInput {
  readonly caller: Caller;
  /** Our id or the CMS's. */
  readonly id: string;
  readonly body: string;
}

type Needs = Pick<Deps, 'store' | 'classifier' | 'clock' | 'stopwatch' | 'newId' | 'meter' | 'log'>;

/**
 * The author edited a comment: the new text is judged as if it were new, by the policy and the
 * blocks now in force; the earlier text stays as a revision.
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
  return deps.store.transaction(async (store) => {
    const bound = { ...deps, store };
    const before = await withCompany(bound, siteId, await foundComment(bound, siteId, id));
    refuseDeleted(before.comment);
    const now = timestamp(deps.clock());
    const latest = (await store.decisions.latestOf(siteId, [before.comment.id])).get(
      before.comment.id,
    );
    const judged = await judgeEdit(bound, siteId, { before, latest, body, now, house });
    const comment = edited(before.comment, { body, now, ...judged });
    await store.comments.addRevision(siteId, {
      id: deps.newId('rev'),
      comment_id: comment.id,
      version: before.comment.version,
      body: before.comment.body,
      replaced_at: now,
    });
    await store.comments.update(siteId, comment, before.comment.version);
    await store.decisions.insert(
      siteId,
      engineDecision(deps, judged.judgement, { comment, supersedes: latest?.id ?? null, now }),
    );
    return { ...before, comment, verdict: judged.judgement.verdict };
  });
}

interface Edit {
  readonly before: CommentRecord;
  readonly latest: Decision | undefined;
  readonly body: string;
  readonly now: string;
  readonly house: HouseLayer | null;
}

async function judgeEdit(deps: Needs, siteId: string, edit: Edit) {
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
  const policy = await currentPolicy(deps, siteId);
  return { judgement: judge(deps, policy, { text, history }), marks };
}

function edited(
  comment: Comment,
  change: Pick<Edit, 'body' | 'now'> & Awaited<ReturnType<typeof judgeEdit>>,
): Comment {
  const { verdict } = change.judgement;
  return {
    ...comment,
    body: change.body,
    ...change.marks,
    status: statusOf(verdict.action),
    shadowed_at: verdict.shadow ? change.now : null,
    version: comment.version + 1,
    edited_at: change.now,
  };
}

/** What an author withdrew stays withdrawn. */
export function refuseDeleted(comment: Comment): void {
  if (comment.status !== 'deleted') return;
  throw new GatepostError('comment_deleted', 'The comment was withdrawn.');
}

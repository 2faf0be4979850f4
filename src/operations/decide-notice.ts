import type { Caller, Deps } from '../deps.js';
import type { Decision } from '../domain/decision.js';
import { GatepostError } from '../domain/errors.js';
import type { Notice, NoticeAction } from '../domain/notice.js';
import type { Policy } from '../domain/policy.js';
import type { Standard } from '../domain/standard.js';
import { timestamp } from '../domain/time.js';
import { deskSettings } from '../moderation/policy/desk/settings.js';
import { moderator } from './decide-comment.js';
import { applyDecision } from './deciding/apply-decision.js';
import { versionConflict } from './deciding/version-conflict.js';
import { currentPolicy, foundComment, withCompany } from './found.js';
import { getNotice } from './get-notice.js';
import { learnAfterDecision } from './house/after-decision.js';
import type { CommentRecord } from './judging/record.js';
import { answerTo } from './noticing/words.js';
import { noticeDecided } from './recording/acts-of-notices.js';
import { recordActs } from './recording/record-acts.js';

export interface DecideNoticeInput {
  readonly caller: Caller;
  readonly id: string;
  readonly action: NoticeAction;
  /** Why; the notifier and the author read it. */
  readonly reason: string;
  /** The version of the comment that the moderator looked at. */
  readonly seen_version: number;
  /** Null for what the notice named. */
  readonly legal_ground: string | null;
  readonly standard: Standard | null;
}

type Needs = Pick<Deps, 'store' | 'classifier' | 'clock' | 'stopwatch' | 'newId' | 'meter' | 'log'>;

/**
 * A moderator answers a notice of illegal content, and decides about the comment with it: it is
 * rejected, or approved as it was seen. One that stands rejected is left so when the notice is not
 * followed, and one that its author withdrew meanwhile is left alone.
 *
 * @throws GatepostError `not_found`, `notice_decided`, `ground_missing`, `text_erased`, and
 *   `version_conflict` with the comment as it now is.
 */
export async function decideNotice(deps: Needs, input: DecideNoticeInput): Promise<Notice> {
  const siteId = input.caller.site_id;
  const { notice, decision } = await deps.store.transaction(siteId, async (store) => {
    const bound = { ...deps, store };
    const open = await getNotice(bound, input);
    refuseDecided(open);
    const comment = await foundComment(bound, siteId, open.comment_id);
    const record = await withCompany(bound, siteId, comment);
    const policy = await currentPolicy(bound, siteId);
    const ground = groundOf(input, open);
    const applied = await decideAbout(bound, { input, ground, record, policy });
    const answered = answeredNotice(bound, { input, ground, open, policy, ...applied });
    if (!(await store.notices.answer(siteId, open.id, answerIn(answered)))) refuseDecided(answered);
    const actor = moderator(input.caller);
    await recordActs(bound, siteId, [noticeDecided(answered, comment, actor)]);
    return { notice: answered, decision: applied.decision };
  });
  if (decision !== null) {
    deps.meter.decided(decision.status);
    learnAfterDecision(deps, siteId);
  }
  return notice;
}

type Ground = Pick<DecideNoticeInput, 'legal_ground' | 'standard'>;

/** What a removal rests on: the law, or else a standard of the publisher's. */
function groundOf(input: DecideNoticeInput, { law }: Notice): Ground {
  const { action, standard } = input;
  if (action === 'keep') return { legal_ground: null, standard: null };
  const legal_ground = input.legal_ground ?? (standard === null ? law : null);
  if (legal_ground !== null || standard !== null) return { legal_ground, standard };
  throw new GatepostError(
    'ground_missing',
    'Neither the notice nor the decision names a law, and no standard is named.',
    { errors: [{ pointer: '/legal_ground', detail: 'is missing' }] },
  );
}

interface Applied {
  /** The new decision; null where the comment was left as it stands. */
  readonly decision: Decision | null;
  /** The decision that stands. */
  readonly standing_id: string | null;
  readonly withdrawn: boolean;
}

async function decideAbout(
  deps: Needs,
  on: {
    readonly input: DecideNoticeInput;
    readonly ground: Ground;
    readonly record: CommentRecord;
    readonly policy: Policy;
  },
): Promise<Applied> {
  const { input, ground, record, policy } = on;
  const { comment } = record;
  const siteId = input.caller.site_id;
  if (comment.status === 'deleted') return { decision: null, standing_id: null, withdrawn: true };
  if (comment.version !== input.seen_version) throw versionConflict(record);
  if (input.action === 'keep' && comment.status === 'rejected') {
    const standing = await deps.store.decisions.latestOf(siteId, [comment.id]);
    const standing_id = standing.get(comment.id)?.id ?? null;
    return { decision: null, standing_id, withdrawn: false };
  }
  const act = {
    actor: moderator(input.caller),
    action: input.action === 'remove' ? 'reject' : 'approve',
    shadow: false,
    reason: input.reason,
    note: null,
    ...ground,
  } as const;
  const applied = await applyDecision(deps, siteId, { before: comment, act, policy });
  if (applied === null) throw versionConflict(record);
  return { decision: applied.decision, standing_id: applied.decision.id, withdrawn: false };
}

function answeredNotice(
  deps: Needs,
  on: Applied & {
    readonly input: DecideNoticeInput;
    readonly ground: Ground;
    readonly open: Notice;
    readonly policy: Policy;
  },
): Notice {
  const { input, ground, open, policy } = on;
  const decided = input.action === 'remove' ? 'removed' : 'kept';
  const status = on.withdrawn ? 'withdrawn' : decided;
  const { legal_ground } = ground;
  const shown = on.decision?.status === 'approved';
  const settings = deskSettings(policy.document, 'statements');
  return {
    ...open,
    status,
    decided_at: timestamp(deps.clock()),
    decided_by: input.caller.name,
    decision_id: on.standing_id,
    answer: answerTo(open, { status, reason: input.reason, legal_ground, shown }, settings),
  };
}

function answerIn({ status, decided_at, decided_by, decision_id, answer }: Notice) {
  return { status, decided_at, decided_by, decision_id, answer };
}

function refuseDecided({ status, decided_at }: Notice): void {
  if (status === 'open') return;
  const detail = `The notice is ${status} since ${decided_at ?? 'just now'}.`;
  throw new GatepostError('notice_decided', detail);
}

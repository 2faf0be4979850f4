import type { Caller, Deps } from '../deps.js';
import type { Comment } from '../domain/comment.js';
import { type FieldError, GatepostError } from '../domain/errors.js';
import type { Notice, Notifier } from '../domain/notice.js';
import { timestamp } from '../domain/time.js';
import { NOTICE_EXPLANATION_LENGTH_MIN, NOTICES_OPEN_OF_COMMENT_MAX } from '../limits/desk.js';
import { refuseDeleted } from './edit-comment.js';
import { foundComment } from './found.js';
import { noticeFiled } from './recording/acts-of-notices.js';
import { recordActs } from './recording/record-acts.js';

export interface FileNoticeInput extends Notifier {
  readonly caller: Caller;
  /** Our id of the comment or the CMS's. */
  readonly id: string;
  readonly url: string | null;
  readonly explanation: string;
  readonly law: string | null;
  /** The law lets the notifier stay unnamed (Article 16(2)(c)). */
  readonly may_be_unnamed: boolean;
  readonly trusted_flagger: boolean;
}

export interface Filed {
  readonly notice: Notice;
  /** False when the same person has an open notice about the comment: that one stands. */
  readonly created: boolean;
}

/**
 * Somebody alleges that a comment is illegal (Article 16 of the Digital Services Act). Nothing
 * follows from it by itself: a person looks and answers. Sending it again is harmless.
 *
 * @throws GatepostError `not_found`, `comment_deleted`, `invalid_request` where it is not
 *   substantiated or nobody stands for it, `too_many_notices`.
 */
export async function fileNotice(
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  input: FileNoticeInput,
): Promise<Filed> {
  requireSubstance(input);
  const siteId = input.caller.site_id;
  return deps.store.transaction(siteId, async (store) => {
    const bound = { ...deps, store };
    const comment = await foundComment(bound, siteId, input.id);
    refuseDeleted(comment);
    const who = { external_id: input.notifier_external_id, email: input.notifier_email };
    const known = await store.notices.openOf(siteId, comment.id, who);
    if (known !== null) return { notice: known, created: false };
    await refuseTooMany(bound, siteId, comment);
    const notice = newNotice(bound, input, comment);
    await store.notices.insert(siteId, notice);
    await recordActs(bound, siteId, [noticeFiled(notice, comment)]);
    return { notice, created: true };
  });
}

function newNotice(
  deps: Pick<Deps, 'clock' | 'newId'>,
  input: FileNoticeInput,
  comment: Comment,
): Notice {
  const now = timestamp(deps.clock());
  return {
    id: deps.newId('ntc'),
    comment_id: comment.id,
    comment_version: comment.version,
    url: input.url,
    explanation: input.explanation,
    law: input.law,
    notifier_name: input.notifier_name,
    notifier_email: input.notifier_email,
    notifier_external_id: input.notifier_external_id,
    trusted_flagger_at: input.trusted_flagger ? now : null,
    created_at: now,
    status: 'open',
    decided_at: null,
    decided_by: null,
    decision_id: null,
    answer: null,
  };
}

/** Spaces explain nothing; whoever accuses somebody gives a name, unless the law spares them. */
function requireSubstance(input: FileNoticeInput): void {
  const errors: FieldError[] = [];
  if (input.explanation.trim().length < NOTICE_EXPLANATION_LENGTH_MIN) {
    errors.push({ pointer: '/explanation', detail: 'does not explain why the comment is illegal' });
  }
  if (!input.may_be_unnamed && input.notifier_name === null) {
    errors.push({ pointer: '/notifier/name', detail: 'is missing' });
  }
  if (!input.may_be_unnamed && input.notifier_email === null) {
    errors.push({ pointer: '/notifier/email', detail: 'is missing' });
  }
  if (errors.length === 0) return;
  throw new GatepostError('invalid_request', 'The notice is not complete.', { errors });
}

async function refuseTooMany(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
  { id }: Comment,
): Promise<void> {
  const [open] = await store.notices.openCounts(siteId, [id]);
  if (open === undefined || open.count < NOTICES_OPEN_OF_COMMENT_MAX) return;
  throw new GatepostError('too_many_notices', `The comment has ${open.count} open notices.`);
}

import type { Caller, Deps } from '../../deps.js';
import type { Action } from '../../domain/action.js';
import { CALLBACK_MEMBER } from '../../domain/callback.js';
import type { Comment } from '../../domain/comment.js';
import type { Finding } from '../../domain/finding.js';
import type { Standard } from '../../domain/standard.js';
import type { Submission } from '../../domain/submission.js';
import { FOUND_BY_TEXT_SECONDS, SAME_CHECK_SECONDS } from '../../limits/fronts.js';
import { findSubmitted } from '../../operations/find-submitted.js';
import { previewComment } from '../../operations/preview-comment.js';
import { rememberCallback } from '../../operations/remember-callback.js';
import { submitComment } from '../../operations/submit-comment.js';
import type { FrontDeps } from '../front.js';
import { emptyValue } from './errors.js';
import type { Form } from './form.js';
import { digest, submissionOf } from './submission.js';

/** What a client is told of a comment. */
export interface Checked {
  readonly spam: boolean;
  /** Nobody need look at it. */
  readonly blatant: boolean;
  /** By which the client names it later. */
  readonly guid: string;
}

/** Who asks, with the key as the client has it. */
export interface Asking {
  readonly caller: Caller;
  readonly key: string;
}

const GUID = /^[0-9a-f]{32}$/u;
const GUID_BYTES = 16;
const GUID_LENGTH = 32;

/**
 * Judges what a form holds. It is stored as every submission is, and once: the same comment checked
 * again is answered as it stands by now. What a client calls a test is judged and not stored.
 * Spam is all that readers are not to see for now, also what waits for a person.
 */
export async function checkComment(deps: FrontDeps, asking: Asking, form: Form): Promise<Checked> {
  requireBlog(form);
  const { caller } = asking;
  const known = triggered(form);
  if (known !== null) return { spam: known, blatant: false, guid: randomGuid(deps) };
  const submission = submissionOf(form);
  if (isTest(form)) {
    const { verdict } = await previewComment(deps, { caller, submission });
    return { ...answerOf(verdict), guid: randomGuid(deps) };
  }
  const dated = datedGuid(form, submission);
  const rechecked = form.text('recheck_reason') !== '';
  const within_seconds = rechecked ? FOUND_BY_TEXT_SECONDS : SAME_CHECK_SECONDS;
  // One that has a date is known by it; another of the same second would be a retry.
  const earlier =
    dated === null || rechecked
      ? await findSubmitted(deps, { caller, external_id: dated, submission, within_seconds })
      : null;
  if (earlier !== null) return standing(deps, earlier, []);
  const submitted = await submitComment(deps, {
    caller,
    submission: {
      ...submission,
      external_id: dated ?? randomGuid(deps),
      metadata: await withCallback(deps, asking, { form, metadata: submission.metadata }),
    },
    idempotency: null,
  });
  return standing(deps, submitted.comment, submitted.verdict.findings);
}

/** @throws GatepostError `invalid_request`, in Akismet's words. */
export function requireBlog(form: Form): void {
  if (form.text('blog').trim() === '') throw emptyValue('blog');
}

/** What a client calls a test, of which nothing is to stay. */
export function isTest(form: Form): boolean {
  return ['1', 'true'].includes(form.text('is_test').trim().toLowerCase());
}

const SPAM_NAMES: ReadonlySet<string> = new Set(['viagra-test-123', 'akismet-guaranteed-spam']);
const SPAM_EMAIL = 'akismet-guaranteed-spam@example.com';

/**
 * What Akismet answers to who only tries it out; null for everybody else. An administrator is
 * always right only in a test: what role somebody has is what a form says.
 */
function triggered(form: Form): boolean | null {
  const name = form.text('comment_author').trim();
  const email = form.text('comment_author_email').trim().toLowerCase();
  if (SPAM_NAMES.has(name) || email === SPAM_EMAIL) return true;
  return isTest(form) && form.text('user_role').trim() === 'administrator' ? false : null;
}

/** Standards whose rejection leaves nothing for a person to look at. */
const BLATANT: ReadonlySet<Standard> = new Set(['spam', 'blocked']);

function answerOf({ action, findings }: { action: Action; findings: readonly Finding[] }) {
  const blatant = findings.some(
    ({ outcome, action: each, observed_action, standard }) =>
      outcome === 'match' && each === 'reject' && observed_action === null && BLATANT.has(standard),
  );
  return { spam: action !== 'approve', blatant: action === 'reject' && blatant };
}

/** A comment as it stands by now. */
function standing(
  deps: Pick<Deps, 'randomBytes'>,
  { status, external_id }: Comment,
  findings: readonly Finding[],
): Checked {
  const action = status === 'approved' ? 'approve' : status === 'pending' ? 'hold' : 'reject';
  const guid = external_id !== null && GUID.test(external_id) ? external_id : randomGuid(deps);
  return { ...answerOf({ action, findings }), guid };
}

/**
 * The same for the same comment, so that a client that tries again, as WordPress does three times,
 * does not submit it again. Null for one without a date: somebody may well say the same twice.
 */
export function datedGuid(form: Form, { thread, author, body }: Submission): string | null {
  const date = form.text('comment_date_gmt').trim();
  if (date === '') return null;
  const { external_id, name, email } = author;
  const said = [date, thread.external_id, external_id, name, email, body];
  return digest(JSON.stringify(said)).slice(0, GUID_LENGTH);
}

export function randomGuid({ randomBytes }: Pick<Deps, 'randomBytes'>): string {
  return randomBytes(GUID_BYTES).toString('hex');
}

async function withCallback(
  deps: FrontDeps,
  { caller, key }: Asking,
  { form, metadata }: { form: Form; metadata: Readonly<Record<string, string>> | null },
): Promise<Readonly<Record<string, string>> | null> {
  const [callback, blog] = [form.text('callback').trim(), form.text('blog').trim()];
  if (callback === '') return metadata;
  const webhook = await rememberCallback(deps, { caller, key, blog, callback });
  return webhook === null ? metadata : { ...metadata, [CALLBACK_MEMBER]: webhook.id };
}

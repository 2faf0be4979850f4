import type { Caller, Deps } from '../deps.js';
import type { Comment } from '../domain/comment.js';
import { identityOf } from '../domain/identity.js';
import type { Submission } from '../domain/submission.js';
import { secondsBefore, timestamp } from '../domain/time.js';
import { FOUND_BY_TEXT_MAX } from '../limits/fronts.js';
import { fingerprint } from '../text/fingerprint.js';
import { normalize } from '../text/normalize.js';

export interface FindSubmittedInput {
  readonly caller: Caller;
  /** By what it would be known; null where the client kept nothing. */
  readonly external_id: string | null;
  readonly submission: Submission;
  /** How far back it is looked for by what it says. */
  readonly within_seconds: number;
}

/**
 * The comment that a client means, which may have kept no id of it: by the id, else the latest of
 * the same author in the same thread with the same text, but for case, spacing and punctuation.
 * Null where the site has none such.
 */
export async function findSubmitted(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { caller, external_id, submission, within_seconds }: FindSubmittedInput,
): Promise<Comment | null> {
  const siteId = caller.site_id;
  const named =
    external_id === null ? null : await store.comments.getByExternalId(siteId, external_id);
  if (named !== null) return named;
  const { kind, key } = identityOf(submission.author);
  const author = await store.authors.getByIdentity(siteId, kind, key);
  const thread = await store.threads.getByExternalId(siteId, submission.thread.external_id);
  if (author === null || thread === null) return null;
  const same = await store.comments.ofText(siteId, {
    author_id: author.id,
    fingerprint: fingerprint(normalize(submission.body)),
    since: secondsBefore(timestamp(clock()), within_seconds),
    limit: FOUND_BY_TEXT_MAX,
  });
  return same.find(({ thread_id }) => thread_id === thread.id) ?? null;
}

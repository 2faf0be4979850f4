import type { Deps } from '../../deps.js';
import { identityOf } from '../../domain/identity.js';
import type { Submission } from '../../domain/submission.js';
import { timestamp } from '../../domain/time.js';
import type { HistoryFacts, TextFacts } from '../../moderation/facts.js';
import { gatherHistory, type Occasion } from '../judging/gather-history.js';
import { textMarks } from '../judging/text-marks.js';

/** The history with which a submission would be judged at this moment. Stores nothing. */
export async function expectedHistory(
  deps: Pick<Deps, 'store' | 'clock'>,
  siteId: string,
  said: { readonly submission: Submission; readonly text: Pick<TextFacts, 'shadow'> },
): Promise<HistoryFacts> {
  const { submission, text } = said;
  const now = timestamp(deps.clock());
  const identity = identityOf(submission.author);
  const author = await deps.store.authors.getByIdentity(siteId, identity.kind, identity.key);
  return gatherHistory(deps, {
    site_id: siteId,
    author_id: author?.id ?? null,
    thread: await threadAfter(deps, siteId, { ...submission.thread, now }),
    author: submission.author,
    marks: textMarks(text.shadow),
    edited: null,
    now,
  });
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

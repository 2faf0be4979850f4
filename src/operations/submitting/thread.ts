import type { Deps } from '../../deps.js';
import type { Submission } from '../../domain/submission.js';
import type { Thread } from '../../domain/thread.js';
import { unmet } from '../put-thread.js';

/** Meets the thread of a submission, or takes over what the CMS now says of it. */
export async function storeThread(
  deps: Pick<Deps, 'store' | 'newId'>,
  siteId: string,
  { now, external_id, ...said }: Submission['thread'] & { readonly now: string },
): Promise<Thread> {
  const known = await deps.store.threads.getByExternalId(siteId, external_id);
  if (!known) {
    const thread = { ...unmet(deps, external_id, now), ...said };
    await deps.store.threads.insert(siteId, thread);
    return thread;
  }
  const url = said.url ?? known.url;
  const title = said.title ?? known.title;
  const section = said.section ?? known.section;
  const same = url === known.url && title === known.title && section === known.section;
  if (same) return known;
  const thread = { ...known, url, title, section, updated_at: now };
  await deps.store.threads.update(siteId, thread);
  return thread;
}

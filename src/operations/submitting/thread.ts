import type { Deps } from '../../deps.js';
import type { Submission } from '../../domain/submission.js';
import type { Thread } from '../../domain/thread.js';
import { unmet } from '../put-thread.js';

/** The thread of a submission as it now is: met, or with what the CMS now says of it. */
export function threadMet(
  deps: Pick<Deps, 'newId'>,
  known: Thread | null,
  { now, external_id, ...said }: Submission['thread'] & { readonly now: string },
): Thread {
  if (!known) return { ...unmet(deps, external_id, now), ...said };
  const url = said.url ?? known.url;
  const title = said.title ?? known.title;
  const section = said.section ?? known.section;
  const same = url === known.url && title === known.title && section === known.section;
  return same ? known : { ...known, url, title, section, updated_at: now };
}

/** Stores what came of it. One query at most. */
export async function storeThread(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
  { known, thread }: { readonly known: Thread | null; readonly thread: Thread },
): Promise<void> {
  if (known === null) await store.threads.insert(siteId, thread);
  else if (thread !== known) await store.threads.update(siteId, thread);
}

import type { Caller, Deps } from '../deps.js';
import type { Thread } from '../domain/thread.js';
import { timestamp } from '../domain/time.js';
import { threadOrNull } from './found.js';

/** What is left out stays as it is. */
export interface ThreadChange {
  readonly open?: boolean;
  readonly premoderated?: boolean;
  readonly url?: string | null;
  readonly title?: string | null;
}

export interface PutThreadInput {
  readonly caller: Caller;
  /** Our id, or the CMS's. */
  readonly id: string;
  readonly change: ThreadChange;
}

/**
 * Opens, closes or premoderates a thread. A thread that the site has not met is made under the
 * CMS's id, so that a publisher can premoderate an article before its first comment.
 */
export async function putThread(
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  { caller, id, change }: PutThreadInput,
): Promise<Thread> {
  const siteId = caller.site_id;
  return deps.store.transaction(async (store) => {
    const now = timestamp(deps.clock());
    const known = await threadOrNull({ store }, siteId, id);
    const thread: Thread = { ...(known ?? unmet(deps, id, now)), ...change, updated_at: now };
    await (known ? store.threads.update(siteId, thread) : store.threads.insert(siteId, thread));
    return thread;
  });
}

/** A thread as it is before anything is said of it. */
export function unmet(deps: Pick<Deps, 'newId'>, externalId: string, now: string): Thread {
  return {
    id: deps.newId('thr'),
    external_id: externalId,
    url: null,
    title: null,
    open: true,
    premoderated: false,
    created_at: now,
    updated_at: now,
  };
}

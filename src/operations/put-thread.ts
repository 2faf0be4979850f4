import type { Caller, Deps } from '../deps.js';
import type { Thread } from '../domain/thread.js';
import { timestamp } from '../domain/time.js';
import { moderator } from './decide-comment.js';
import { threadOrNull } from './found.js';
import { threadChanged } from './recording/acts-of-administration.js';
import { recordActs } from './recording/record-acts.js';

/** What is left out stays as it is. */
export interface ThreadChange {
  readonly open?: boolean;
  readonly premoderated?: boolean;
  readonly url?: string | null;
  readonly title?: string | null;
  readonly section?: string | null;
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
  return deps.store.transaction(siteId, async (store) => {
    const now = timestamp(deps.clock());
    const known = await threadOrNull({ store }, siteId, id);
    const thread = changed(known ?? unmet(deps, id, now), change, now);
    await (known ? store.threads.update(siteId, thread) : store.threads.insert(siteId, thread));
    const act = threadChanged(known, thread, moderator(caller));
    await recordActs({ ...deps, store }, siteId, [act]);
    return thread;
  });
}

/** Since when something holds that was or was not so before, and now is or is not. */
function since(before: string | null, holds: boolean | undefined, now: string): string | null {
  if (holds === undefined) return before;
  return holds ? (before ?? now) : null;
}

function changed(thread: Thread, change: ThreadChange, now: string): Thread {
  const { open, premoderated, ...said } = change;
  return {
    ...thread,
    ...said,
    closed_at: since(thread.closed_at, open === undefined ? undefined : !open, now),
    premoderated_at: since(thread.premoderated_at, premoderated, now),
    updated_at: now,
  };
}

/** A thread as it is before anything is said of it. */
export function unmet(deps: Pick<Deps, 'newId'>, externalId: string, now: string): Thread {
  return {
    id: deps.newId('thr'),
    external_id: externalId,
    url: null,
    title: null,
    section: null,
    closed_at: null,
    premoderated_at: null,
    created_at: now,
    updated_at: now,
  };
}

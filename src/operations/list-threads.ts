import type { Caller, Deps } from '../deps.js';
import { type Page, type PageRequest, pageOf } from '../domain/page.js';
import type { Thread } from '../domain/thread.js';

/** The site's threads, newest first. */
export async function listThreads(
  { store }: Pick<Deps, 'store'>,
  { caller, page }: { readonly caller: Caller; readonly page: PageRequest },
): Promise<Page<Thread>> {
  return pageOf(await store.threads.list(caller.site_id, page), page.limit);
}

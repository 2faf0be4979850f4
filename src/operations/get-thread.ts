import type { Caller, Deps } from '../deps.js';
import type { Thread } from '../domain/thread.js';
import { foundThread } from './found.js';

/**
 * A thread by our id or the CMS's.
 *
 * @throws GatepostError `not_found`.
 */
export async function getThread(
  deps: Pick<Deps, 'store'>,
  { caller, id }: { readonly caller: Caller; readonly id: string },
): Promise<Thread> {
  return foundThread(deps, caller.site_id, id);
}

import type { Caller, Deps } from '../deps.js';
import { GatepostError } from '../domain/errors.js';
import type { HeldSession } from '../domain/session.js';

/**
 * Ends a session: the next request with it is refused.
 *
 * @throws GatepostError `not_found` where the key itself was shown, and there is nothing to end.
 */
export async function closeSession(
  { store }: Pick<Deps, 'store'>,
  { caller, session }: { readonly caller: Caller; readonly session: HeldSession | null },
): Promise<void> {
  if (session === null) {
    throw new GatepostError('not_found', 'A key was shown and no session: there is none to end.');
  }
  const siteId = caller.site_id;
  await store.transaction(siteId, async ({ sessions }) => sessions.end(siteId, session.id));
}

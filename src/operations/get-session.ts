import type { Caller, Deps } from '../deps.js';
import type { HeldSession } from '../domain/session.js';
import type { Site } from '../domain/site.js';

/** Who calls, for which site, and by which session; null where the key itself was shown. */
export interface SignedIn {
  readonly caller: Caller;
  readonly site: Pick<Site, 'id' | 'name'>;
  readonly session: HeldSession | null;
}

/** Says to whoever calls who they are. */
export async function getSession(
  { store }: Pick<Deps, 'store'>,
  { caller, session }: Pick<SignedIn, 'caller' | 'session'>,
): Promise<SignedIn> {
  const site = await store.sites.get(caller.site_id);
  if (site === null) throw new Error(`the key ${caller.id} is of no site`);
  return { caller, site, session };
}

import type { Caller, Deps } from '../../deps.js';
import type { HeldSession } from '../../domain/session.js';
import { timestamp } from '../../domain/time.js';

/** Whom a stream was opened for. */
export interface Admitted {
  readonly caller: Pick<Caller, 'id'>;
  /** Null where the key itself was shown. */
  readonly session: Pick<HeldSession, 'id'> | null;
}

/** Calls `listener` whenever this process put something on the caller's site's record. */
export function watchEvents(
  { store }: Pick<Deps, 'store'>,
  caller: Pick<Caller, 'site_id'>,
  listener: () => void,
): () => void {
  return store.onAppended((siteId) => {
    if (siteId === caller.site_id) listener();
  });
}

/** Whether the caller's key, and their session where they came by one, are still good. */
export async function stillAdmitted(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { caller, session }: Admitted,
): Promise<boolean> {
  const key = await store.keys.find(caller.id);
  if (key === null || key.revoked_at !== null) return false;
  if (session === null) return true;
  const found = await store.sessions.find(session.id);
  return found !== null && found.expires_at > timestamp(clock());
}

import type { Caller, Deps } from '../../deps.js';

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

/** Whether the caller's key may still do what it was admitted for. */
export async function stillAdmitted(
  { store }: Pick<Deps, 'store'>,
  caller: Pick<Caller, 'id'>,
): Promise<boolean> {
  const key = await store.keys.find(caller.id);
  return key !== null && key.revoked_at === null;
}

import type { Caller, Deps } from '../deps.js';
import { GatepostError } from '../domain/errors.js';
import { timestamp } from '../domain/time.js';
import { SESSIONS_PER_KEY_MAX } from '../limits/sessions.js';
import type { Store } from '../store/store.js';
import { getSession, type SignedIn } from './get-session.js';
import { csrfToken, newSessionToken, sessionHash } from './sessions/secret.js';

export interface OpenSessionInput {
  /** Who has shown the key itself. */
  readonly caller: Caller;
  /** How long the session lasts. */
  readonly seconds: number;
}

/**
 * Opens a session of the caller's key. Of its secret the token in this answer alone has it. Where
 * the key has as many sessions as it may, the oldest makes room.
 *
 * @throws GatepostError `unauthenticated` where the key was revoked in the meantime.
 */
export async function openSession(
  deps: Pick<Deps, 'store' | 'clock' | 'newId' | 'randomBytes'>,
  { caller, seconds }: OpenSessionInput,
): Promise<SignedIn & { readonly token: string }> {
  const siteId = caller.site_id;
  const { token, id, secret } = newSessionToken(deps);
  const now = deps.clock();
  const opened_at = timestamp(now);
  const expires_at = timestamp(now + seconds * 1_000);
  await deps.store.transaction(siteId, async (store) => {
    const key = await store.keys.find(caller.id);
    if (key === null || key.revoked_at !== null) {
      throw new GatepostError('unauthenticated', 'The key was revoked.');
    }
    await makeRoom(store, caller, opened_at);
    const secret_hash = sessionHash(secret, key);
    await store.sessions.insert({
      id,
      site_id: siteId,
      key_id: key.id,
      secret_hash,
      opened_at,
      expires_at,
    });
  });
  const session = { id, opened_at, expires_at, csrf_token: csrfToken(secret) };
  return { token, ...(await getSession(deps, { caller, session })) };
}

async function makeRoom(store: Store, { id, site_id }: Caller, now: string): Promise<void> {
  await store.sessions.purge(site_id, now);
  const others = await store.sessions.ofKey(site_id, id);
  for (const oldest of others.slice(SESSIONS_PER_KEY_MAX - 1)) {
    await store.sessions.end(site_id, oldest.id);
  }
}

import type { Caller, Deps } from '../deps.js';
import type { ApiKey } from '../domain/api-key.js';
import type { HeldSession, Session } from '../domain/session.js';
import { timestamp } from '../domain/time.js';
import { sameHash } from './keys/secret.js';
import { csrfToken, sessionHash, sessionTokenOf } from './sessions/secret.js';

/** Who acts by a session, and the session. */
export interface InSession {
  readonly caller: Caller;
  readonly session: HeldSession;
}

/**
 * Whose session this token is of; `ended` for one whose time is over or whose key is revoked, and
 * null for one that is unknown or wrong.
 */
export async function authenticateSession(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  token: string,
): Promise<InSession | 'ended' | null> {
  const shown = sessionTokenOf(token);
  const session = shown === null ? null : await store.sessions.find(shown.id);
  if (shown === null || session === null) return null;
  const key = await store.keys.find(session.key_id);
  if (key === null || !isHeldBy(session, key, shown.secret)) return null;
  if (session.expires_at <= timestamp(clock()) || key.revoked_at !== null) return 'ended';
  const { id, opened_at, expires_at } = session;
  return {
    caller: { id: key.id, site_id: key.site_id, name: key.name, scope: key.scope },
    session: { id, opened_at, expires_at, csrf_token: csrfToken(shown.secret) },
  };
}

function isHeldBy(session: Session, key: ApiKey, secret: string): boolean {
  return (
    key.site_id === session.site_id && sameHash(sessionHash(secret, key), session.secret_hash)
  );
}

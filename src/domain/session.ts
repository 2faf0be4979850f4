/**
 * A sign-in of the holder of a key, which ends by itself: the same rights for a browser, which
 * shows a secret of its own. Of that only a hash is kept.
 */
export interface Session {
  readonly id: string;
  readonly site_id: string;
  readonly key_id: string;
  readonly secret_hash: string;
  readonly opened_at: string;
  readonly expires_at: string;
}

/** A session as its holder has it. */
export interface HeldSession extends Pick<Session, 'id' | 'opened_at' | 'expires_at'> {
  /** What only pages of this service can read, and show with whatever changes something. */
  readonly csrf_token: string;
}

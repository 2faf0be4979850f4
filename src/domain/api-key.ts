import type { FrontName } from './front.js';

/** What a key may do; each scope includes the ones before it. */
export const SCOPES = ['submit', 'moderate', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

const RANK: Readonly<Record<Scope, number>> = { submit: 0, moderate: 1, admin: 2 };

/** The fronts that have keys of their own; the others take those of the native API. */
export const KEY_FRONTS = ['akismet', 'coral'] as const satisfies readonly FrontName[];
export type KeyFront = (typeof KEY_FRONTS)[number];

/** A key of a site, held by a named actor. Of what a client shows only the hash is kept. */
export interface ApiKey {
  readonly id: string;
  readonly site_id: string;
  /** Who acts when this key is used; stands in the record. */
  readonly name: string;
  readonly scope: Scope;
  readonly secret_hash: string;
  readonly created_at: string;
  readonly revoked_at: string | null;
  /** The one front that it is good for; null for the native API. */
  readonly front: KeyFront | null;
  /**
   * Secret: what requests are signed with, where a front's clients sign instead of showing a key;
   * the hash is of no token then.
   */
  readonly signing_secret: string | null;
}

/** Whether a key of scope `held` may do what needs `needed`. */
export function permits(held: Scope, needed: Scope): boolean {
  return RANK[held] >= RANK[needed];
}

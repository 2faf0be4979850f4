/** What a key may do; each scope includes the ones before it. */
export const SCOPES = ['submit', 'moderate', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

const RANK: Readonly<Record<Scope, number>> = { submit: 0, moderate: 1, admin: 2 };

/** A key of a site, held by a named actor. The secret itself is nowhere; only its hash is kept. */
export interface ApiKey {
  readonly id: string;
  readonly site_id: string;
  /** Who acts when this key is used; stands in the record. */
  readonly name: string;
  readonly scope: Scope;
  readonly secret_hash: string;
  readonly created_at: string;
  readonly revoked_at: string | null;
}

/** Whether a key of scope `held` may do what needs `needed`. */
export function permits(held: Scope, needed: Scope): boolean {
  return RANK[held] >= RANK[needed];
}

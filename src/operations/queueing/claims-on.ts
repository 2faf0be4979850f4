import type { Deps } from '../../deps.js';
import type { Claim } from '../../domain/claim.js';
import { timestamp } from '../../domain/time.js';

/** A claim with the name of the key that holds it. */
export interface NamedClaim extends Claim {
  readonly key_name: string;
}

/** Who is working on comments now, by the comment's id. */
export async function claimsOn(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  siteId: string,
  commentIds: readonly string[],
): Promise<ReadonlyMap<string, NamedClaim>> {
  const claims = await store.claims.on(siteId, commentIds, timestamp(clock()));
  const keys = new Set([...claims.values()].map(({ key_id }) => key_id));
  const names = await store.keys.names(siteId, [...keys]);
  return new Map(
    [...claims].map(([id, claim]) => [id, { ...claim, key_name: names.get(claim.key_id) ?? '' }]),
  );
}

import type { Deps } from '../../deps.js';

/** What is decided needs nobody to work on it any more, whoever claimed it. */
export async function endClaim(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
  commentId: string,
): Promise<void> {
  await store.claims.end(siteId, commentId);
}

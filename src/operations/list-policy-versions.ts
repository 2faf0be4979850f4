import type { Caller, Deps } from '../deps.js';
import type { Policy } from '../domain/policy.js';

export interface ListPolicyVersionsInput {
  readonly caller: Caller;
  /** Only versions before this one. */
  readonly before: number | null;
  readonly limit: number;
}

/** A page of versions; the cursor is the last version on it. */
export interface PolicyVersions {
  readonly data: readonly Policy[];
  readonly next_cursor: string | null;
}

/** Every version of the site's policy, newest first. */
export async function listPolicyVersions(
  { store }: Pick<Deps, 'store'>,
  { caller, before, limit }: ListPolicyVersionsInput,
): Promise<PolicyVersions> {
  const read = await store.policies.list(caller.site_id, { before, limit });
  const data = read.slice(0, limit);
  const last = data.at(-1);
  return { data, next_cursor: read.length > limit && last ? String(last.version) : null };
}

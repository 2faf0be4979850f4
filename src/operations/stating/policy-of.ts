import type { Deps } from '../../deps.js';
import type { Policy } from '../../domain/policy.js';

/** A version of the policy that the record names; every version is kept. */
export async function policyOf(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
  version: number,
): Promise<Policy> {
  const policy = await store.policies.get(siteId, version);
  if (!policy) throw new Error(`site ${siteId} has no version ${version} of its policy`);
  return policy;
}

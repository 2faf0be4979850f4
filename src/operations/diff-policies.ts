import type { Caller, Deps } from '../deps.js';
import { type PolicyChange, policyDiff } from '../moderation/policy/diff.js';
import { getPolicy } from './get-policy.js';

export interface PolicyDiff {
  readonly from: number;
  readonly to: number;
  readonly changes: readonly PolicyChange[];
}

/**
 * What differs from one version of the site's policy to another, in either direction.
 *
 * @throws GatepostError `not_found` for a version that never was.
 */
export async function diffPolicies(
  deps: Pick<Deps, 'store'>,
  { caller, from, to }: { readonly caller: Caller; readonly from: number; readonly to: number },
): Promise<PolicyDiff> {
  const earlier = await getPolicy(deps, { caller, version: from });
  const later = await getPolicy(deps, { caller, version: to });
  return { from, to, changes: policyDiff(earlier.document, later.document) };
}

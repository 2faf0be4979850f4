import type { Caller, Deps } from '../deps.js';
import { GatepostError } from '../domain/errors.js';
import type { Policy } from '../domain/policy.js';
import { currentPolicy } from './found.js';

/**
 * The policy in force, or one of its earlier versions.
 *
 * @throws GatepostError `not_found` for a version that never was.
 */
export async function getPolicy(
  deps: Pick<Deps, 'store'>,
  { caller, version }: { readonly caller: Caller; readonly version: number | null },
): Promise<Policy> {
  if (version === null) return currentPolicy(deps, caller.site_id);
  const policy = await deps.store.policies.get(caller.site_id, version);
  if (policy) return policy;
  throw new GatepostError('not_found', `The policy has no version ${version}.`);
}

import type { Caller, Deps } from '../deps.js';
import type { PolicyDocument } from '../domain/policy.js';
import { type PolicyChange, policyDiff } from '../moderation/policy/diff.js';
import { policyDigest } from '../moderation/policy/digest.js';
import { checkedPolicy } from './drafting/checked-policy.js';
import { currentPolicy } from './found.js';

export interface CheckedPolicy {
  /** The version in force, with which the draft was compared. */
  readonly version: number;
  /** The digest that the draft would have in force. */
  readonly digest: string;
  /** The draft with everything that it leaves out. */
  readonly document: PolicyDocument;
  /** What would differ from what is in force; none where nothing would. */
  readonly changes: readonly PolicyChange[];
}

/**
 * Whether a draft could be put in force, and what would differ then. Changes nothing.
 *
 * @throws GatepostError `invalid_policy` with a pointer to every mistake.
 */
export async function checkPolicy(
  deps: Pick<Deps, 'store'>,
  { caller, draft }: { readonly caller: Pick<Caller, 'site_id'>; readonly draft: unknown },
): Promise<CheckedPolicy> {
  const document = checkedPolicy(draft);
  const current = await currentPolicy(deps, caller.site_id);
  return {
    version: current.version,
    digest: policyDigest(document),
    document,
    changes: policyDiff(current.document, document),
  };
}

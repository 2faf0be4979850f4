import type { Caller, Deps } from '../deps.js';
import { GatepostError } from '../domain/errors.js';
import type { Policy } from '../domain/policy.js';
import { timestamp } from '../domain/time.js';
import { policyDigest } from '../moderation/policy/digest.js';
import { POLICY_JSON_SCHEMA, PolicyInput } from '../moderation/policy/schema.js';
import { AllowedTerm } from '../moderation/publisher/term-schema.js';
import { moderator } from './decide-comment.js';
import { checkedPolicy } from './drafting/checked-policy.js';
import { currentPolicy } from './found.js';
import { policyChanged } from './recording/acts.js';
import { recordActs } from './recording/record-acts.js';

/** The shape of a policy as a publisher may send it. */
export const POLICY_INPUT = PolicyInput;

/** An entry of the allowed terms. */
export const ALLOWED_TERM = AllowedTerm;

/** The same as a JSON Schema for publication. */
export const POLICY_SCHEMA = POLICY_JSON_SCHEMA;

export interface PutPolicyInput {
  readonly caller: Caller;
  /** A policy as the publisher writes it; what is left out takes its default. */
  readonly document: unknown;
  /** The version that the publisher read; null for whatever is in force. */
  readonly if_version: number | null;
}

/**
 * Puts a new policy in force from the very next comment on. Every version is kept. A document that
 * equals the one in force makes no new version.
 *
 * @throws GatepostError `invalid_policy` with a pointer to every mistake, `policy_changed` when
 *   another version than the one read is in force.
 */
export async function putPolicy(
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  { caller, document, if_version }: PutPolicyInput,
): Promise<Policy> {
  const complete = checkedPolicy(document);
  const digest = policyDigest(complete);
  return deps.store.transaction(caller.site_id, async (store) => {
    const current = await currentPolicy({ store }, caller.site_id);
    if (if_version !== null && if_version !== current.version) throw changed(current.version);
    if (digest === current.digest) return current;
    const policy: Policy = {
      version: current.version + 1,
      digest,
      document: complete,
      created_at: timestamp(deps.clock()),
      created_by: caller.name,
    };
    if (!(await store.policies.insert(caller.site_id, policy))) throw changed(policy.version);
    const act = policyChanged(current, policy, moderator(caller));
    await recordActs({ ...deps, store }, caller.site_id, [act]);
    return policy;
  });
}

function changed(version: number): GatepostError {
  return new GatepostError('policy_changed', `Version ${version} is in force.`, {
    current: { version },
  });
}

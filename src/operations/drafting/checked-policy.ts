import { GatepostError } from '../../domain/errors.js';
import type { Policy, PolicyDocument } from '../../domain/policy.js';
import { completePolicy } from '../../moderation/policy/complete.js';
import { policyDigest } from '../../moderation/policy/digest.js';

/** How a document is spoken of, and where it stands in the body that was sent. */
interface Named {
  readonly name: 'policy' | 'draft';
  readonly pointer: string;
}

const AS_POLICY: Named = { name: 'policy', pointer: '' };

/**
 * A whole policy of what a publisher sent.
 *
 * @throws GatepostError `invalid_policy` with a pointer to every mistake.
 */
export function checkedPolicy(
  sent: unknown,
  { name, pointer }: Named = AS_POLICY,
): PolicyDocument {
  const completed = completePolicy(sent);
  if (completed.ok) return completed.document;
  const errors = completed.errors.map((each) => ({
    pointer: `${pointer}${each.pointer}`,
    detail: each.detail,
  }));
  const mistakes = errors.length === 1 ? '1 mistake' : `${errors.length} mistakes`;
  throw new GatepostError('invalid_policy', `The ${name} has ${mistakes}.`, { errors });
}

/**
 * A draft as a policy that is not in force: version 0, by nobody.
 *
 * @throws GatepostError `invalid_policy` with pointers that begin with `/draft`.
 */
export function draftPolicy(sent: unknown): Policy {
  const document = checkedPolicy(sent, { name: 'draft', pointer: '/draft' });
  return { version: 0, digest: policyDigest(document), document, created_at: '', created_by: '' };
}

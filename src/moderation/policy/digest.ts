import { createHash } from 'node:crypto';

import type { PolicyDocument } from '../../domain/policy.js';

/**
 * Names a document by its content: `sha256:` and 64 hexadecimal digits. Two documents have the same
 * digest exactly when they are equal as JSON; the order of members does not count.
 */
export function policyDigest(document: PolicyDocument): string {
  return `sha256:${createHash('sha256').update(canonical(document), 'utf8').digest('hex')}`;
}

/** JSON without spaces and with the members of every object sorted by name. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
  return `{${members.join(',')}}`;
}

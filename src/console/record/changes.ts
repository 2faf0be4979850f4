import type { AuditEntry } from '../../../openapi/types.js';

/** A member of the state of what was acted on. `undefined` for one that was not there. */
export interface Change {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What is otherwise after an act than before it. */
export function changesIn({ before, after }: Pick<AuditEntry, 'before' | 'after'>): readonly Change[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names]
    .map((name) => ({ name, before: before?.[name], after: after?.[name] }))
    .filter((change) => change.before !== change.after);
}

/** For readers of the record these say nothing; they stand with the details. */
const UNTOLD: ReadonlySet<string> = new Set([
  'version',
  'body_digest',
  'decision_id',
  'decision_digest',
  'policy_version',
  'policy_digest',
  'appealed_decision_id',
  'supersedes',
  'restores',
  'block_id',
  'import_id',
  'from_site_id',
  'hash',
  'lifted',
  'revoked',
]);

/** Whether a change is told at a glance: something a person set, and that is set. */
export function isTold({ name, before, after }: Change): boolean {
  if (UNTOLD.has(name) || after === undefined) return false;
  return after !== null && after !== false ? true : before !== undefined && before !== null;
}

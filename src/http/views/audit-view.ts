import type { Static } from '@sinclair/typebox';

import { GatepostError } from '../../domain/errors.js';
import type { ListedEntry } from '../../operations/list-audit.js';
import type { Verified } from '../../operations/verify-audit.js';
import type { AuditEntrySchema, VerifiedAuditSchema } from '../schemas/audit.js';

export function auditEntryView({
  entry,
  actor_name,
}: ListedEntry): Static<typeof AuditEntrySchema> {
  return {
    sequence: entry.sequence,
    id: entry.id,
    kind: entry.kind,
    actor: { kind: entry.actor_kind, id: entry.actor_id, name: actor_name },
    object: { kind: entry.object_kind, id: entry.object_id },
    comment_id: entry.comment_id,
    author_id: entry.author_id,
    before: stateView(entry.before_state),
    after: stateView(entry.after_state),
    created_at: entry.created_at,
    previous_hash: entry.previous_hash,
    hash: entry.hash,
  };
}

export function verifiedView(verified: Verified): Static<typeof VerifiedAuditSchema> {
  const { site_id: _, problems, ...rest } = verified;
  const whole = rest.ended === 'complete' && problems.length === 0;
  return { ...rest, whole, problems: [...problems] };
}

function stateView(state: string | null): Record<string, unknown> | null {
  return state === null ? null : (JSON.parse(state) as Record<string, unknown>);
}

/**
 * A place in the record that a client names, as a cursor or as the last event that it saw.
 *
 * @throws GatepostError `invalid_cursor`.
 */
export function sequenceOf(said: string | undefined): number | null {
  if (said === undefined) return null;
  if (/^\d{1,15}$/u.test(said)) return Number(said);
  throw new GatepostError('invalid_cursor', 'A place in the record is a whole number.');
}

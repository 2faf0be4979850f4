import type { Deps } from '../../deps.js';
import type { Act, AuditEntry, RecordedState } from '../../domain/audit.js';
import { entryHash } from '../../domain/audit-chain.js';
import { timestamp } from '../../domain/time.js';

/**
 * Puts acts on a site's record, in their order. Within the transaction of what they tell of: both
 * are on the disk or neither is.
 */
export async function recordActs(
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  siteId: string,
  acts: readonly Act[],
): Promise<void> {
  if (acts.length === 0) return;
  let head = await deps.store.audit.head(siteId);
  const created_at = timestamp(deps.clock());
  const entries = acts.map(({ actor, object, before, after, ...act }): AuditEntry => {
    const entry = {
      ...act,
      sequence: head.sequence + 1,
      id: deps.newId('evt'),
      actor_kind: actor.kind,
      actor_id: actor.id,
      object_kind: object.kind,
      object_id: object.id,
      before_state: written(before),
      after_state: written(after),
      created_at,
      previous_hash: head.hash,
    };
    head = { sequence: entry.sequence, hash: entryHash(siteId, entry) };
    return { ...entry, hash: head.hash };
  });
  await deps.store.audit.append(siteId, entries);
}

function written(state: RecordedState | null): string | null {
  return state === null ? null : JSON.stringify(state);
}

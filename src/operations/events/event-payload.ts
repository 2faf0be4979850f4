import type { Deps } from '../../deps.js';
import { type AuditEntry, type EventType, isEventType } from '../../domain/audit.js';

/** An event as webhooks and the event stream tell of it. */
export interface EventPayload {
  readonly id: string;
  readonly type: EventType;
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * What an entry of the record says to others: references, the CMS's own ids, and the state that
 * the act led to. No names, no texts.
 *
 * @throws where the entry is of a kind that is kept for the record alone.
 */
export async function eventPayload(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
  entry: AuditEntry,
): Promise<EventPayload> {
  const { id, kind, comment_id, author_id } = entry;
  if (!isEventType(kind)) throw new Error(`${kind} is told to nobody`);
  const comment = comment_id === null ? null : await store.comments.get(siteId, comment_id);
  const author = author_id === null ? null : await store.authors.get(siteId, author_id);
  const after = entry.after_state === null ? {} : (JSON.parse(entry.after_state) as object);
  return {
    id,
    type: kind,
    timestamp: entry.created_at,
    data: {
      ...after,
      sequence: entry.sequence,
      object: { kind: entry.object_kind, id: entry.object_id },
      ...(comment_id !== null && {
        comment: { id: comment_id, external_id: comment?.external_id ?? null },
      }),
      ...(author_id !== null && {
        author: { id: author_id, external_id: author?.external_id ?? null },
      }),
    },
  };
}

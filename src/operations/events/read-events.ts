import type { Caller, Deps } from '../../deps.js';
import { type AuditEntry, isStreamType, type StreamType } from '../../domain/audit.js';
import { EVENTS_PAGE } from '../../limits/transfer.js';
import { type EventPayload, eventPayload } from './event-payload.js';

export interface ReadEventsInput {
  readonly caller: Pick<Caller, 'site_id'>;
  /** Only what was put on record after this sequence number. */
  readonly after: number;
  /** Null for all. */
  readonly types: readonly StreamType[] | null;
}

export interface SequencedEvent {
  readonly sequence: number;
  readonly event: EventPayload;
}

export interface EventsRead {
  readonly events: readonly SequencedEvent[];
  /** How far the record was read: the `after` of the next call. */
  readonly read_to: number;
  /** There may be more now. */
  readonly more: boolean;
}

/**
 * The next events of a site, in the order in which they happened: each once, and all of them. Who
 * reads a stream may moderate, and is told which of them acted: the key and its name.
 */
export async function readEvents(
  deps: Pick<Deps, 'store'>,
  { caller, after, types }: ReadEventsInput,
): Promise<EventsRead> {
  const siteId = caller.site_id;
  const entries = await deps.store.audit.after(siteId, after, EVENTS_PAGE);
  const told = entries.filter(
    ({ kind }) => isStreamType(kind) && types?.includes(kind) !== false,
  );
  const names = await deps.store.keys.names(siteId, moderatorsOf(told));
  const events: SequencedEvent[] = [];
  for (const entry of told) {
    const event = await eventPayload(deps, siteId, entry);
    const actor = actorOf(entry, names);
    events.push({ sequence: entry.sequence, event: { ...event, data: { ...event.data, actor } } });
  }
  return {
    events,
    read_to: entries.at(-1)?.sequence ?? after,
    more: entries.length === EVENTS_PAGE,
  };
}

const moderatorsOf = (entries: readonly AuditEntry[]): readonly string[] => [
  ...new Set(
    entries.flatMap(({ actor_kind, actor_id }) => (actor_kind === 'moderator' ? (actor_id ?? []) : [])),
  ),
];

function actorOf(
  { actor_kind: kind, actor_id }: AuditEntry,
  names: ReadonlyMap<string, string>,
): Readonly<Record<string, string | null>> {
  if (kind !== 'moderator' || actor_id === null) return { kind };
  return { kind, id: actor_id, name: names.get(actor_id) ?? null };
}

import type { Caller, Deps } from '../../deps.js';
import { type EventType, isEventType } from '../../domain/audit.js';
import { EVENTS_PAGE } from '../../limits/transfer.js';
import { type EventPayload, eventPayload } from './event-payload.js';

export interface ReadEventsInput {
  readonly caller: Pick<Caller, 'site_id'>;
  /** Only what was put on record after this sequence number. */
  readonly after: number;
  /** Null for all. */
  readonly types: readonly EventType[] | null;
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

/** The next events of a site, in the order in which they happened: each once, and all of them. */
export async function readEvents(
  deps: Pick<Deps, 'store'>,
  { caller, after, types }: ReadEventsInput,
): Promise<EventsRead> {
  const siteId = caller.site_id;
  const entries = await deps.store.audit.after(siteId, after, EVENTS_PAGE);
  const events: SequencedEvent[] = [];
  for (const entry of entries) {
    const { kind, sequence } = entry;
    if (!isEventType(kind) || types?.includes(kind) === false) continue;
    events.push({ sequence, event: await eventPayload(deps, siteId, entry) });
  }
  return {
    events,
    read_to: entries.at(-1)?.sequence ?? after,
    more: entries.length === EVENTS_PAGE,
  };
}

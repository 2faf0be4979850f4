import type { Deps } from '../../deps.js';
import {
  type AuditEntry,
  isStreamType,
  type RecordedState,
  type StreamType,
} from '../../domain/audit.js';

/** What webhooks send and the event stream shows of one act. */
export interface EventPayload {
  /** The same however often it is sent. */
  readonly id: string;
  readonly type: StreamType;
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * An event as others are told of it: what happened to what, with our ids and the CMS's. Holds no
 * text, name or address: whoever may see those asks for them by the id. What an erased author had
 * as an id of the CMS's is null from then on, also where an event is sent again.
 *
 * @throws for an entry that is none of the events.
 */
export async function eventPayload(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
  entry: AuditEntry,
): Promise<EventPayload> {
  const { id, kind, created_at } = entry;
  if (!isStreamType(kind)) throw new Error(`${kind} is not an event`);
  const { comment_id, author_id } = entry;
  const comment = comment_id === null ? null : await store.comments.get(siteId, comment_id);
  const author = author_id === null ? null : await store.authors.get(siteId, author_id);
  const thread = comment === null ? null : await store.threads.get(siteId, comment.thread_id);
  const after = stateOf(entry.after_state);
  const reasons = await reasonsOf(store, siteId, after?.['decision_id']);
  return {
    id,
    type: kind,
    timestamp: created_at,
    data: {
      object: { kind: entry.object_kind, id: entry.object_id },
      actor: { kind: entry.actor_kind },
      ...(comment && { comment: { id: comment.id, external_id: comment.external_id } }),
      ...(thread && { thread: { id: thread.id, external_id: thread.external_id } }),
      ...(author && { author: { id: author.id, external_id: author.external_id } }),
      before: stateOf(entry.before_state),
      after,
      ...(reasons && { reasons }),
    },
  };
}

/** The codes of what the engine found, for what it decided. */
async function reasonsOf(
  store: Deps['store'],
  siteId: string,
  decisionId: unknown,
): Promise<readonly string[] | null> {
  if (typeof decisionId !== 'string') return null;
  return store.decisions.reasonsOf(siteId, decisionId);
}

/** Digests prove something to whoever has the record, and say nothing to anybody else. */
const PROOFS = new Set(['body_digest', 'decision_digest']);

function stateOf(state: string | null): RecordedState | null {
  if (state === null) return null;
  const members = Object.entries(JSON.parse(state) as RecordedState);
  return Object.fromEntries(members.filter(([name]) => !PROOFS.has(name)));
}

import type { Caller, Deps } from '../deps.js';
import type { ActKind, AuditEntry } from '../domain/audit.js';
import { inUtc } from '../domain/time.js';
import { namedIds } from './found.js';

/** All that is given must hold. */
export interface AuditQuery {
  readonly kind?: ActKind;
  /** The id of a key, or of an author. */
  readonly actor?: string;
  readonly object?: string;
  /** Our id or the CMS's. */
  readonly comment?: string;
  /** Our id or the CMS's: whom it concerns. */
  readonly author?: string;
  /** RFC 3339, inclusive. */
  readonly from?: string;
  /** RFC 3339, exclusive. */
  readonly to?: string;
}

export interface ListAuditInput {
  readonly caller: Caller;
  readonly query: AuditQuery;
  /** Only entries before this sequence number. */
  readonly before: number | null;
  readonly limit: number;
}

/** An entry with the name that its actor's key has; null for whoever has none. */
export interface ListedEntry {
  readonly entry: AuditEntry;
  readonly actor_name: string | null;
}

export interface AuditPage {
  readonly data: readonly ListedEntry[];
  readonly next_cursor: string | null;
}

/** What happened on the site, newest first; the cursor is the last sequence number of a page. */
export async function listAudit(
  deps: Pick<Deps, 'store'>,
  { caller, query, before, limit }: ListAuditInput,
): Promise<AuditPage> {
  const siteId = caller.site_id;
  const { kind, actor, object, comment, author, from, to } = query;
  const named = await namedIds(deps, siteId, { comment, author });
  if (named === null) return { data: [], next_cursor: null };
  const read = await deps.store.audit.list(
    siteId,
    {
      ...(kind !== undefined && { kind }),
      ...(actor !== undefined && { actor_id: actor }),
      ...(object !== undefined && { object_id: object }),
      ...named,
      ...(from !== undefined && { from: inUtc(from) }),
      ...(to !== undefined && { to: inUtc(to) }),
    },
    { before, limit },
  );
  const entries = read.slice(0, limit);
  const last = entries.at(-1);
  return {
    data: await withNames(deps, siteId, entries),
    next_cursor: read.length > limit && last ? String(last.sequence) : null,
  };
}

async function withNames(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
  entries: readonly AuditEntry[],
): Promise<readonly ListedEntry[]> {
  const keys = entries.flatMap(({ actor_kind, actor_id }) =>
    actor_kind === 'moderator' && actor_id !== null ? [actor_id] : [],
  );
  const names = await store.keys.names(siteId, [...new Set(keys)]);
  return entries.map((entry) => ({ entry, actor_name: names.get(entry.actor_id ?? '') ?? null }));
}

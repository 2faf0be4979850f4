import type { ActorKind } from '../domain/decision.js';
import type { ActKind, AuditEntry, ChainHead, ObjectKind } from '../domain/audit.js';
import { EMPTY_CHAIN } from '../domain/audit-chain.js';
import type { Database } from './database.js';
import { insertRow, prepared, type Running } from './prepared.js';
import type { AuditEntryRow, AuditHeadRow } from './schema-desk.js';

/** All that is given must hold. */
export interface AuditFilter {
  readonly kind?: ActKind;
  readonly actor_id?: string;
  readonly object_id?: string;
  readonly comment_id?: string;
  readonly author_id?: string;
  /** Inclusive. */
  readonly from?: string;
  /** Exclusive. */
  readonly to?: string;
}

export interface AuditPage {
  /** Only entries before this sequence number. */
  readonly before: number | null;
  readonly limit: number;
}

/** Entries are only ever added. */
export interface AuditStore {
  /** Where the chain ends. Within a transaction nobody else appends until it has ended. */
  head(siteId: string): Promise<ChainHead>;
  /** Adds entries that continue the chain, oldest first; at least one. */
  append(siteId: string, entries: readonly AuditEntry[]): Promise<void>;
  /** Newest first, one more than asked for where there are more; the cursor is a sequence. */
  list(siteId: string, filter: AuditFilter, page: AuditPage): Promise<readonly AuditEntry[]>;
  get(siteId: string, sequence: number): Promise<AuditEntry | null>;
  /** Everything on record of some comments, oldest first. */
  ofComments(siteId: string, ids: readonly string[]): Promise<readonly AuditEntry[]>;
  /** The entries after a sequence number, oldest first. */
  after(siteId: string, sequence: number, limit: number): Promise<readonly AuditEntry[]>;
}

const HEAD = prepared<{ site_id: string }>()((db, argument) =>
  db
    .selectFrom('audit_heads')
    .select(['sequence', 'hash'])
    .where('site_id', '=', argument('site_id')),
);

const MOVE_HEAD = prepared<AuditHeadRow>()((db, argument) =>
  db
    .insertInto('audit_heads')
    .values({
      site_id: argument('site_id'),
      sequence: argument('sequence'),
      hash: argument('hash'),
    })
    .onConflict((conflict) =>
      conflict.column('site_id').doUpdateSet(({ ref }) => ({
        sequence: ref('excluded.sequence'),
        hash: ref('excluded.hash'),
      })),
    ),
);

interface Appending extends Running {
  /** Told of every site that is appended to; throws where that may not be. */
  readonly onAppend: (siteId: string) => void;
}

export function auditStore(db: Database, { run, onAppend }: Appending): AuditStore {
  return {
    head: async (siteId) => (await run(HEAD, { site_id: siteId }))[0] ?? EMPTY_CHAIN,
    append: async (siteId, entries) => {
      const last = entries.at(-1);
      if (last === undefined) return;
      onAppend(siteId);
      const { sequence, hash } = last;
      await Promise.all([
        ...entries.map(async (entry) => insertRow(run, 'audit_entries', rowOf(siteId, entry))),
        run(MOVE_HEAD, { site_id: siteId, sequence, hash }),
      ]);
    },
    ...reads(db),
    after: async (siteId, sequence, limit) => {
      const rows = await db
        .selectFrom('audit_entries')
        .selectAll()
        .where('site_id', '=', siteId)
        .where('sequence', '>', sequence)
        .orderBy('sequence')
        .limit(limit)
        .execute();
      return rows.map(entryOf);
    },
  };
}

function reads(db: Database): Pick<AuditStore, 'list' | 'get' | 'ofComments'> {
  const ofSite = (siteId: string) =>
    db.selectFrom('audit_entries').selectAll().where('site_id', '=', siteId);
  return {
    list: async (siteId, { from, to, ...equal }, { before, limit }) => {
      let query = ofSite(siteId)
        .orderBy('sequence', 'desc')
        .limit(limit + 1);
      for (const column of EQUAL) {
        const value = equal[column];
        if (value !== undefined) query = query.where(column, '=', value);
      }
      if (from !== undefined) query = query.where('created_at', '>=', from);
      if (to !== undefined) query = query.where('created_at', '<', to);
      if (before !== null) query = query.where('sequence', '<', before);
      return (await query.execute()).map(entryOf);
    },
    get: async (siteId, sequence) => {
      const row = await ofSite(siteId).where('sequence', '=', sequence).executeTakeFirst();
      return row ? entryOf(row) : null;
    },
    ofComments: async (siteId, ids) => {
      if (ids.length === 0) return [];
      const rows = await ofSite(siteId)
        .where('comment_id', 'in', ids)
        .orderBy('sequence')
        .execute();
      return rows.map(entryOf);
    },
  };
}

const EQUAL = ['kind', 'actor_id', 'object_id', 'comment_id', 'author_id'] as const;

function rowOf(siteId: string, { id, ...rest }: AuditEntry): AuditEntryRow {
  return { site_id: siteId, entry_id: id, ...rest };
}

function entryOf(row: AuditEntryRow): AuditEntry {
  const { site_id: _, entry_id, kind, actor_kind, object_kind, ...rest } = row;
  return {
    ...rest,
    id: entry_id,
    kind: kind as ActKind,
    actor_kind: actor_kind as ActorKind,
    object_kind: object_kind as ObjectKind,
  };
}

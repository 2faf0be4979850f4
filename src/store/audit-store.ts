import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely';

import type { ActorKind } from '../domain/decision.js';
import type { ActKind, AuditEntry, ChainHead, ObjectKind } from '../domain/audit.js';
import { EMPTY_CHAIN } from '../domain/audit-chain.js';
import type { Database } from './database.js';
import { insertRow, type Listing, prepared } from './prepared.js';
import type { Tables } from './schema.js';
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
  /** The same in short. */
  actsAfter(siteId: string, sequence: number, limit: number): Promise<readonly ShortAct[]>;
}

/** What an act is about, in short. */
export type ShortAct = Pick<AuditEntry, 'sequence' | 'kind' | 'comment_id'>;

const HEAD = prepared<{ site_id: string }>()((db, argument) =>
  db
    .selectFrom('audit_heads')
    .select(['sequence', 'hash'])
    .where('site_id', '=', argument('site_id')),
);

const ACTS_AFTER = prepared<{ site_id: string; sequence: number; limit: number }>()(
  (db, argument) =>
    db
      .selectFrom('audit_entries')
      .select(['sequence', 'kind', 'comment_id'])
      .where('site_id', '=', argument('site_id'))
      .where('sequence', '>', argument('sequence'))
      .orderBy('sequence')
      .limit(argument('limit')),
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

interface Appending extends Listing {
  /** Told of every site that is appended to; throws where that may not be. */
  readonly onAppend: (siteId: string) => void;
}

export function auditStore(db: Database, { run, onAppend, aside }: Appending): AuditStore {
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
    ...reads(db, aside),
    actsAfter: async (site_id, sequence, limit) => {
      const rows = await run(ACTS_AFTER, { site_id, sequence, limit });
      return rows.map((row) => ({ ...row, kind: row.kind as ActKind }));
    },
    after: async (siteId, sequence, limit) => {
      const rows = await db
        .selectFrom('audit_entries')
        .selectAll()
        .where('site_id', '=', siteId)
        .where('sequence', '>', sequence)
        .orderBy('sequence')
        .limit(sql.lit(limit))
        .execute();
      return rows.map(entryOf);
    },
  };
}

function reads(
  db: Database,
  aside: Database,
): Pick<AuditStore, 'list' | 'get' | 'ofComments'> {
  const ofSite = (siteId: string, of = db) =>
    of.selectFrom('audit_entries').selectAll().where('site_id', '=', siteId);
  return {
    list: async (siteId, { from, to, ...equal }, { before, limit }) => {
      let query = ofSite(siteId, aside)
        .orderBy('sequence', 'desc')
        .limit(sql.lit(limit + 1));
      for (const column of EQUAL) {
        const value = equal[column];
        if (value !== undefined) query = query.where(column, '=', value);
      }
      query = query.where(({ eb, and }) => and(byIndexes(eb, equal)));
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

/**
 * What an index needs to be told: the indexes by object and by actor leave out what each comment
 * brings, which is about that comment and by its author, and is in those two's own indexes.
 */
function byIndexes(
  eb: ExpressionBuilder<Tables, 'audit_entries'>,
  { object_id, actor_id }: AuditFilter,
): Expression<SqlBool>[] {
  const told: Expression<SqlBool>[] = [];
  if (object_id?.startsWith('cmt_')) told.push(eb('comment_id', '=', object_id));
  else if (object_id !== undefined) told.push(eb('object_kind', '<>', sql.lit('comment')));
  if (actor_id?.startsWith('aut_')) told.push(eb('author_id', '=', actor_id));
  else if (actor_id !== undefined) {
    told.push(eb('actor_id', 'is not', null), eb('actor_kind', '<>', sql.lit('author')));
  }
  return told;
}

const EQUAL = ['kind', 'actor_id', 'object_id', 'comment_id', 'author_id'] as const;

function rowOf(siteId: string, entry: AuditEntry): AuditEntryRow {
  return {
    site_id: siteId,
    entry_id: entry.id,
    sequence: entry.sequence,
    kind: entry.kind,
    actor_kind: entry.actor_kind,
    actor_id: entry.actor_id,
    object_kind: entry.object_kind,
    object_id: entry.object_id,
    comment_id: entry.comment_id,
    author_id: entry.author_id,
    before_state: entry.before_state,
    after_state: entry.after_state,
    created_at: entry.created_at,
    previous_hash: entry.previous_hash,
    hash: entry.hash,
  };
}

function entryOf(row: AuditEntryRow): AuditEntry {
  return {
    id: row.entry_id,
    sequence: row.sequence,
    kind: row.kind as ActKind,
    actor_kind: row.actor_kind as ActorKind,
    actor_id: row.actor_id,
    object_kind: row.object_kind as ObjectKind,
    object_id: row.object_id,
    comment_id: row.comment_id,
    author_id: row.author_id,
    before_state: row.before_state,
    after_state: row.after_state,
    created_at: row.created_at,
    previous_hash: row.previous_hash,
    hash: row.hash,
  };
}

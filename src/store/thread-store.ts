import type { PageRequest } from '../domain/page.js';
import type { Thread } from '../domain/thread.js';
import type { Database } from './database.js';
import { among, listArgument, type OfList } from './list-argument.js';
import { prepared, type Running } from './prepared.js';
import type { ThreadRow } from './schema.js';

export interface ThreadStore {
  /** @throws a unique violation for an external id that the site has. */
  insert(siteId: string, thread: Thread): Promise<void>;
  update(siteId: string, thread: Thread): Promise<void>;
  get(siteId: string, id: string): Promise<Thread | null>;
  getByExternalId(siteId: string, externalId: string): Promise<Thread | null>;
  byIds(siteId: string, ids: readonly string[]): Promise<ReadonlyMap<string, Thread>>;
  /** Newest first, one more than asked for where there are more. */
  list(siteId: string, page: PageRequest): Promise<readonly Thread[]>;
}

const BY_IDS = prepared<OfList>()((db, argument) =>
  db
    .selectFrom('threads')
    .selectAll()
    .where('site_id', '=', argument('site_id'))
    .where(among(db, 'thread_id', argument('ids'))),
);

const BY_EXTERNAL_ID = prepared<{ site_id: string; external_id: string }>()((db, argument) =>
  db
    .selectFrom('threads')
    .selectAll()
    .where('site_id', '=', argument('site_id'))
    .where('external_id', '=', argument('external_id')),
);

export function threadStore(db: Database, { run }: Running): ThreadStore {
  const ofSite = (siteId: string) =>
    db.selectFrom('threads').selectAll().where('site_id', '=', siteId);
  return {
    insert: async (siteId, thread) => {
      await db.insertInto('threads').values(rowOf(siteId, thread)).execute();
    },
    update: async (siteId, thread) => {
      const { site_id, thread_id, ...rest } = rowOf(siteId, thread);
      await db
        .updateTable('threads')
        .set(rest)
        .where('site_id', '=', site_id)
        .where('thread_id', '=', thread_id)
        .execute();
    },
    get: async (siteId, id) => {
      const row = await ofSite(siteId).where('thread_id', '=', id).executeTakeFirst();
      return row ? threadOf(row) : null;
    },
    getByExternalId: async (site_id, external_id) => {
      const [row] = await run(BY_EXTERNAL_ID, { site_id, external_id });
      return row ? threadOf(row) : null;
    },
    byIds: async (siteId, ids) => {
      if (ids.length === 0) return new Map();
      const rows = await run(BY_IDS, { site_id: siteId, ids: listArgument(ids) });
      return new Map(rows.map((row) => [row.thread_id, threadOf(row)]));
    },
    list: async (siteId, { cursor, limit }) => {
      let query = ofSite(siteId).orderBy('thread_id', 'desc').limit(limit + 1);
      if (cursor !== null) query = query.where('thread_id', '<', cursor);
      return (await query.execute()).map(threadOf);
    },
  };
}

/** A thread as it is stored. */
export function rowOf(siteId: string, thread: Thread): ThreadRow {
  return {
    site_id: siteId,
    thread_id: thread.id,
    external_id: thread.external_id,
    url: thread.url,
    title: thread.title,
    section: thread.section,
    closed_at: thread.closed_at,
    premoderated_at: thread.premoderated_at,
    created_at: thread.created_at,
    updated_at: thread.updated_at,
  };
}

/** A thread from its row. */
export function threadOf(row: ThreadRow): Thread {
  return {
    id: row.thread_id,
    external_id: row.external_id,
    url: row.url,
    title: row.title,
    section: row.section,
    closed_at: row.closed_at,
    premoderated_at: row.premoderated_at,
    created_at: row.created_at,
    updated_at: row.updated_at,
  };
}

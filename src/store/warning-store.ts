import type { PageRequest } from '../domain/page.js';
import type { Warning } from '../domain/warning.js';
import type { Database } from './database.js';
import type { WarningRow } from './schema-desk.js';

export interface WarningCounts {
  readonly given: number;
  /** Those that the author has not been shown. */
  readonly unacknowledged: number;
}

export interface WarningStore {
  insert(siteId: string, warning: Warning): Promise<void>;
  get(siteId: string, id: string): Promise<Warning | null>;
  /** Newest first, one more than asked for where there are more. */
  ofAuthor(siteId: string, authorId: string, page: PageRequest): Promise<readonly Warning[]>;
  /** False, and nothing changed, for one that was acknowledged before. */
  acknowledge(siteId: string, id: string, at: string): Promise<boolean>;
  counts(siteId: string, authorId: string): Promise<WarningCounts>;
}

export function warningStore(db: Database): WarningStore {
  const ofSite = (siteId: string) => db.selectFrom('warnings').where('site_id', '=', siteId);
  return {
    insert: async (siteId, { id, ...rest }) => {
      await db
        .insertInto('warnings')
        .values({ site_id: siteId, warning_id: id, ...rest })
        .execute();
    },
    get: async (siteId, id) => {
      const row = await ofSite(siteId)
        .selectAll()
        .where('warning_id', '=', id)
        .executeTakeFirst();
      return row ? warningOf(row) : null;
    },
    ofAuthor: async (siteId, authorId, { cursor, limit }) => {
      let query = ofSite(siteId)
        .selectAll()
        .where('author_id', '=', authorId)
        .orderBy('warning_id', 'desc')
        .limit(limit + 1);
      if (cursor !== null) query = query.where('warning_id', '<', cursor);
      return (await query.execute()).map(warningOf);
    },
    acknowledge: async (siteId, id, at) => {
      const { numUpdatedRows } = await db
        .updateTable('warnings')
        .set({ acknowledged_at: at })
        .where('site_id', '=', siteId)
        .where('warning_id', '=', id)
        .where('acknowledged_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    counts: async (siteId, authorId) => {
      const { given, acknowledged } = await ofSite(siteId)
        .select(({ fn }) => [
          fn.countAll().as('given'),
          fn.count('acknowledged_at').as('acknowledged'),
        ])
        .where('author_id', '=', authorId)
        .executeTakeFirstOrThrow();
      return { given: Number(given), unacknowledged: Number(given) - Number(acknowledged) };
    },
  };
}

function warningOf({ site_id: _, warning_id, ...rest }: WarningRow): Warning {
  return { id: warning_id, ...rest };
}

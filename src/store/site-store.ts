import type { Site } from '../domain/site.js';
import type { Database } from './database.js';
import type { SiteRow } from './schema.js';

export interface SiteStore {
  insert(site: Site): Promise<void>;
  get(id: string): Promise<Site | null>;
  /** In the order of their ids. */
  list(): Promise<readonly Site[]>;
}

export function siteStore(db: Database): SiteStore {
  return {
    insert: async ({ id, name, created_at }) => {
      await db.insertInto('sites').values({ site_id: id, name, created_at }).execute();
    },
    get: async (id) => {
      const row = await db
        .selectFrom('sites')
        .selectAll()
        .where('site_id', '=', id)
        .executeTakeFirst();
      return row ? siteOf(row) : null;
    },
    list: async () => {
      const rows = await db.selectFrom('sites').selectAll().orderBy('site_id').execute();
      return rows.map(siteOf);
    },
  };
}

function siteOf({ site_id, name, created_at }: SiteRow): Site {
  return { id: site_id, name, created_at };
}

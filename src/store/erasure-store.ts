import type { Erasure } from '../domain/erasure.js';
import type { Database } from './database.js';
import type { ErasureRow } from './schema-desk.js';

export interface ErasureStore {
  get(siteId: string, authorId: string): Promise<Erasure | null>;
  /** Adds it, or takes its place. */
  put(siteId: string, erasure: Erasure): Promise<void>;
  /** The authors of erasures that are not finished, in the order of their ids. */
  unfinished(siteId: string, limit: number): Promise<readonly string[]>;
}

export function erasureStore(db: Database): ErasureStore {
  return {
    get: async (siteId, authorId) => {
      const row = await db
        .selectFrom('erasures')
        .selectAll()
        .where('site_id', '=', siteId)
        .where('author_id', '=', authorId)
        .executeTakeFirst();
      return row ? erasureOf(row) : null;
    },
    put: async (siteId, erasure) => {
      const row = rowOf(siteId, erasure);
      await db
        .insertInto('erasures')
        .values(row)
        .onConflict((conflict) => conflict.columns(['site_id', 'author_id']).doUpdateSet(row))
        .execute();
    },
    unfinished: async (siteId, limit) => {
      const rows = await db
        .selectFrom('erasures')
        .select('author_id')
        .where('site_id', '=', siteId)
        .where('finished_at', 'is', null)
        .orderBy('author_id')
        .limit(limit)
        .execute();
      return rows.map((row) => row.author_id);
    },
  };
}

function rowOf(siteId: string, { known_as, ...rest }: Erasure): ErasureRow {
  return {
    ...rest,
    site_id: siteId,
    keep_texts: rest.keep_texts ? 1 : 0,
    keep_blocks: rest.keep_blocks ? 1 : 0,
    known_external_id: known_as.external_id,
    known_email: known_as.email,
    known_name: known_as.name,
  };
}

function erasureOf(row: ErasureRow): Erasure {
  const { site_id: _, known_external_id, known_email, known_name, ...rest } = row;
  return {
    ...rest,
    keep_texts: rest.keep_texts === 1,
    keep_blocks: rest.keep_blocks === 1,
    known_as: { external_id: known_external_id, email: known_email, name: known_name },
  };
}

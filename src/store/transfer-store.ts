import { sql } from 'kysely';

import type { ChainHead } from '../domain/audit.js';
import { bulkInsert, type PlainRow } from './bulk-insert.js';
import type { Database } from './database.js';
import { COPIED_TABLES } from './copied-tables.js';
import { EXPORTED_TABLES, type ExportedTable } from './exported-tables.js';
import { searchWords } from './search-words.js';

/** Rows in the order of the key. */
export interface RowPage {
  /** The row behind which it begins; null for the first. */
  readonly after: PlainRow | null;
  /** The row with which it ends at the latest; left out, the last of the table. */
  readonly until?: PlainRow | null;
  readonly limit: number;
}

/** Whole tables of a site, out and in. Rows are without the site's id. */
export interface TransferStore {
  /** The tables that are exported, in the order in which they are written and read. */
  readonly tables: readonly ExportedTable[];
  /** All there are, in the order in which they are copied to another database. */
  readonly allTables: readonly ExportedTable[];
  rows(siteId: string, table: ExportedTable, page: RowPage): Promise<readonly PlainRow[]>;
  count(siteId: string, table: ExportedTable): Promise<number>;
  /** The columns that a table has here, but for the site's id. */
  columns(table: ExportedTable): Promise<ReadonlySet<string>>;
  /** Rows with the same columns, as they are. */
  insert(siteId: string, table: ExportedTable, rows: readonly PlainRow[]): Promise<void>;
  /** The same for rows that another version may have written. */
  insertExported(siteId: string, table: ExportedTable, rows: readonly PlainRow[]): Promise<void>;
  /** Takes out the rows that have the keys of these. */
  remove(siteId: string, table: ExportedTable, rows: readonly PlainRow[]): Promise<void>;
  /** Takes out the first policy of a site that is empty but for it. */
  clearPolicies(siteId: string): Promise<void>;
  /** Says where the record of a site ends that has none yet, and whose entries follow. */
  restoreHead(siteId: string, head: ChainHead): Promise<void>;
}

export function transferStore(db: Database): TransferStore {
  return {
    tables: EXPORTED_TABLES,
    allTables: COPIED_TABLES,
    ...rowsOfTables(db),
    columns: async ({ table }) => {
      const all = await db.introspection.getTables();
      const columns = all.find(({ name }) => name === table)?.columns ?? [];
      return new Set(columns.map(({ name }) => name).filter((name) => name !== 'site_id'));
    },
    clearPolicies: async (siteId) => {
      await db.deleteFrom('policies').where('site_id', '=', siteId).execute();
    },
    restoreHead: async (siteId, { sequence, hash }) => {
      if (sequence === 0) return;
      await db.insertInto('audit_heads').values({ site_id: siteId, sequence, hash }).execute();
    },
  };
}

type RowsOf = 'rows' | 'count' | 'insert' | 'insertExported' | 'remove';

function rowsOfTables(db: Database): Pick<TransferStore, RowsOf> {
  const insert: TransferStore['insert'] = async (siteId, { table }, rows) =>
    bulkInsert(
      db,
      table,
      rows.map((row) => ({ site_id: siteId, ...row })),
    );
  return {
    rows: async (siteId, { table, key }, { after, until = null, limit }) => {
      // Where the site is the whole key, there is one row, and nothing behind it.
      const columns = sql.join((key.length === 0 ? ['site_id'] : key).map((name) => sql.ref(name)));
      const valuesOf = (row: PlainRow) => sql.join(key.map((column) => row[column]));
      const behind = after === null ? sql`` : sql`AND (${columns}) > (${valuesOf(after)})`;
      const upTo = until === null ? sql`` : sql`AND (${columns}) <= (${valuesOf(until)})`;
      const { rows } = await sql<PlainRow>`
        SELECT * FROM ${sql.table(table)} WHERE site_id = ${siteId} ${behind} ${upTo}
        ORDER BY ${columns} LIMIT ${limit}`.execute(db);
      return rows.map(({ site_id: _, ...row }) => row);
    },
    count: async (siteId, { table }) => {
      const { rows } = await sql<{ count: number | string }>`
        SELECT count(*) AS count FROM ${sql.table(table)} WHERE site_id = ${siteId}`.execute(db);
      return Number(rows[0]?.count ?? 0);
    },
    insert,
    insertExported: async (siteId, table, rows) =>
      insert(siteId, table, rows.map((row) => ({ ...row, ...foldedAnew(table, row) }))),
    remove: async (siteId, { table, key }, rows) => {
      for (const row of rows) {
        const same = key.map((column) => sql`AND ${sql.ref(column)} = ${row[column]}`);
        await sql`DELETE FROM ${sql.table(table)}
          WHERE site_id = ${siteId} ${sql.join(same, sql` `)}`.execute(db);
      }
    },
  };
}

/** The words of a comment are those that this version reads in it, whichever version wrote it. */
function foldedAnew({ table }: ExportedTable, { body }: PlainRow): PlainRow {
  if (table !== 'comments') return {};
  return { search_text: searchWords(String(body)).join(' ') };
}

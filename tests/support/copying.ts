import Sqlite from 'better-sqlite3';

import type { PlainRow } from '../../src/store/bulk-insert.js';
import { COPIED_TABLES } from '../../src/store/copied-tables.js';
import { openStore, type OpenStore } from '../../src/store/open.js';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly pk: number;
  readonly notnull: number;
}

/** Tables and columns as the migrations make them, by the name of the table. */
export function columnsOf(path: string): ReadonlyMap<string, readonly Column[]> {
  const database = new Sqlite(path, { readonly: true });
  const tables = database
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
       AND name NOT GLOB 'sqlite_*' AND name NOT IN ('schema_migrations', 'comment_words_due')`,
    )
    .pluck()
    .all();
  const columns = database.prepare<[string], Column>('SELECT * FROM pragma_table_info(?)');
  const all = new Map(tables.map((table) => [table, columns.all(table)]));
  database.close();
  return all;
}

/** Fills every column of every table: so many rows a site, none like another. */
export function fillAll(path: string, rows: number): void {
  const all = columnsOf(path);
  const database = new Sqlite(path);
  database.transaction(() => {
    for (const site of SITES) {
      for (const { table, key } of COPIED_TABLES) {
        const columns = all.get(table) ?? [];
        const places = columns.map(() => '?').join(', ');
        const insert = database.prepare(`INSERT INTO ${table} VALUES (${places})`);
        for (let at = 1; at <= (key.length === 0 ? 1 : rows); at += 1) {
          insert.run(columns.map((column) => valueOf(column, site, at)));
        }
      }
      // The record ends where its head says that it does.
      database
        .prepare(
          `UPDATE audit_heads SET (sequence, hash) = (SELECT sequence, hash FROM audit_entries
           WHERE site_id = ? ORDER BY sequence DESC LIMIT 1) WHERE site_id = ?`,
        )
        .run(site, site);
    }
  })();
  database.close();
}

export const SITES = ['gazette', 'herald'] as const;

/** Some are null, some are not ASCII, and none is in the order of a language. */
function valueOf(
  { name, type, notnull }: Column,
  site: string,
  at: number,
): string | number | null {
  if (name === 'site_id') return site;
  if (!type.startsWith('TEXT')) return at;
  const text = `${name} ${at % 2 === 0 ? 'Ä😀' : '_z'}-${at}`;
  return notnull === 0 && at % 7 === 0 ? null : text;
}

/** Everything in a database, by site and table. */
export async function contentsOf({ store }: OpenStore): Promise<Record<string, PlainRow[]>> {
  const contents: Record<string, PlainRow[]> = {};
  for (const { id } of await store.sites.list()) {
    for (const table of store.transfer.allTables) {
      const rows = await store.transfer.rows(id, table, { after: null, limit: 1_000_000 });
      // The engines give the columns in different orders.
      contents[`${id} ${table.table}`] = rows.map((row) =>
        Object.fromEntries(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))),
      );
    }
  }
  return contents;
}

/** An open database with its tables, at a path. */
export async function openAt(path: string): Promise<OpenStore> {
  const opened = await openStore(`sqlite:${path}`, { clock: () => 0 });
  await opened.migrate();
  return opened;
}

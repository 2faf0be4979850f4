import BetterSqlite3 from 'better-sqlite3';

import { COPY_PAGES_AT_ONCE } from '../../limits/store.js';

/** Told of pages that are copied, of so many; what it throws ends the copying. */
export type OnPages = (copied: number, total: number) => void;

/**
 * Copies a database as it is at one moment into an empty file, while others write to it: they wait
 * for nothing. Proves that the copy is sound and has the rows that were there; says how many.
 *
 * @throws Error why it cannot be read or written, or what is wrong with the copy.
 */
export async function copySqliteFile(from: string, to: string, onPages: OnPages): Promise<number> {
  const source = new BetterSqlite3(from, { readonly: true, fileMustExist: true });
  try {
    // The copy is made within one transaction that reads. Without it, each write of another
    // process would make it begin again.
    source.exec('BEGIN');
    const before = rowsByTable(source);
    await source.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        onPages(totalPages - remainingPages, totalPages);
        return COPY_PAGES_AT_ONCE;
      },
    });
    return proved(to, before);
  } finally {
    source.close();
  }
}

type Counts = ReadonlyMap<string, number>;

function proved(path: string, before: Counts): number {
  const copy = new BetterSqlite3(path, { fileMustExist: true });
  try {
    const said = copy.pragma('integrity_check(1)', { simple: true });
    if (said !== 'ok') throw new Error(`the copy is not sound: ${String(said)}`);
    let total = 0;
    const copied = rowsByTable(copy);
    for (const [table, rows] of before) {
      if (copied.get(table) !== rows) {
        throw new Error(`the copy has ${copied.get(table) ?? 'no'} rows of ${table}, not ${rows}`);
      }
      total += rows;
    }
    return total;
  } finally {
    copy.close();
  }
}

/** Of every table of the schema, whichever version made it. */
function rowsByTable(database: BetterSqlite3.Database): Counts {
  const tables = database
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT GLOB 'sqlite_*' ORDER BY name`,
    )
    .pluck()
    .all();
  return new Map(
    tables.map((table) => {
      const count = database.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get();
      return [table, count ?? 0];
    }),
  );
}

import type { CompiledQuery } from 'kysely';

import { IMPORT_ROWS_PER_STATEMENT } from '../limits/transfer.js';
import type { Database } from './database.js';
import type { Tables } from './schema.js';

/** A row of any table, as the database driver takes it. */
export type PlainRow = Readonly<Record<string, string | number | null>>;

/**
 * Inserts many rows with the same columns, some at a time. The statement is compiled once and given
 * the values of each lot: compiling costs more than inserting.
 */
export async function bulkInsert(
  db: Database,
  table: keyof Tables,
  rows: readonly PlainRow[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const compiled = new Map<number, CompiledQuery>();
  for (let at = 0; at < rows.length; at += IMPORT_ROWS_PER_STATEMENT) {
    const lot = rows.slice(at, at + IMPORT_ROWS_PER_STATEMENT);
    const parameters = lot.flatMap((row) => columns.map((column) => row[column] ?? null));
    const known = compiled.get(lot.length) ?? compile(db, table, { columns, rows: lot.length });
    compiled.set(lot.length, known);
    await db.executeQuery({ ...known, parameters });
  }
}

/** Whatever the order in which a row has its columns, the statement has that of the first row. */
function compile(
  db: Database,
  table: keyof Tables,
  { columns, rows }: { readonly columns: readonly string[]; readonly rows: number },
): CompiledQuery {
  const row = Object.fromEntries(columns.map((column) => [column, null]));
  // The rows of one table have the columns of that table; which one it is, no type can say here.
  return db.insertInto(table).values(Array.from({ length: rows }, () => row) as never).compile();
}

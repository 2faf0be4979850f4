import { sql } from 'kysely';

import type { Database } from '../database.js';

interface Column {
  readonly table_name: string;
  readonly column_name: string;
}

/**
 * Gives every column of text the order of its bytes, which is SQLite's: ids and times are compared
 * by it, and a database's own collation may put a dash or an underscore elsewhere.
 */
export async function collateTexts(db: Database): Promise<void> {
  const otherwise = sql<Column>`
    SELECT c.relname AS table_name, a.attname AS column_name
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
      -- A partition has the columns of its table.
      AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped
      AND a.atttypid = 'text'::regtype AND a.attcollation <> 'pg_catalog."C"'::regcollation`;
  const { rows } = await otherwise.execute(db);
  const byTable = new Map<string, string[]>();
  for (const { table_name, column_name } of rows) {
    byTable.set(table_name, [...(byTable.get(table_name) ?? []), column_name]);
  }
  for (const [table, columns] of byTable) {
    const changes = columns.map(
      (column) => sql`ALTER COLUMN ${sql.id(column)} TYPE TEXT COLLATE "C"`,
    );
    await sql`ALTER TABLE ${sql.id(table)} ${sql.join(changes)}`.execute(db);
  }
}

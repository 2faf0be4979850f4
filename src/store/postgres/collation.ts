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
  const { rows } = await sql<Column>`
    SELECT c.table_name, c.column_name
    FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'
      AND c.data_type = 'text' AND c.collation_name IS DISTINCT FROM 'C'`.execute(db);
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

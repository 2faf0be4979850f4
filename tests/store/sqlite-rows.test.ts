import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { prepareStatement } from '../../src/store/sqlite/rows.js';

let database: BetterSqlite3.Database;
beforeEach(() => {
  database = new BetterSqlite3(':memory:');
  database.exec("CREATE TABLE notes (id INTEGER, body TEXT); INSERT INTO notes VALUES (1, 'one')");
});
afterEach(() => {
  database.close();
});

describe('A statement', () => {
  it('reads rows by the names of their columns', () => {
    const { writes, run } = prepareStatement(database, 'SELECT *, id + ? AS sum FROM notes');
    expect(writes).toBe(false);
    expect(run([2])).toEqual({ rows: [{ id: 1, body: 'one', sum: 3 }], changes: 0 });
  });

  it('knows a column that came meanwhile', () => {
    const { run } = prepareStatement(database, 'SELECT * FROM notes');
    run([]);
    database.exec("ALTER TABLE notes ADD COLUMN kind TEXT NOT NULL DEFAULT 'plain'");
    expect(run([]).rows).toEqual([{ id: 1, body: 'one', kind: 'plain' }]);
  });

  it('says how many rows it changed', () => {
    const { writes, run } = prepareStatement(database, 'UPDATE notes SET body = ?');
    expect(writes).toBe(true);
    expect(run(['two'])).toEqual({ rows: [], changes: 1 });
  });

  it('reads what it wrote', () => {
    const { writes, run } = prepareStatement(
      database,
      'INSERT INTO notes VALUES (?, ?) RETURNING body',
    );
    expect(writes).toBe(true);
    expect(run([2, 'two']).rows).toEqual([{ body: 'two' }]);
  });
});

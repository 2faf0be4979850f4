import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import BetterSqlite3 from 'better-sqlite3';
import { type CompiledQuery, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { READS_ASIDE_WAITING_MAX } from '../../src/limits/store.js';
import type { Engine } from '../../src/store/engine.js';
import { storageFault } from '../../src/store/storage-fault.js';
import { sqliteEngine } from '../../src/store/sqlite/engine.js';
import { type ReadingThread, readingThread } from '../../src/store/sqlite/reading-thread.js';

let folder: string;
let file: string;
let thread: ReadingThread;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatepost-thread-'));
  file = join(folder, 'a.db');
  const database = new BetterSqlite3(file);
  database.pragma('journal_mode = WAL');
  database.exec("CREATE TABLE notes (id INTEGER, body TEXT); INSERT INTO notes VALUES (1, 'one')");
  database.close();
  thread = readingThread(file);
});
afterEach(async () => {
  await thread.close();
  rmSync(folder, { recursive: true });
});

const read = async (text: string, parameters: readonly unknown[] = []): Promise<unknown[]> =>
  (await thread.executeQuery({ sql: text, parameters } as CompiledQuery)).rows;

/** Takes the database a second or more. */
const LONG = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000)
  SELECT count(*) AS count FROM n`;

describe('A thread that reads', () => {
  it('gives rows by the names of their columns, with values as they are stored', async () => {
    const values = [null, -0.1, 9_007_199_254_740_991, 'é 😀 \u0000 "'];
    expect(await read('SELECT ? AS a, ? AS b, ? AS c, ? AS d', values)).toEqual([
      { a: null, b: -0.1, c: 9_007_199_254_740_991, d: 'é 😀 \u0000 "' },
    ]);
    expect(await read('SELECT * FROM notes WHERE id > ?', [1])).toEqual([]);
  });

  it('sees what was committed, and a column that came meanwhile', async () => {
    await read('SELECT * FROM notes');
    const database = new BetterSqlite3(file);
    database.exec("ALTER TABLE notes ADD COLUMN kind TEXT NOT NULL DEFAULT 'plain'");
    database.close();
    expect(await read('SELECT * FROM notes')).toEqual([{ id: 1, body: 'one', kind: 'plain' }]);
  });

  it('writes nothing', async () => {
    await expect(read("INSERT INTO notes VALUES (2, 'two')")).rejects.toThrow();
    await expect(read("INSERT INTO notes VALUES (2, 'two') RETURNING id")).rejects.toMatchObject({
      code: 'SQLITE_READONLY',
    });
    expect(await read('SELECT id FROM notes')).toEqual([{ id: 1 }]);
  });

  it('says what is wrong with one query, and answers the next', async () => {
    const [wrong, right] = await Promise.allSettled([
      read('SELECT * FROM nowhere'),
      read('SELECT 1 AS one'),
    ]);
    expect(wrong).toMatchObject({ reason: { code: 'SQLITE_ERROR' } });
    expect(right).toMatchObject({ value: [{ one: 1 }] });
  });

  it('answers what it was asked before it closes', async () => {
    const asked = read('SELECT id FROM notes');
    await thread.close();
    expect(await asked).toEqual([{ id: 1 }]);
  });

  it('refuses what it could not answer in a reasonable time', async () => {
    const first = read(LONG);
    const others = Array.from({ length: READS_ASIDE_WAITING_MAX - 1 }, async () => read('SELECT 1'));
    const fault: unknown = await read('SELECT 1').catch((error: unknown) => error);
    expect(storageFault(fault)).toMatchObject({ kind: 'exhausted' });
    expect(await first).toEqual([{ count: 3_000_000 }]);
    expect(await Promise.all(others)).toHaveLength(READS_ASIDE_WAITING_MAX - 1);
  });

  it('fails with the reason where there is no file, and reads it when there is', async () => {
    const later = join(folder, 'later.db');
    const waiting = readingThread(later);
    const query = { sql: 'SELECT 1 AS one', parameters: [] } as unknown as CompiledQuery;
    for (let at = 0; at < 2; at += 1) {
      const fault: unknown = await waiting.executeQuery(query).catch((error: unknown) => error);
      expect(storageFault(fault)).toMatchObject({ kind: 'read_only' });
    }
    new BetterSqlite3(later).exec('CREATE TABLE t (a)').close();
    expect((await waiting.executeQuery(query)).rows).toEqual([{ one: 1 }]);
    await waiting.close();
  });
});

describe('What is read aside', () => {
  let engine: Engine;
  beforeEach(() => {
    engine = sqliteEngine(file, { strict: true });
  });
  afterEach(async () => engine.close());

  it('keeps nobody waiting who reads or writes meanwhile', async () => {
    const order: string[] = [];
    const noted = (name: string) => () => order.push(name);
    const long = sql.raw(LONG).execute(engine.reading.aside).then(noted('aside'));
    await sql`SELECT id FROM notes`.execute(engine.reading.db).then(noted('read'));
    await engine
      .transaction('default', async ({ db }) => sql`INSERT INTO notes VALUES (2, 'two')`.execute(db))
      .then(noted('written'));
    await long;
    expect(order).toEqual(['read', 'written', 'aside']);
    const { rows } = await sql`SELECT id FROM notes ORDER BY id`.execute(engine.reading.aside);
    expect(rows).toEqual([{ id: 1 }, { id: 2 }]);
  });

  it('is within a transaction what the transaction sees', async () => {
    const rows = await engine.transaction('default', async ({ db, aside }) => {
      await sql`INSERT INTO notes VALUES (2, 'two')`.execute(db);
      return (await sql`SELECT id FROM notes ORDER BY id`.execute(aside)).rows;
    });
    expect(rows).toEqual([{ id: 1 }, { id: 2 }]);
    const outside = engine.transaction('default', async () =>
      sql`SELECT 1`.execute(engine.reading.aside),
    );
    await expect(outside).rejects.toThrow('use the store that it was given');
  });
});

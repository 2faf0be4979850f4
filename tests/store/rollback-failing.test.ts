import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Access } from '../../src/store/engine.js';
import { type Grouped, grouped } from '../../src/store/grouped.js';
import { type SqliteSession, sqliteSession } from '../../src/store/sqlite/session.js';

/** What a broken disk can make of each statement that begins so. */
const BROKEN = /^ROLLBACK/u;

let folder: string;
let path: string;
let session: SqliteSession;
let group: Grouped;
let connections: BetterSqlite3.Database[];
let write: (value: string) => void;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatepost-rollback-'));
  path = join(folder, 'a.db');
  connections = [];
  const database = new BetterSqlite3(path);
  database.pragma('journal_mode = WAL');
  database.exec('CREATE TABLE t (value TEXT)');
  database.close();
  session = sqliteSession({
    connect: (onWrite) => {
      const opened = new BetterSqlite3(path, { timeout: 0 });
      const isFirst = connections.push(opened) === 1;
      write = (value) => {
        onWrite();
        opened.prepare('INSERT INTO t VALUES (?)').run(value);
      };
      return { database: isFirst ? breaking(opened) : opened, access: {} as Access };
    },
    refuse: () => undefined,
    onCommit: () => undefined,
  });
  group = grouped(session, 10);
});
afterEach(() => {
  session.close();
  rmSync(folder, { recursive: true });
});

/** A connection whose rollbacks fail. */
function breaking(database: BetterSqlite3.Database): BetterSqlite3.Database {
  return new Proxy(database, {
    get: (target, name) => {
      if (name === 'prepare') {
        return (sql: string) => (BROKEN.test(sql) ? { run: fail } : target.prepare(sql));
      }
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

function fail(): never {
  throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' });
}

const stored = async (value: string): Promise<void> =>
  group.transaction(async () => {
    write(value);
    return Promise.resolve();
  });
const failing = async (value: string): Promise<void> =>
  group.transaction(async () => {
    write(value);
    return Promise.reject(new Error('no'));
  });

function values(): string[] {
  const reader = new BetterSqlite3(path, { readonly: true });
  const rows = reader.prepare<[], { value: string }>('SELECT value FROM t').all();
  reader.close();
  return rows.map(({ value }) => value);
}

describe('A rollback that fails', () => {
  it.each([
    ['of the first of a group', ['failing']],
    ['of one behind others, who are refused with it', ['stored', 'failing']],
  ])('%s, leaves nothing of it, and those who come after are served', async (_, kinds) => {
    const ends = await Promise.allSettled(
      kinds.map(async (kind) => (kind === 'failing' ? failing(kind) : stored(kind))),
    );
    expect(ends.map(({ status }) => status)).toEqual(kinds.map(() => 'rejected'));
    await stored('later');
    await stored('and later');
    expect(values()).toEqual(['later', 'and later']);
    expect(connections).toHaveLength(2);
  });
});

import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { CHECKPOINT_BYTES_MIN } from '../../src/limits/store.js';
import type { Access } from '../../src/store/engine.js';
import { type OpenStore, openStore } from '../../src/store/open.js';
import { sqliteEngine } from '../../src/store/sqlite/engine.js';
import { storageFault } from '../../src/store/storage-fault.js';
import { eventually } from '../support/eventually.js';

let folder: string;
let path: string;
let opened: OpenStore;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gatepost-store-'));
  path = join(folder, 'a.db');
  opened = await openStore(`sqlite:${path}`, { clock: () => 0, strict: true });
  await opened.migrate();
});
afterEach(async () => {
  await opened.close();
  rmSync(folder, { recursive: true });
});

describe('A database', () => {
  it('that is newer than the code is refused by name', async () => {
    await opened.close();
    const raw = new Sqlite(path);
    raw
      .prepare('INSERT INTO schema_migrations VALUES (9999, ?, ?, ?)')
      .run('9999_later', 'x', '2027-01-01T00:00:00.000Z');
    raw.close();
    opened = await openStore(`sqlite:${path}`, { clock: () => 0, strict: true });
    await expect(opened.migrate()).rejects.toThrow('9999_later');
  });

  it('has no samples of values left after somebody analysed it', async () => {
    await opened.close();
    const raw = new Sqlite(path);
    raw.exec("INSERT INTO sites VALUES ('a', 'A', 'now'), ('b', 'B', 'now'); ANALYZE");
    const samples = 'SELECT tbl FROM sqlite_stat4';
    expect(raw.prepare(samples).all()).not.toEqual([]);
    opened = await openStore(`sqlite:${path}`, { clock: () => 0, strict: true });
    expect(raw.prepare(samples).all()).toEqual([]);
    raw.close();
  });

  it('syncs every commit, and is readable by its owner alone', async () => {
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('takes back in memory, and sorts what a migration makes in files', async () => {
    const engine = sqliteEngine(path, { strict: false });
    const place = async ({ db }: Access) => {
      const { rows } = await sql<{ temp_store: number }>`PRAGMA temp_store`.execute(db);
      return rows[0]?.temp_store;
    };
    const [files, memory] = [1, 2];
    expect(await engine.transaction('', place)).toBe(memory);
    expect(await engine.migration(place)).toBe(files);
    expect(await engine.transaction('', place)).toBe(memory);
    await engine.close();
  });

  it('that others could read is readable by its owner alone once it was opened', async () => {
    await opened.close();
    chmodSync(path, 0o644);
    opened = await openStore(`sqlite:${path}`, { clock: () => 0, strict: true });
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  it.each([['short'], ['no database, and longer than how one begins']])(
    'is never made of another file, which is named and left as it is: %s',
    async (text) => {
      const other = join(folder, 'notes.txt');
      writeFileSync(other, text);
      chmodSync(other, 0o644);
      const opening = openStore(`sqlite:${other}`, { clock: () => 0 });
      await expect(opening).rejects.toThrow(`${other}: file is not a database`);
      expect(statSync(other).mode & 0o777).toBe(0o644);
      expect(readFileSync(other, 'utf8')).toBe(text);
    },
  );

  it('that lost its name takes nothing more, until it has it again', async () => {
    const elsewhere = join(folder, 'elsewhere.db');
    const insert = async (id: string) =>
      opened.store.transaction(id, async ({ sites }) => {
        await sites.insert({ id, name: id, created_at: 'now' });
      });
    await insert('before');
    for (const other of [null, 'another file']) {
      renameSync(path, elsewhere);
      if (other !== null) writeFileSync(path, other);
      const fault = await insert('lost').catch((error: unknown) => error);
      expect(storageFault(fault)).toMatchObject({ kind: 'file_gone' });
      await expect(opened.store.ping()).rejects.toThrow('removed or replaced');
      expect((await opened.store.sites.list()).map(({ id }) => id)).not.toContain('lost');
      renameSync(elsewhere, path);
      await insert(`after ${other ?? 'nothing'}`);
      await opened.store.ping();
    }
  });

  it('that lost its log takes nothing more, and saves what the log held when it is closed', async () => {
    const insert = async (id: string) =>
      opened.store.transaction(id, async ({ sites }) => {
        await sites.insert({ id, name: id, created_at: 'now' });
      });
    await insert('before');
    rmSync(`${path}-wal`);
    const fault = await insert('lost').catch((error: unknown) => error);
    expect(storageFault(fault)).toMatchObject({ kind: 'file_gone' });
    await opened.close();
    opened = await openStore(`sqlite:${path}`, { clock: () => 0, strict: true });
    expect((await opened.store.sites.list()).map(({ id }) => id)).toEqual(['before']);
    await insert('after');
  });

  it('takes over what its log holds while nobody waits for that', async () => {
    const before = statSync(path).size;
    const metadata = JSON.stringify({ note: 'x'.repeat(100_000) });
    for (let each = 0; each < 60; each += 1) {
      await opened.store.transaction('a', async ({ sites }) => {
        await sites.insert({ id: `site-${each}`, name: metadata, created_at: 'now' });
      });
    }
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(CHECKPOINT_BYTES_MIN);
    await eventually(async () => {
      expect(statSync(path).size - before).toBeGreaterThan(CHECKPOINT_BYTES_MIN);
      await Promise.resolve();
    });
  });

  it('is read as it is: after own writes at once, after those of others from the next turn on', async () => {
    const names = async () => (await opened.store.sites.list()).map(({ id }) => id);
    const add = async (id: string) =>
      opened.store.transaction(id, async ({ sites }) =>
        sites.insert({ id, name: id, created_at: 'now' }),
      );
    expect(await names()).toEqual([]);
    const seen = add('own').then(names);
    expect(await names()).toEqual([]);
    expect(await seen).toEqual(['own']);
    const other = new Sqlite(path);
    const before = await names();
    other.exec(`INSERT INTO sites (site_id, name, created_at) VALUES ('theirs', 'x', 'now')`);
    other.close();
    expect(before).toEqual(['own']);
    await new Promise(setImmediate);
    expect(await names()).toEqual(['own', 'theirs']);
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { COPY_PAGE } from '../../src/limits/transfer.js';
import { copyDatabase, type CopyWatch } from '../../src/operations/copy-database.js';
import { COPIED_TABLES } from '../../src/store/copied-tables.js';
import type { OpenStore } from '../../src/store/open.js';
import { columnsOf, contentsOf, fillAll, openAt, SITES } from '../support/copying.js';

const ROWS = COPY_PAGE + 7;
/** Some ten thousand rows, on a machine that has other work. */
const PATIENCE_MILLISECONDS = 180_000;

let folder = '';
let here = '';
let from: OpenStore;
let to: OpenStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatepost-copy-'));
  here = join(folder, 'from.db');
  from = await openAt(here);
  to = await openAt(join(folder, 'to.db'));
});
afterEach(async () => {
  await Promise.all([from.close(), to.close()]);
  await rm(folder, { recursive: true });
});

const NO_WATCH: CopyWatch = { onProgress: () => undefined };

const copied = async ({ onProgress } = NO_WATCH) =>
  copyDatabase({ from: from.store, to: to.store }, { onProgress });

/** Changes a database as a service does that runs beside. */
function change(name: 'from' | 'to', ...statements: readonly string[]): void {
  const database = new Sqlite(join(folder, `${name}.db`), { timeout: 5_000 });
  for (const statement of statements) database.exec(statement);
  database.close();
}

const written = (sites: Awaited<ReturnType<typeof copied>>) => sites.map((site) => site.written);

describe('The tables that are copied', () => {
  it('are all that there are, each by its primary key', () => {
    const made = [...columnsOf(here)].map(([table, columns]) => [
      table,
      columns.filter(({ pk, name }) => pk > 0 && name !== 'site_id').map(({ name }) => name),
    ]);
    const known = COPIED_TABLES.map(({ table, key }) => [table, [...key]]);
    expect(known.toSorted()).toEqual(made.toSorted());
  });
});

describe('copyDatabase', () => {
  it('makes the target what the source is, in every column, and finds nothing to do again', async () => {
    fillAll(here, ROWS);
    const sites = await copied();
    expect(sites).toMatchObject(SITES.map((site_id) => ({ site_id, head: { sequence: ROWS } })));
    expect(written(sites)).toEqual(sites.map(({ rows }) => rows));
    expect(await contentsOf(to)).toEqual(await contentsOf(from));
    const all = [0, 0];
    const onProgress = (...[done, total]: readonly number[]): void => {
      all.splice(0, 2, done ?? 0, total ?? 0);
    };
    expect(written(await copied({ onProgress }))).toEqual([0, 0]);
    expect(all[0]).toBe(all[1]);
  }, PATIENCE_MILLISECONDS);

  it('carries over what was added, changed and taken out since, also a name that moved on', async () => {
    fillAll(here, ROWS);
    await copied();
    const { comment_id } = (await contentsOf(from))['gazette comments']?.[3] ?? {};
    change(
      'from',
      `UPDATE comments SET body = 'edited' WHERE comment_id = '${String(comment_id)}'`,
      `DELETE FROM claims WHERE site_id = 'herald'`,
      // A thread that sorts before all takes the name of one that sorts behind.
      `UPDATE threads SET external_id = 'gone' WHERE thread_id = 'thread_id _z-1'`,
      `INSERT INTO threads (site_id, thread_id, external_id, created_at, updated_at)
       VALUES ('gazette', 'a', 'external_id _z-1', '', '')`,
    );
    const sites = await copied();
    expect(await contentsOf(to)).toEqual(await contentsOf(from));
    expect(written(sites)).toEqual([3, 2]);
  }, PATIENCE_MILLISECONDS);

  it('goes on wherever it was cut off', async () => {
    fillAll(here, COPY_PAGE + 1);
    // The first run ends before its first lot, the last one in the second site.
    for (const lots of [1, 2, 3, 7, 20, 60]) {
      let left = lots;
      const onProgress = (): void => {
        left -= 1;
        if (left === 0) throw new Error('cut off');
      };
      await expect(copied({ onProgress })).rejects.toThrow('cut off');
    }
    await copied();
    expect(await contentsOf(to)).toEqual(await contentsOf(from));
  }, PATIENCE_MILLISECONDS);

  it.each([
    ['has another record', `UPDATE audit_entries SET hash = 'x' WHERE sequence = 3`],
    ['went on by itself', `INSERT INTO audit_entries SELECT site_id, 99, 'x', kind, actor_kind,
      actor_id, object_kind, object_id, comment_id, author_id, before_state, after_state,
      created_at, previous_hash, 'y' FROM audit_entries WHERE sequence = 3 AND site_id = 'herald'`],
    ['has a site of its own', `INSERT INTO sites VALUES ('other', 'Other', '')`],
  ])('refuses a target that %s, and leaves it as it is', async (_, statement) => {
    fillAll(here, 3);
    await copied();
    change('to', statement);
    // What another connection writes is seen from the next turn of the event loop on.
    await new Promise(setImmediate);
    const before = await contentsOf(to);
    await expect(copied()).rejects.toMatchObject({ code: 'invalid_request' });
    expect(await contentsOf(to)).toEqual(before);
  });
});

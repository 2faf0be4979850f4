import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { copy } from '../../src/commands/copy.js';
import { readConfig } from '../../src/config.js';
import { COPY_PAGE } from '../../src/limits/transfer.js';
import { importComments } from '../../src/operations/import-comments.js';
import { ensureFirstRun } from '../../src/operations/ensure-first-run.js';
import { copyDatabase } from '../../src/operations/copy-database.js';
import { openStore, type OpenStore } from '../../src/store/open.js';
import { contentsOf, fillAll, openAt } from '../support/copying.js';
import { postgresDatabase, type TestDatabase } from '../support/databases.js';
import { testDeps } from '../support/deps.js';
import { entriesIn, SITE, streamed } from '../support/imports.js';
import { ROOT } from '../support/source-tree.js';

/** A process of its own, on a machine that has other work. */
const PATIENCE_MILLISECONDS = 180_000;
const COMMENTS = 1_200;

let folder = '';
let here = '';
let source: OpenStore;
let database: TestDatabase;
let target: OpenStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatepost-copy-'));
  here = join(folder, 'from.db');
  source = await openAt(here);
  database = await postgresDatabase();
  target = await openStore(database.url, { clock: () => 0 });
});
afterEach(async () => {
  await Promise.all([source.close(), target.close()]);
  await database.remove();
  await rm(folder, { recursive: true });
});

const NO_WATCH = { onProgress: (): void => undefined };

/** Runs the command within this process, with nothing else open. */
async function ran(...args: string[]) {
  await Promise.all([source.close(), target.close()]);
  const said: string[] = [];
  const terminal = {
    config: readConfig({}),
    args: ['--from', `sqlite:${here}`, '--to', database.url, '--quiet', ...args],
    print: (line: string) => said.push(line),
  };
  const code = await copy.run(terminal).finally(async () => {
    source = await openAt(here);
    target = await openStore(database.url, { clock: () => 0 });
  });
  return { code, said: said.join('\n') };
}

/** A site with comments on record. */
async function publisher(): Promise<void> {
  const { deps, close } = await testDeps();
  const bound = { ...deps, store: source.store };
  await ensureFirstRun(bound, { adminKey: null });
  const lines = Array.from({ length: COMMENTS }, (_, at) =>
    JSON.stringify({
      external_id: `c${at}`,
      thread: { external_id: `t${at % 9}` },
      author: { name: `Reader ${at % 50}` },
      body: `Remark ${at} about the brücke 😀`,
      created_at: new Date(Date.UTC(2021, 0, 1) + at * 1000).toISOString(),
    }),
  );
  const input = {
    caller: { site_id: SITE },
    format: 'ndjson' as const,
    file_digest: 'x',
    entries: streamed(entriesIn('ndjson', lines.join('\n'))),
    dry_run: false,
  };
  const signal = new AbortController().signal;
  await importComments(bound, input, { onRemark: () => undefined, signal });
  await close();
}

describe('gatepost copy', () => {
  it('moves every column of every table to PostgreSQL, and back', async () => {
    fillAll(here, COPY_PAGE + 3);
    await copyDatabase({ from: source.store, to: target.store }, NO_WATCH);
    const contents = await contentsOf(source);
    expect(await contentsOf(target)).toEqual(contents);
    const back = await openAt(join(folder, 'back.db'));
    await copyDatabase({ from: target.store, to: back.store }, NO_WATCH);
    expect(await contentsOf(back)).toEqual(contents);
    await back.close();
  }, PATIENCE_MILLISECONDS);

  it('names the row that PostgreSQL cannot hold', async () => {
    fillAll(here, 3);
    await source.store.transaction('gazette', async ({ transfer }) => {
      const table = transfer.allTables.find((each) => each.table === 'notes');
      const [row] = table ? await transfer.rows('gazette', table, { after: null, limit: 1 }) : [];
      if (table) await transfer.insert('gazette', table, [{ ...row, note_id: 'n', body: 'a\0b' }]);
    });
    await expect(
      copyDatabase({ from: source.store, to: target.store }, NO_WATCH),
    ).rejects.toMatchObject({ message: expect.stringMatching(/"body" of a row of notes \(n\)/u) });
  });

  it('goes on after a SIGKILL, and its final copy wants the service stopped', async () => {
    await publisher();
    await killedCopy();
    const first = await ran();
    expect(first).toMatchObject({ code: 0, said: expect.stringMatching(/default: whole, .* head/u) });
    expect(first.said).toContain('with --final');
    expect(await contentsOf(target)).toEqual(await contentsOf(source));

    const open = await openAt(here);
    await expect(ran('--final')).rejects.toThrow('is in use: stop the service, then');
    await open.close();
    const serving = await openStore(database.url, { clock: () => 0 });
    await serving.store.ping();
    const refused: unknown = await ran().catch((error: unknown) => error);
    await serving.close();
    expect(refused).toMatchObject({ message: expect.stringContaining('stop the service that has') });
    expect(String(refused)).not.toContain('@');

    const last = await ran('--final');
    expect(last).toMatchObject({ code: 0, said: expect.stringContaining('Done. Start the service') });
    expect(last.said).toContain(' 0 of them written now');
    expect(last.said).not.toContain('@');
  }, PATIENCE_MILLISECONDS);
});

/** Starts the command and kills it as soon as it has copied something. */
async function killedCopy(): Promise<void> {
  const args = ['copy', '--from', `sqlite:${here}`, '--to', database.url];
  const child = spawn(process.execPath, ['--import', 'tsx', `${ROOT}src/main.ts`, ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '' },
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (/^[1-9]\d? %/mu.test(text)) child.kill('SIGKILL');
  });
  await once(child, 'close');
  expect(child.signalCode).toBe('SIGKILL');
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Deps } from '../../src/deps.js';
import { createSite } from '../../src/operations/create-site.js';
import { openStore } from '../../src/store/open.js';
import { testDeps } from '../support/deps.js';
import { behindHeader, exported, SITE } from '../support/imports.js';
import { databaseFolder, runCommand } from '../support/service.js';
import { ROOT } from '../support/source-tree.js';

const COMMENTS = 3_000;
const WORDPRESS = `${ROOT}tests/fixtures/wordpress.xml`;

let folder: Awaited<ReturnType<typeof databaseFolder>>;
let base = '';
beforeAll(async () => {
  folder = await databaseFolder();
  base = join((folder.env['DATABASE_URL'] ?? '').replace(/^sqlite:/u, ''), '..');
});
afterAll(async () => folder.remove());

const at = (name: string): string => join(base, name);
const database = (name: string) => ({ DATABASE_URL: `sqlite:${at(name)}` });
const gatepost = async (name: string, ...args: string[]) => runCommand(args, database(name));

/** Several processes, one after the other, on a machine that has other work. */
const PATIENCE_MILLISECONDS = 90_000;

async function withDeps<T>(name: string, work: (deps: Deps) => Promise<T>): Promise<T> {
  const { deps, close } = await testDeps();
  const opened = await openStore(database(name).DATABASE_URL, { clock: deps.clock });
  await opened.migrate();
  const result = await work({ ...deps, store: opened.store });
  await opened.close();
  await close();
  return result;
}

describe('gatepost import and export', () => {
  it('move comments and whole sites from file to file', async () => {
    await withDeps('a.db', async (deps) => createSite(deps, { id: SITE, name: SITE }));
    const packed = at('comments.xml.gz');
    await writeFile(packed, gzipSync(await readFile(WORDPRESS)));
    const imported = await gatepost('a.db', 'import', packed, '--report', at('report.ndjson'));
    expect(imported.code).toBe(0);
    expect(imported.said).toContain('4 comments imported, 0 were there already.');
    expect(imported.said).toContain('skipped: 1 not_a_comment (a pingback');
    expect(imported.said).toContain('100 %: ');
    const remarks = (await readFile(at('report.ndjson'), 'utf8')).trimEnd().split('\n');
    expect(remarks.map((line) => JSON.parse(line) as unknown)).toContainEqual({
      line: 61,
      external_id: '10',
      skipped: 'not_a_comment',
    });

    const out = at('site.ndjson');
    // What an export that was cut off left, or somebody else put there for all to read.
    await writeFile(`${out}.unfinished`, 'left over', { mode: 0o644 });
    expect(await gatepost('a.db', 'export', '--out', out, '--quiet')).toEqual({ code: 0, said: '' });
    expect((await stat(out)).mode & 0o777).toBe(0o600);
    const restored = await gatepost('b.db', 'import', out, '--quiet');
    expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('"default"') });
    const again = await withDeps('b.db', exported);
    expect(behindHeader(again)).toBe(behindHeader(await readFile(out, 'utf8')));
  }, PATIENCE_MILLISECONDS);

  it('leave the file whole that is imported, also where the report is to take its place', async () => {
    const file = at('precious.xml');
    const text = await readFile(WORDPRESS, 'utf8');
    await writeFile(file, text);
    await symlink(file, at('another-name.xml'));
    for (const report of [file, at('another-name.xml')]) {
      const ended = await gatepost('a.db', 'import', file, '--report', report);
      expect(ended).toMatchObject({ code: 2, said: expect.stringContaining('--report names') });
      expect(await readFile(file, 'utf8')).toBe(text);
    }
  }, PATIENCE_MILLISECONDS);

  it('write nothing over the database that they read', async () => {
    await withDeps('mine.db', async (deps) => createSite(deps, { id: SITE, name: SITE }));
    const bytes = await readFile(at('mine.db'));
    await symlink(at('mine.db'), at('mine-too.db'));
    const said = expect.stringContaining('the database itself');
    for (const name of [at('mine.db'), at('mine-too.db')]) {
      expect(await gatepost('mine.db', 'export', '--out', name)).toMatchObject({ code: 2, said });
      const reporting = await gatepost('mine.db', 'import', WORDPRESS, '--report', name);
      expect(reporting).toMatchObject({ code: 2, said });
    }
    expect((await readFile(at('mine.db'))).equals(bytes)).toBe(true);
  }, PATIENCE_MILLISECONDS);

  it('say of a packed file that is cut off or damaged what is the matter', async () => {
    const whole = gzipSync(await readFile(WORDPRESS));
    const damaged = Buffer.from(whole);
    damaged.fill(0xff, whole.length - 8);
    for (const [name, bytes] of [
      ['cut.gz', whole.subarray(0, whole.length / 2)],
      ['damaged.gz', damaged],
    ] as const) {
      await writeFile(at(name), bytes);
      const { code, said } = await gatepost('a.db', 'import', at(name), '--quiet');
      expect(code).toBe(1);
      expect(said).toMatch(/^gatepost: The file cannot be unpacked, as it is damaged or .*\n$/u);
    }
  }, PATIENCE_MILLISECONDS);

  it('end in the same state when they were killed and are run again', async () => {
    const lines = Array.from({ length: COMMENTS }, (_, id) =>
      JSON.stringify({
        external_id: String(id),
        thread: { external_id: `t${id % 5}` },
        author: { name: `Reader ${id % 50}` },
        body: `Remark number ${id} about the bridge`,
        parent_id: String(id + 5),
        created_at: new Date(Date.UTC(2020, 0, 1) + id * 1000).toISOString(),
      }),
    );
    const file = at('many.ndjson');
    await writeFile(file, lines.join('\n'));
    const [whole, killed] = await Promise.all([stateAfter('whole.db'), stateAfter('killed.db')]);
    expect(killed.split('\n').length).toBeGreaterThan(2 * COMMENTS);
    expect(killed).toBe(whole);

    async function stateAfter(name: string): Promise<string> {
      await withDeps(name, async (deps) => createSite(deps, { id: SITE, name: SITE }));
      if (name === 'killed.db') await killedImport(file, name);
      const { said } = await gatepost(name, 'import', file, '--quiet');
      expect(said).toContain(`${COMMENTS} comments imported, 0 were there already.`);
      const rows = (await withDeps(name, exported)).split('\n');
      // When each of the two runs was is in these alone.
      const state = rows.filter((line) => /^\{"table":"(?!policies|audit_|threads)/u.test(line));
      return state.join('\n');
    }
  }, PATIENCE_MILLISECONDS);

  it.each([
    [['import'], 2, 'name one file'],
    [['import', 'a', 'b'], 2, 'name one file'],
    [['import', WORDPRESS, '--format', 'csv'], 2, '--format must be one of'],
    [['import', WORDPRESS, '--site', 'nowhere'], 2, 'there is no site "nowhere"'],
    [['import', `${ROOT}README.md`], 2, 'name its --format'],
    [['import', '/nowhere.xml'], 1, 'no such file'],
    [['export', '--site', 'nowhere'], 2, 'there is no site "nowhere"'],
    [['export', '--colour'], 2, '--colour'],
  ])('%j ends with a sentence and no stack', async (args, code, sentence) => {
    const ended = await gatepost('a.db', ...args);
    expect([ended.code, ended.said]).toEqual([code, expect.stringContaining(sentence)]);
    expect(ended.said).not.toContain('    at ');
  });
});

/** Starts an import and kills it as soon as it has read something. */
async function killedImport(file: string, name: string): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', `${ROOT}src/main.ts`, 'import', file],
    { cwd: ROOT, env: { PATH: process.env['PATH'] ?? '', ...database(name) } },
  );
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (text.includes('%')) child.kill('SIGKILL');
  });
  await once(child, 'close');
  expect(child.signalCode).toBe('SIGKILL');
}

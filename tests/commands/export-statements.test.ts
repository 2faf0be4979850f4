import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { formProblems } from '../../src/domain/transparency/check-form.js';
import { ensureFirstRun } from '../../src/operations/ensure-first-run.js';
import { openStore } from '../../src/store/open.js';
import { BEGINNING, testDeps } from '../support/deps.js';
import { submitted } from '../support/replaying.js';
import { databaseFolder, runCommand } from '../support/service.js';

const REJECTED = 120;

let folder: Awaited<ReturnType<typeof databaseFolder>>;
let out = '';
beforeAll(async () => {
  folder = await databaseFolder();
  const url = folder.env['DATABASE_URL'] ?? '';
  out = join(url.replace(/^sqlite:/u, ''), '..', 'statements');
  const { deps, close } = await testDeps();
  const database = await openStore(url, { clock: () => BEGINNING });
  await database.migrate();
  const real = { ...deps, store: database.store };
  await ensureFirstRun(real, { adminKey: null });
  for (let count = 0; count < REJECTED; count += 1) {
    const author = `reader-${count}`;
    await submitted(real, { body: `You fucking idiots, and that for the ${count}th time.`, author });
  }
  await database.close();
  await close();
});
afterAll(async () => folder.remove());

const run = async (...args: string[]) => runCommand(['export-statements', ...args], folder.env);
const PERIOD = ['--from', '2020-01-01T00:00:00Z', '--to', '2030-01-01T00:00:00Z'] as const;

describe('gatepost export-statements', () => {
  it('writes files that can be posted, of at most 100 statements, each once', async () => {
    const { code, said } = await run(...PERIOD, '--out', out);
    expect(said).toContain(`default: ${REJECTED} statements in 2 files`);
    expect(code).toBe(0);
    const names = (await readdir(out)).toSorted();
    expect(names).toEqual(['default-0001.json', 'default-0002.json']);
    const puids: string[] = [];
    for (const name of names) {
      const content = await readFile(join(out, name), 'utf8');
      const { statements, ...rest } = JSON.parse(content) as { statements: { puid: string }[] };
      expect(rest).toEqual({});
      expect(statements.length).toBeLessThanOrEqual(100);
      for (const form of statements) expect(formProblems({ ...form })).toEqual([]);
      puids.push(...statements.map(({ puid }) => puid));
    }
    expect(new Set(puids).size).toBe(REJECTED);
  });

  it('writes over no file that exists', async () => {
    await run(...PERIOD, '--out', out);
    const { code, said } = await run(...PERIOD, '--out', out);
    expect(said).toContain('EEXIST');
    expect(code).toBe(1);
  });

  it.each([
    [[...PERIOD], '--from, --to and --out are needed', 2],
    [[...PERIOD, '--out', 'never', '--site', 'nowhere'], 'there is no site "nowhere"', 2],
    [['--from', 'x', '--to', 'y', '--out', '/tmp'], 'from is no RFC 3339 time', 1],
  ] as const)('is called with %j', async (args, why, expected) => {
    const { code, said } = await run(...args);
    expect(said).toContain(why);
    expect(code).toBe(expected);
  });
});

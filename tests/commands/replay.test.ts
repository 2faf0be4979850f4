import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { fill, SITE } from '../../scripts/bench/fill.js';
import { ensureFirstRun } from '../../src/operations/ensure-first-run.js';
import { openStore } from '../../src/store/open.js';
import { BEGINNING, testDeps } from '../support/deps.js';
import { submitted } from '../support/replaying.js';
import { databaseFolder, runCommand } from '../support/service.js';
import { ROOT } from '../support/source-tree.js';

const SHOUTED = 'THEY HAVE CLOSED THE BRIDGE AGAIN AND NOBODY SAID A WORD';

let folder: Awaited<ReturnType<typeof databaseFolder>>;
let base = '';
beforeAll(async () => {
  folder = await databaseFolder();
  const url = folder.env['DATABASE_URL'] ?? '';
  base = join(url.replace(/^sqlite:/u, ''), '..');
  const { deps, close } = await testDeps();
  const database = await openStore(url, { clock: () => BEGINNING });
  await database.migrate();
  const real = { ...deps, store: database.store };
  await ensureFirstRun(real, { adminKey: null });
  for (const body of [SHOUTED, 'A civil remark on the bridge.']) await submitted(real, { body });
  await database.close();
  await close();
});
afterAll(async () => folder.remove());

async function drafted(name: string, text: string): Promise<string> {
  const path = join(base, name);
  await writeFile(path, text);
  return path;
}

const DRAFT = JSON.stringify({ rules: { shouting: { action: 'reject' } } });
const replay = async (...args: string[]) => runCommand(['replay', ...args], folder.env);

describe('gatepost replay', () => {
  it('prints what would change as tables, and progress beside them', async () => {
    const { code, said } = await replay('--draft', await drafted('draft.json', DRAFT));
    expect(code).toBe(0);
    expect(said).toContain('100 %: 2 of 2 comments');
    expect(said).toContain('2 comments read, 2 judged, 0 skipped');
    expect(said).toMatch(/^hold +reject +1$/mu);
    expect(said).toMatch(/^shouting +1 +0$/mu);
    expect(said).toMatch(/^cmt_\S+ +hold > reject +shouting +- +THEY HAVE/mu);
    expect(said).toContain('No moderator has decided');
  });

  it('prints JSON for programs, of the period that is asked for', async () => {
    const draft = await drafted('draft.json', DRAFT);
    const { code, said } = await replay('--json', '--draft', draft, '--from', '2026-11-23T12:00:00Z');
    const result = JSON.parse(said.slice(said.indexOf('{'))) as object;
    expect(code).toBe(0);
    expect(result).toMatchObject({ judged: 2, unchanged: 1, from: '2026-11-23T12:00:00.000Z' });
    const none = await replay('--json', '--draft', draft, '--to', '2026-11-23T12:00:00Z');
    expect(none.said).toContain('"read": 0');
  });

  it('names every mistake of a draft, and ends with 1', async () => {
    const draft = await drafted('wrong.json', '{"rules": {"shoutin": {}}, "txt": ""}');
    const { code, said } = await replay('--draft', draft);
    expect(code).toBe(1);
    expect(said).toContain('The draft has 2 mistakes.');
    expect(said).toContain('/draft/rules/shoutin: There is no rule "shoutin". Did you mean "shouting"?');
  });

  it('says which file or site or time it cannot use', async () => {
    const draft = await drafted('draft.json', DRAFT);
    const broken = await drafted('broken.json', '{');
    expect(await replay('--draft', broken)).toMatchObject({
      ...{ code: 2, said: expect.stringContaining('is not valid JSON') },
    });
    expect(await replay('--draft', join(base, 'none.json'))).toMatchObject({
      ...{ code: 1, said: expect.stringMatching(/^gatepost: ENOENT.*\n$/u) },
    });
    expect(await replay('--draft', draft, '--site', 'no')).toMatchObject({
      ...{ code: 2, said: expect.stringContaining('there is no site "no"') },
    });
    expect(await replay('--draft', draft, '--from', 'x')).toMatchObject({
      ...{ code: 1, said: expect.stringContaining('from is no RFC 3339 time.') },
    });
  });

  it('ends when it is interrupted, with the figures so far and the code of shells', async () => {
    const large = await databaseFolder();
    const url = large.env['DATABASE_URL'] ?? '';
    const database = await openStore(url, { clock: () => BEGINNING });
    await database.migrate();
    await database.close();
    fill(url.replace(/^sqlite:/u, ''), 20_000);
    const args = ['--site', SITE, '--draft', await drafted('draft.json', DRAFT)];
    const { code, said } = await interrupted(args, large.env);
    await large.remove();
    expect(code).toBe(130);
    expect(said).toMatch(/^gatepost: cancelled after \d+ of 20000 comments/mu);
    const read = Number(/^(\d+) comments read/mu.exec(said)?.[1]);
    expect(read).toBeLessThan(20_000);
  });
});

/** Runs a replay and sends SIGINT as soon as it says how far it is. */
async function interrupted(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly said: string }> {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', `${ROOT}src/main.ts`, 'replay', ...args],
    { cwd: ROOT, env: { PATH: process.env['PATH'] ?? '', ...env } },
  );
  let said = '';
  let asked = false;
  const hear = (text: string): void => {
    said += text;
    // A second signal would end the process at once.
    if (!asked && /^0 %/mu.test(said)) asked = child.kill('SIGINT');
  };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr?.setEncoding('utf8').on('data', hear);
  await once(child, 'close');
  return { code: child.exitCode, said };
}

import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { SETTINGS } from '../../src/config.js';
import { databaseFolder, runCommand } from '../support/service.js';
import { readFile } from '../support/source-tree.js';

let folder: Awaited<ReturnType<typeof databaseFolder>>;
beforeAll(async () => {
  folder = await databaseFolder();
});
afterAll(async () => folder.remove());

const gatepost = async (...args: string[]) => runCommand(args, folder.env);

describe('gatepost', () => {
  it('help shows every command and every setting', async () => {
    const { code, said } = await gatepost('help');
    expect(code).toBe(0);
    for (const { name } of SETTINGS) expect(said).toContain(name);
    for (const name of ['serve', 'keys', 'sites', 'replay', 'import', 'export', 'migrate']) {
      expect(said).toContain(`gatepost ${name}`);
    }
  });

  it('version is that of the package', async () => {
    const { version } = JSON.parse(readFile('package.json').text) as { version: string };
    expect(await gatepost('--version')).toEqual({ code: 0, said: `${version}\n` });
  });

  it.each([
    [['serf'], 'there is no command "serf"'],
    [['keys'], 'gatepost keys list'],
    [['keys', 'create', '--scope', 'submit'], '--name NAME'],
    [['keys', 'create', '--name', 'x', '--scope', 'root'], 'submit|moderate|admin'],
    [['keys', 'list', '--colour'], '--colour'],
    [['sites', 'create', 'Not_An_Id'], 'small letters'],
    [['replay'], '--draft FILE.json'],
    [['replay', '--draft', 'x.json', '--colour'], '--colour'],
    [['migrate', '--dry'], '--dry-run'],
    [['serve', '--port', '80'], 'settings from the environment'],
  ])('%j ends with 2 and says how it is called', async (args, sentence) => {
    const { code, said } = await gatepost(...args);
    expect([code, said]).toEqual([2, expect.stringContaining(sentence)]);
    expect(said).not.toContain('    at ');
  });

  it('names every setting that cannot be used, and ends with 2', async () => {
    const wrong = { ...folder.env, PORT: 'x', LOG_LEVEL: 'loud' };
    const { code, said } = await runCommand(['serve'], wrong);
    expect(code).toBe(2);
    expect(said).toMatch(/PORT must.*\n.*LOG_LEVEL must/u);
  });

  const period = ['--from', '2026-01-01T00:00:00Z', '--to', '2026-02-01T00:00:00Z'];

  it.each([
    [['keys', 'list']],
    [['keys', 'create', '--name', 'x', '--scope', 'admin']],
    [['sites', 'list']],
    [['retention']],
    [['verify-audit']],
    [['export']],
    [['export-statements', ...period, '--out', 'statements']],
    [['backup', '--to', 'copy.db']],
    [['compact']],
  ])('%j makes no database where there is none, and ends with 2', async (args) => {
    const path = join(tmpdir(), `gatepost-${process.pid}`, 'mistyped.db');
    const { code, said } = await runCommand(args, { DATABASE_URL: `sqlite:${path}` });
    expect([code, said]).toEqual([2, expect.stringContaining(`there is no database ${path}`)]);
    expect(existsSync(path)).toBe(false);
  });

  it('says in one line why a database cannot be opened, and ends with 1', async () => {
    const { code, said } = await runCommand(['migrate'], { DATABASE_URL: 'sqlite:/dev/null/x' });
    expect(code).toBe(1);
    expect(said).toMatch(/^gatepost: .*\n$/u);
  });
});

describe('gatepost migrate', () => {
  it('says what it would do, does it, and then has nothing to do', async () => {
    expect((await gatepost('migrate', '--dry-run')).said).toContain('pending: 0001_first_day');
    expect((await gatepost('migrate')).said).toContain('applied: 0001_first_day');
    expect((await gatepost('migrate')).said).toBe('The database is up to date.\n');
  });
});

describe('gatepost sites and keys', () => {
  it.each([['verify-audit'], ['export'], ['retention']])(
    'say where there is no site yet, so that %s says what to do first',
    async (command) => {
      const said = expect.stringContaining('no site yet: the first start of gatepost serve');
      expect(await gatepost(command)).toMatchObject({ code: 2, said });
    },
  );

  it('make a site and its keys, list them and revoke one', async () => {
    expect(await gatepost('sites', 'create', 'gazette', 'The Gazette')).toMatchObject({ code: 0 });
    expect(await gatepost('sites', 'create', 'gazette')).toMatchObject({ code: 1 });
    expect((await gatepost('sites', 'list')).said).toMatch(/^gazette\t.*\tThe Gazette\n$/u);
    const site = ['--site', 'gazette'];
    for (const scope of ['admin', 'submit']) {
      const made = await gatepost('keys', 'create', '--name', scope, '--scope', scope, ...site);
      expect(made.said).toMatch(/^gp_\S+\n$/u);
    }
    const akismet = ['--name', 'blog', '--front', 'akismet', ...site];
    expect((await gatepost('keys', 'create', ...akismet)).said).toMatch(/^[a-z0-9]{12}\n$/u);
    const listed = (await gatepost('keys', 'list', ...site)).said;
    const id = /^(\S+)\tsubmit/mu.exec(listed)?.[1] ?? '';
    expect(await gatepost('keys', 'revoke', id, ...site)).toMatchObject({ code: 0 });
    expect((await gatepost('keys', 'list', ...site)).said).toContain('in force\tadmin');
    expect((await gatepost('keys', 'list', ...site)).said).not.toContain('in force\tsubmit');
  });

  it('refuse a site that there is not', async () => {
    const made = await gatepost('keys', 'create', '--name', 'x', '--scope', 'admin', '--site', 'no');
    expect(made).toMatchObject({ code: 2, said: expect.stringContaining('there is no site "no"') });
  });
});

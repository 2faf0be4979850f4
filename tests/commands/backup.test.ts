import { execFileSync } from 'node:child_process';
import {
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { backup } from '../../src/commands/backup.js';
import { readConfig } from '../../src/config.js';
import { ensureFirstRun } from '../../src/operations/ensure-first-run.js';
import { aComment } from '../support/app.js';
import { testDeps } from '../support/deps.js';
import { call, startService } from '../support/service.js';
import { readFile as readSource } from '../support/source-tree.js';

const KEY = 'an-admin-key-for-tests-0123456789';

/** Two processes, one after the other, on a machine that has other work. */
const PATIENCE_MILLISECONDS = 180_000;

let folder = '';
let from = '';
let to = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatepost-backup-'));
  from = join(folder, 'gatepost.db');
  to = join(folder, 'copy.db');
});
afterEach(async () => rm(folder, { recursive: true }));

const url = (path: string) => ({ DATABASE_URL: `sqlite:${path}`, GATEPOST_ADMIN_KEY: KEY });

async function aSite(): Promise<void> {
  const { deps, close } = await testDeps(`sqlite:${from}`);
  await ensureFirstRun(deps, { adminKey: KEY });
  await close();
}

/** Runs the command within this process; what it says, and what it ends with or throws. */
async function backedUp(
  args: readonly string[],
  { env = {}, onPrint = () => undefined }: { env?: object; onPrint?: () => void } = {},
) {
  const said: string[] = [];
  const print = (line: string): void => {
    said.push(line);
    onPrint();
  };
  const config = readConfig({ ...url(from), ...env });
  const code = await backup.run({ config, args: [...args, '--quiet'], print });
  return { code, said: said.join('\n') };
}

const names = async () => (await readdir(folder)).filter((name) => !/-(?:wal|shm)$/u.test(name));

function change(path: string, statement: string): void {
  const database = new Sqlite(path);
  database.exec(statement);
  database.close();
}

describe('gatepost backup', () => {
  it('copies what was acknowledged while the service writes, and the copy serves', async () => {
    const service = await startService(url(from));
    const known: string[] = [];
    let writing = true;
    const writer = async (name: string): Promise<void> => {
      for (let at = 0; writing; at += 1) {
        const external_id = `${name}-${at}`;
        const body = JSON.stringify(aComment({ external_id, body: `Remark ${external_id}` }));
        const { status } = await call(`${service.url}/v1/comments`, { method: 'POST', key: KEY, body });
        expect(status).toBe(201);
        known.push(external_id);
      }
    };
    const first = aComment({ external_id: 'first' });
    const sent = { method: 'POST', key: KEY, body: JSON.stringify(first) };
    await call(`${service.url}/v1/comments`, sent);
    const writers = Promise.all(['a', 'b'].map(writer));
    const before = ['first', ...known];
    const { code, said } = await backedUp(['--to', to]);
    writing = false;
    await writers;
    await service.stop('SIGTERM');

    expect([code, said]).toEqual([0, expect.stringMatching(/default: whole, .* head \d+:/u)]);
    expect((await stat(to)).mode & 0o777).toBe(0o600);
    expect(await names()).toEqual(['copy.db', 'gatepost.db']);
    const restored = await startService(url(to));
    for (const id of before) {
      const { status } = await call(`${restored.url}/v1/comments/${id}`, { key: KEY });
      expect([id, status]).toEqual([id, 200]);
    }
    const more = { method: 'POST', key: KEY, body: JSON.stringify(aComment()) };
    expect((await call(`${restored.url}/v1/comments`, more)).status).toBe(201);
    await restored.stop('SIGTERM');
  }, PATIENCE_MILLISECONDS);

  it('replaces nothing unless it is told to, and never the database itself', async () => {
    await aSite();
    await writeFile(to, 'precious');
    await chmod(to, 0o644);
    await expect(backedUp(['--to', to])).rejects.toThrow('--force');
    expect(await readFile(to, 'utf8')).toBe('precious');
    expect(await backedUp(['--to', to, '--force'])).toMatchObject({ code: 0 });
    expect((await stat(to)).mode & 0o777).toBe(0o600);
    const link = join(folder, 'link.db');
    await symlink(from, link);
    for (const same of [from, link]) {
      await expect(backedUp(['--to', same, '--force'])).rejects.toThrow('the database itself');
    }
    expect(await names()).toEqual(['copy.db', 'gatepost.db', 'link.db']);
    // As beside a service that runs: what it wrote last is in there alone.
    await writeFile(`${from}-wal`, '');
    await expect(backedUp(['--to', `${from}-wal`, '--force'])).rejects.toThrow('a part of the database');
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('leaves nothing behind of %s', async (signal) => {
    await aSite();
    const cut = await backedUp(['--to', to], {
      onPrint: () => process.emit(signal),
    });
    expect(cut).toEqual({ code: 130, said: expect.stringContaining('Nothing was left behind') });
    expect(await names()).toEqual(['gatepost.db']);
  });

  it('keeps no copy that is not sound', async () => {
    await aSite();
    const raw = new Sqlite(from);
    raw.unsafeMode();
    raw.pragma('writable_schema = ON');
    // Its rows are in the order of another column.
    raw.exec(`UPDATE sqlite_schema SET sql = 'CREATE INDEX api_keys_by_id ON api_keys (name)'
      WHERE name = 'api_keys_by_id'`);
    raw.close();
    await expect(backedUp(['--to', to])).rejects.toThrow('the copy is not sound');
    expect(await names()).toEqual(['gatepost.db']);
  });

  it('keeps a copy whose record is not whole, says so, and gives up no other for it', async () => {
    await aSite();
    expect(await backedUp(['--to', to])).toMatchObject({ code: 0 });
    const good = await readFile(to);
    change(from, `UPDATE audit_entries SET kind = 'policy.changed' WHERE sequence = 1`);
    await expect(backedUp(['--to', to, '--force'])).rejects.toMatchObject({ code: 'EEXIST' });
    expect((await readFile(to)).equals(good)).toBe(true);
    const other = join(folder, 'other.db');
    const { code, said } = await backedUp(['--to', other]);
    expect([code, said]).toEqual([1, expect.stringContaining('NOT WHOLE')]);
    expect(await names()).toEqual(['copy.db', 'gatepost.db', 'other.db']);
  });

  it('copies a database of an earlier version as it is: that is what an upgrade wants', async () => {
    await aSite();
    change(from, 'DELETE FROM schema_migrations WHERE version = (SELECT max(version) FROM schema_migrations)');
    const { code, said } = await backedUp(['--to', to]);
    expect([code, said]).toEqual([0, expect.stringContaining('of an earlier version')]);
  });

  it('is restored by the commands of docs/operations.md, also beside a log of another file', async () => {
    await aSite();
    await mkdir(join(folder, 'backups'));
    await mkdir(join(folder, 'data'));
    expect(await backedUp(['--to', join(folder, 'backups/gatepost.db')])).toMatchObject({ code: 0 });
    const data = join(folder, 'data/gatepost.db');
    await copyFile(from, data);
    // As a service leaves it that was killed: its last writes are in the log alone.
    const killed = new Sqlite(data);
    killed.exec(`UPDATE sites SET name = 'Written later'`);
    for (const ending of ['-wal', '-shm']) await copyFile(`${data}${ending}`, `${data}${ending}.kept`);
    killed.close();
    for (const ending of ['-wal', '-shm']) await rename(`${data}${ending}.kept`, `${data}${ending}`);

    const { text } = readSource('docs/operations.md');
    const block = /## Restore\n[^`]*(?:`[^`\n]+`[^`]*)*```\n(.*?)```/su.exec(text)?.[1] ?? '';
    const commands = block.split('\n').filter((line) => !line.startsWith('node '));
    expect(commands.length).toBeGreaterThan(3);
    execFileSync('sh', ['-ec', commands.join('\n')], { cwd: folder });
    const restored = new Sqlite(data);
    expect(restored.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(restored.prepare('SELECT name FROM sites').pluck().get()).toBe('Default');
    restored.close();
  });

  it.each([
    [[], {}, '--to names the file'],
    [['--to', 'x.db', '--colour'], {}, '--colour'],
    [['--to', 'x.db'], { DATABASE_URL: 'sqlite:/nowhere/x.db' }, '/nowhere/x.db'],
    [['--to', 'x.db'], { DATABASE_URL: 'sqlite::memory:' }, 'in memory'],
    [['--to', 'x.db'], { DATABASE_URL: 'postgres://u:secret@h/d' }, 'pg_dump'],
  ])('%j with %j says what is wrong, and no secret', async (args, env, sentence) => {
    const fault: unknown = await backedUp(args, { env }).catch((error: unknown) => error);
    expect(fault).toMatchObject({ message: expect.stringContaining(sentence) });
    expect(String(fault)).not.toContain('secret');
  });
});

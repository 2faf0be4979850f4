import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { exportCommand } from '../../src/commands/export.js';
import { readConfig } from '../../src/config.js';
import { aComment, startTestApp } from '../support/app.js';

let folder: string;
let out: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatepost-export-'));
  out = join(folder, 'site.ndjson');
  const service = await startTestApp({}, `sqlite:${join(folder, 'gatepost.db')}`);
  await service.cms.post('/v1/comments', aComment());
  await service.close();
});
afterEach(async () => rm(folder, { recursive: true }));

async function exported(): Promise<{ readonly code: number; readonly said: string }> {
  const said: string[] = [];
  const config = readConfig({ DATABASE_URL: `sqlite:${join(folder, 'gatepost.db')}` });
  const print = (line: string): number => said.push(line);
  const code = await exportCommand.run({ config, args: ['--out', out, '--quiet'], print });
  return { code, said: said.join('\n') };
}

describe('gatepost export', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'leaves nothing behind when %s cuts it off, and the export that was there',
    async (signal) => {
      await writeFile(out, 'an earlier one');
      process.on('newListener', function sent(event) {
        if (event !== signal) return;
        process.off('newListener', sent);
        // Comes before a file can be opened.
        queueMicrotask(() => process.emit(signal));
      });
      const cut = await exported();
      expect(cut).toEqual({ code: 130, said: 'Cut off. Nothing was left behind.' });
      expect(await readdir(folder)).toEqual(['gatepost.db', 'site.ndjson']);
      expect(await readFile(out, 'utf8')).toBe('an earlier one');
    },
  );

  it('leaves nothing behind when it fails on the way', async () => {
    const raw = new Sqlite(join(folder, 'gatepost.db'));
    raw.exec('ALTER TABLE decisions RENAME TO elsewhere');
    raw.close();
    await expect(exported()).rejects.toThrow('decisions');
    expect(await readdir(folder)).toEqual(['gatepost.db']);
  });
});

import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { UsageError } from '../../src/commands/command.js';
import { compact } from '../../src/commands/compact.js';
import { readConfig } from '../../src/config.js';
import { aComment, startTestApp, type TestApp } from '../support/app.js';

let folder: string;
let path: string;
let service: TestApp;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatepost-compact-'));
  path = join(folder, 'gatepost.db');
  service = await startTestApp({}, `sqlite:${path}`);
});
afterEach(async () => {
  await service.close();
  await rm(folder, { recursive: true });
});

async function compacted(databaseUrl: string, args: readonly string[] = []) {
  const said: string[] = [];
  const config = readConfig({ DATABASE_URL: databaseUrl });
  const print = (line: string): number => said.push(line);
  return { code: await compact.run({ config, args, print }), said: said.join('\n') };
}

const submit = async (external_id: string, body: string) =>
  service.cms.post('/v1/comments', aComment({ external_id, body, author: { external_id, name: external_id } }));

describe('gatepost compact', () => {
  it('gives back the room of what was erased, beside the service that has the file open', async () => {
    for (let at = 0; at < 40; at += 1) {
      await submit(`author-${at}`, `Quillfeather ${at} said ${'so and so much '.repeat(600)}`);
    }
    await submit('somebody-else', 'The ferry was late again.');
    for (let at = 0; at < 40; at += 1) {
      const { body } = await service.admin.get(`/v1/authors/author-${at}`);
      const asked = { confirm: body.id, keep_texts: false, keep_blocks: false };
      const erased = await service.admin.post(`/v1/authors/${body.id}/erase`, asked);
      expect(erased.status).toBe(200);
    }
    const { code, said } = await compacted(`sqlite:${path}`);
    expect(code).toBe(0);
    expect(said).toMatch(/gatepost\.db: \d+\.\d MB before, \d+\.\d MB now\./u);
    const [before = 0, now = 0] = (said.match(/[\d.]+(?= MB)/gu) ?? []).map(Number);
    expect(now).toBeLessThan(before / 2);
    expect((await stat(path)).size / 1e6).toBeCloseTo(now, 1);
    expect(await readFile(path, 'latin1')).not.toMatch(/quillfeather/iu);
    const found = await service.moderator.get('/v1/comments?text=ferry');
    expect(found.body.data).toHaveLength(1);
    expect((await submit('after', 'And once more, the ferry.')).status).toBe(201);
  });

  it('is for files of SQLite that are there, and takes no words', async () => {
    await expect(compacted('postgres://u@localhost/g')).rejects.toThrow(UsageError);
    await expect(compacted('sqlite::memory:')).rejects.toThrow(UsageError);
    await expect(compacted(`sqlite:${path}`, ['now'])).rejects.toThrow(UsageError);
    await expect(compacted(`sqlite:${join(folder, 'none.db')}`)).rejects.toThrow(/no database/u);
  });
});

import { mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { buildService } from '../../scripts/build/service.js';
import { aComment } from '../support/app.js';
import { call, databaseFolder, runCommand, type Service, startService } from '../support/service.js';
import { readFile as readSource, ROOT } from '../support/source-tree.js';

const manifest = JSON.parse(readSource('package.json').text);
const KEY = 'gp_01JD0000000000000000000000_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';

/** A folder as the image has it, with what is built made anew. */
let folder = '';
const program = () => [join(folder, 'dist/main.js')];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatepost-build-'));
  for (const name of ['package.json', 'node_modules', ...manifest.files]) {
    if (name !== 'dist') await symlink(join(ROOT, name), join(folder, name));
  }
  await mkdir(join(folder, 'dist'));
  await buildService(join(folder, 'dist'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('What npm run build makes', () => {
  it('finds what stands beside it from every file', async () => {
    const entries = await readdir(join(folder, 'dist'), { withFileTypes: true });
    expect(entries.filter((entry) => entry.isDirectory())).toEqual([]);
    expect(await runCommand(['version'], {}, program())).toEqual({
      code: 0,
      said: `${manifest.version}\n`,
    });
  });

  it('serves: judges by the model that comes with it, and shows the page of its API', async () => {
    const { env, remove } = await databaseFolder();
    let service: Service | null = null;
    try {
      service = await startService({ ...env, GATEPOST_ADMIN_KEY: KEY }, program());
      const { status, body } = await call(`${service.url}/v1/preview`, {
        method: 'POST',
        key: KEY,
        body: JSON.stringify(aComment({ body: 'You are a clueless moron.' })),
      });
      expect([status, body.verdict?.action]).toEqual([200, 'hold']);
      const { status: shown, body: page } = await call(`${service.url}/docs`, {});
      expect(shown).toBe(200);
      expect(page).toContain('<title>Gatepost API</title>');
      expect(await service.stop('SIGTERM')).toBe(0);
    } finally {
      await service?.stop('SIGKILL');
      await remove();
    }
  });

  it('comes with the licences of what is in it', async () => {
    const text = await readFile(join(folder, 'dist/THIRD-PARTY.txt'), 'utf8');
    for (const name of ['fastify', 'kysely', 'pg', 'ajv', 'pino']) {
      expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+: MIT$`, 'm'));
    }
    expect(text.match(/Permission is hereby granted/g)?.length).toBeGreaterThan(20);
  });

  it('has none of the packages that only make it', async () => {
    const text = await readFile(join(folder, 'dist/THIRD-PARTY.txt'), 'utf8');
    for (const name of Object.keys(manifest.devDependencies)) {
      expect(text).not.toMatch(new RegExp(`^${name} \\d`, 'm'));
    }
  });
});

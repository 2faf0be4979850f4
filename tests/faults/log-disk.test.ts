import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, describe, expect, it } from 'vitest';

import { type SmallDisk, smallDisk } from '../support/disks.js';
import { eventually, numbered } from '../support/eventually.js';
import { freePort } from '../support/free-port.js';
import { BUILT, call } from '../support/service.js';
import { ROOT } from '../support/source-tree.js';

const KEY = 'an-admin-key-of-this-test';
const CLIENTS = 8;
/** Lines of more than two megabytes in all: more than may wait. */
const REQUESTS_EACH = 1_500;

const running: ChildProcess[] = [];
const disks: SmallDisk[] = [];

afterEach(async () => {
  for (const service of running.splice(0)) {
    if (service.exitCode !== null || service.signalCode !== null) continue;
    service.kill('SIGKILL');
    await once(service, 'close');
  }
  for (const disk of disks.splice(0)) disk.remove();
});

function diskOf(megabytes: number): SmallDisk {
  const disk = smallDisk(megabytes);
  disks.push(disk);
  return disk;
}

/** Leaves no room on a disk; the answer gives it back. */
function fill({ folder }: SmallDisk): () => void {
  const ballast = join(folder, 'ballast');
  const written = (): void => writeFileSync(ballast, Buffer.alloc(64 * 1024), { flag: 'a' });
  expect(() => {
    for (;;) written();
  }).toThrow('ENOSPC');
  return () => rmSync(ballast);
}

interface Logging {
  readonly url: string;
  logged(): string;
  ended(): Promise<number | null>;
}

/** The service with its standard output in a file, as a supervisor starts it. */
async function served(data: SmallDisk, log: SmallDisk): Promise<Logging> {
  const path = join(log.folder, 'gatepost.log');
  const port = await freePort();
  const output = openSync(path, 'a');
  const child = spawn(process.execPath, [...BUILT, 'serve'], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'] ?? '',
      PORT: String(port),
      DATABASE_URL: `sqlite:${data.folder}/gatepost.db`,
      GATEPOST_ADMIN_KEY: KEY,
      GATEPOST_MODEL: 'none',
      GATEPOST_RATE_PER_KEY: '0',
    },
    stdio: ['ignore', output, 'inherit'],
  });
  closeSync(output);
  running.push(child);
  const url = `http://127.0.0.1:${port}`;
  await eventually(async () => {
    expect((await call(`${url}/livez`, {})).status).toBe(200);
  });
  return {
    url,
    logged: () => readFileSync(path, 'utf8'),
    ended: async () => {
      const gone = once(child, 'close');
      child.kill('SIGTERM');
      await gone;
      return child.exitCode;
    },
  };
}

async function submitted({ url }: Logging): Promise<void> {
  const body = JSON.stringify({
    thread: { external_id: 'article-1' },
    author: { name: 'Reader' },
    body: 'The bridge is closed again.',
  });
  const { status } = await call(`${url}/v1/comments`, { key: KEY, method: 'POST', body });
  expect(status).toBe(201);
}

/** The lines of requests; each line of the log must be whole. */
function requestsIn(log: string): string[] {
  const lines = log.split('\n').filter((line) => line.startsWith('{'));
  const read = lines.map((line) => JSON.parse(line) as { msg: string; request_id: string });
  return read.filter(({ msg }) => msg === 'request').map((line) => line.request_id);
}

async function lostLines({ url }: Logging): Promise<number> {
  const { body } = await call(`${url}/metrics`, {});
  return Number(/^gatepost_log_lines_lost_total (\d+)$/mu.exec(body as string)?.[1]);
}

describe('A service whose log is on a full disk', () => {
  it('takes comments, and logs on when there is room, with what had waited', async () => {
    const log = diskOf(4);
    const service = await served(diskOf(64), log);
    await submitted(service);
    expect(await lostLines(service)).toBe(0);
    const makeRoom = fill(log);
    const client = async (): Promise<void> => {
      for (let at = 0; at < REQUESTS_EACH; at += 1) {
        expect((await call(`${service.url}/v1/policy`, { key: KEY })).status).toBe(200);
      }
    };
    await Promise.all(numbered(CLIENTS, client));
    await submitted(service);
    const lost = await lostLines(service);
    expect(lost).toBeGreaterThan(0);

    makeRoom();
    await submitted(service);
    const made = CLIENTS * REQUESTS_EACH + 3;
    await eventually(async () => {
      const found = requestsIn(service.logged());
      expect(found.length).toBe(made - (await lostLines(service)));
      expect(new Set(found).size).toBe(found.length);
    });
    await submitted(service);
    expect(await service.ended()).toBe(0);
    expect(service.logged()).toMatch(/"msg":"request"\}\n.*"stopping.*"\}\n.*"msg":"stopped"\}\n$/u);
  });

  it('starts, serves and stops', async () => {
    const log = diskOf(1);
    fill(log);
    const service = await served(diskOf(64), log);
    await submitted(service);
    await submitted(service);
    expect(await service.ended()).toBe(0);
    expect(service.logged()).toBe('');
  });
});

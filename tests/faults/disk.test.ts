import { execFileSync } from 'node:child_process';

import { afterEach, describe, expect, it } from 'vitest';

import { type Disk, failingDisk, smallDisk } from '../support/disks.js';
import { BUILT, call, runCommand, type Service, startService } from '../support/service.js';

const KEY = 'an-admin-key-of-this-test';
/** So many refusals end the stream. */
const REFUSED_MIN = 20;
const SENDERS = 4;
/** The numbers below it are for what is sent before that. */
const SENT_BEFORE = 5;
/** Long before so many the disks of these tests are full. */
const SENT_MAX = 5_000;

const running: Service[] = [];
const disks: Disk[] = [];

afterEach(async () => {
  for (const service of running.splice(0)) await service.stop('SIGKILL');
  for (const disk of disks.splice(0)) disk.remove();
});

const environment = ({ folder }: Disk) => ({
  DATABASE_URL: `sqlite:${folder}/data/gatepost.db`,
  GATEPOST_ADMIN_KEY: KEY,
  GATEPOST_MODEL: 'none',
});

async function served(disk: Disk): Promise<Service> {
  const service = await startService(environment(disk), BUILT);
  running.push(service);
  return service;
}

type Answer = Awaited<ReturnType<typeof call>>;

interface Sent {
  readonly key: string;
  readonly answer: Answer;
}

async function submit({ url }: Service, at: number): Promise<Sent> {
  const key = `submit-${at}`;
  const body = JSON.stringify({
    external_id: key,
    thread: { external_id: `article-${at % 7}` },
    author: { name: `Reader ${at}` },
    body: `Remark number ${at}. ${'A sentence that takes some room on the disk. '.repeat(60)}`,
  });
  const init = { key: KEY, method: 'POST', headers: { 'idempotency-key': key }, body };
  return { key, answer: await call(`${url}/v1/comments`, init) };
}

/** Submits until the disk has refused a number of them. */
async function untilRefused(service: Service): Promise<{ kept: Sent[]; refused: Sent[] }> {
  const kept: Sent[] = [];
  const refused: Sent[] = [];
  let at = SENT_BEFORE;
  const stream = async (): Promise<void> => {
    while (refused.length < REFUSED_MIN && at < SENT_MAX) {
      at += 1;
      const sent = await submit(service, at);
      (sent.answer.status === 201 ? kept : refused).push(sent);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, stream));
  return { kept, refused };
}

async function stored({ url }: Service): Promise<string[]> {
  const found: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Answer = await call(`${url}/v1/comments?limit=100${cursor}`, { key: KEY });
    expect(page.status).toBe(200);
    found.push(...page.body.data.map((comment: { external_id: string }) => comment.external_id));
    cursor = page.body.next_cursor === null ? null : `&cursor=${page.body.next_cursor}`;
  }
  return found.sort();
}

const keysOf = (sent: readonly Sent[]): string[] => sent.map(({ key }) => key).sort();

function expectRefusals(refused: readonly Sent[], detail: string): void {
  expect(refused.length).toBeGreaterThanOrEqual(REFUSED_MIN);
  for (const { answer } of refused) {
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/u);
    expect(answer.body).toMatchObject({ code: 'storage_unavailable', detail });
  }
}

async function expectWhole(disk: Disk): Promise<void> {
  const verified = await runCommand(['verify-audit'], environment(disk), BUILT);
  expect(verified).toMatchObject({ code: 0 });
}

describe('A service whose disk is full', () => {
  it('refuses with 503, answers what is asked, and goes on when there is room', async () => {
    const disk = smallDisk(6);
    disks.push(disk);
    const service = await served(disk);
    const { kept, refused } = await untilRefused(service);
    expect(kept.length).toBeGreaterThan(0);
    expectRefusals(refused, 'The disk of the database is full.');
    expect(await stored(service)).toEqual(keysOf(kept));
    expect(service.said()).toContain('make room on the disk of the database');

    disk.resize(64);
    for (const { key } of refused) {
      const again = await submit(service, Number(key.replace('submit-', '')));
      expect(again.answer.status).toBe(201);
    }
    expect(await stored(service)).toEqual(keysOf([...kept, ...refused]));
    expect(await service.stop('SIGTERM')).toBe(0);
    await expectWhole(disk);
  });

  it('has nothing by halves when it is killed while the disk is full, and starts again', async () => {
    const disk = smallDisk(6);
    disks.push(disk);
    const first = await served(disk);
    const { kept } = await untilRefused(first);
    await first.stop('SIGKILL');
    disk.resize(64);
    const second = await served(disk);
    expect(await stored(second)).toEqual(keysOf(kept));
    await expectWhole(disk);
  });
});

describe('A service whose files may not grow', () => {
  it('refuses with 503, and goes on when they may', async () => {
    const disk = smallDisk(64);
    disks.push(disk);
    const service = await served(disk);
    const limit = (bytes: string): Buffer =>
      execFileSync('prlimit', [`--pid=${service.process.pid ?? 0}`, `--fsize=${bytes}:unlimited`]);
    limit(String(3 * 1024 * 1024));
    const { kept, refused } = await untilRefused(service);
    expectRefusals(refused, 'The disk of the database does not work.');
    expect(await stored(service)).toEqual(keysOf(kept));
    limit('unlimited');
    expect((await submit(service, SENT_MAX + 1)).answer.status).toBe(201);
    await expectWhole(disk);
  });
});

describe('A service whose disk becomes read-only', () => {
  it('refuses with 503, answers what is asked, and has all after the repair', async () => {
    const disk = failingDisk();
    disks.push(disk);
    const first = await served(disk);
    const numbers = Array.from({ length: SENT_BEFORE }, (_, at) => at);
    const before = await Promise.all(numbers.map(async (at) => submit(first, at)));
    expect(before.map(({ answer }) => answer.status)).toEqual(numbers.map(() => 201));
    disk.becomeReadOnly();
    const { kept, refused } = await untilRefused(first);
    expect(kept).toEqual([]);
    expectRefusals(refused, 'The disk of the database does not work.');
    expect(await stored(first)).toEqual(keysOf(before));

    await first.stop('SIGKILL');
    const inVain = await runCommand(['serve'], { ...environment(disk), PORT: '0' }, BUILT);
    expect(inVain.code).toBe(1);
    expect(inVain.said).toContain('read-only');

    disk.repair();
    const second = await served(disk);
    expect(await stored(second)).toEqual(keysOf(before));
    expect((await submit(second, SENT_MAX + 1)).answer.status).toBe(201);
    await expectWhole(disk);
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';

import { numbered } from '../support/eventually.js';
import { ADMIN_KEY, newsroom, send } from '../support/killing/acts.js';
import { seeded } from '../support/killing/seed.js';
import { processFigures } from '../support/process-figures.js';
import { BUILT, call, databaseFolder, type Service, startService } from '../support/service.js';

const SECONDS = Number(process.env['SOAK_SECONDS'] ?? 90);
const CLIENTS = 8;
/** The first quarter fills caches: what is compared begins behind it. */
const QUARTERS = 4;
/** What the heap and the descriptors may differ by from one part of a run to another. */
const HEAP_MEGABYTES_MAX = 12;
const DESCRIPTORS_MAX = 10;

const READS = [
  '/v1/comments?limit=50',
  '/v1/comments?status=pending&limit=20',
  '/v1/comments?q=figures',
  '/v1/queue?limit=20',
  '/v1/threads/article/comments?limit=50',
  '/v1/audit?limit=50',
  '/v1/statistics',
];

interface Sample {
  readonly heapMegabytes: number;
  readonly residentMegabytes: number;
  readonly descriptors: number;
}

let folder: Awaited<ReturnType<typeof databaseFolder>>;
let service: Service;

beforeAll(async () => {
  folder = await databaseFolder();
  service = await startService(
    { ...folder.env, GATEPOST_ADMIN_KEY: ADMIN_KEY, LOG_LEVEL: 'error' },
    BUILT,
  );
});
afterAll(async () => {
  await service.stop('SIGTERM');
  await folder.remove();
});

async function sample(): Promise<Sample> {
  const metrics = await call(`${service.url}/metrics`, {});
  const heap = Number(/^nodejs_heap_size_used_bytes (\S+)$/mu.exec(String(metrics.body))?.[1]);
  return { heapMegabytes: heap / 2 ** 20, ...(await processFigures(service.process.pid ?? 0)) };
}

/** Half of it acts, as a newsroom's and its readers', and half looks at what is there. */
async function work(client: number, until: number): Promise<ReadonlyMap<number, number>> {
  const random = seeded(`soak ${client}`);
  const acts = newsroom(random, `soak-${client}`);
  const statuses = new Map<number, number>();
  while (performance.now() < until) {
    const acted = await send(service.url, acts.next());
    acts.saw(acted);
    const read = await call(`${service.url}${random.pick(READS)}`, { key: ADMIN_KEY });
    for (const { status } of [acted, read]) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  return statuses;
}

/** Looks at the service until the work is over. */
async function watched(works: Promise<unknown>): Promise<readonly Sample[]> {
  const state = { over: false };
  const end = (): void => {
    state.over = true;
  };
  void works.then(end, end);
  const samples: Sample[] = [];
  while (!state.over) samples.push(await sample());
  return samples;
}

/** The floor of the heap, which is what stays after collections; and the most of the others. */
function quarter(samples: readonly Sample[], at: number): Sample {
  const size = Math.floor(samples.length / QUARTERS);
  const part = samples.slice(at * size, (at + 1) * size);
  return {
    heapMegabytes: Math.min(...part.map((each) => each.heapMegabytes)),
    residentMegabytes: Math.max(...part.map((each) => each.residentMegabytes)),
    descriptors: Math.max(...part.map((each) => each.descriptors)),
  };
}

it(
  `holds no more memory and no more files after ${SECONDS} seconds of mixed load`,
  { timeout: (SECONDS + 60) * 1000 },
  async () => {
    const until = performance.now() + SECONDS * 1000;
    const works = Promise.all(numbered(CLIENTS, async (client) => work(client, until)));
    const samples = await watched(works);
    const statuses = new Map<number, number>();
    for (const each of await works) {
      for (const [status, count] of each) statuses.set(status, (statuses.get(status) ?? 0) + count);
    }
    const quarters = numbered(QUARTERS, (at) => quarter(samples, at));
    process.stdout.write(`soak of ${SECONDS} s: ${JSON.stringify([...statuses].sort())}\n`);
    for (const { heapMegabytes, residentMegabytes, descriptors } of quarters) {
      process.stdout.write(
        `heap ${heapMegabytes.toFixed(1)} MB, resident ${residentMegabytes.toFixed(0)} MB, ` +
          `descriptors ${descriptors}\n`,
      );
    }
    expect([...statuses.keys()].filter((status) => status >= 500)).toEqual([]);
    const [, second, , last] = quarters;
    if (second === undefined || last === undefined) throw new Error('nothing was looked at');
    expect(last.heapMegabytes - second.heapMegabytes).toBeLessThan(HEAP_MEGABYTES_MAX);
    expect(last.descriptors - second.descriptors).toBeLessThan(DESCRIPTORS_MAX);
  },
);

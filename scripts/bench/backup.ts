/**
 * npm run bench:backup [-- COMMENTS]
 *
 * What a backup and a copy take with that many imported comments (30,000 unless said otherwise),
 * and what a service that is submitted to meanwhile feels of it: alternately left alone, beside
 * `gatepost backup`, and beside `VACUUM INTO`. Then `gatepost copy` into a file and into
 * PostgreSQL, each twice: the second run finds nothing to write.
 */
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { startPostgres } from '../../tests/support/postgres/server.js';
import { table } from '../accuracy/table.js';
import { writeFileOf } from './import-files.js';
import { commentOf } from './load/comments.js';
import { type Child, cpuOf, spawnNode, startChild } from './service/child.js';

const COMMENTS_DEFAULT = 30_000;
const ROUNDS = 3;
const QUIET_MILLISECONDS = 5_000;
/** Until the code of the service is compiled. */
const WARM_UP_MILLISECONDS = 5_000;
const CONNECTIONS = 4;
const KEY = 'a-key-for-the-benchmark-0123456789';
/** Loaded before a command: says at its end how long it used the processor. */
const TELL_CPU =
  'data:text/javascript,process.on("exit",()=>{const{user,system}=process.cpuUsage();' +
  'process.stderr.write("cpu "+(user+system))})';
const COLUMNS = ['seconds', 'rate', 'p50', 'p99', 'cpu', 'wal'] as const;

let sent = 0;

const count = Number(process.argv[2] ?? COMMENTS_DEFAULT);
const folder = await mkdtemp(join(tmpdir(), 'gatepost-bench-'));
const path = join(folder, 'gatepost.db');
const env = {
  DATABASE_URL: `sqlite:${path}`,
  GATEPOST_ADMIN_KEY: KEY,
  GATEPOST_RATE_PER_KEY: '0',
  LOG_LEVEL: 'warn',
  PORT: '0',
};
try {
  const file = join(folder, 'comments.ndjson');
  await writeFileOf('ndjson', file, count);
  await ran(['dist/main.js', 'sites', 'create', 'default']);
  await ran(['dist/main.js', 'import', file, '--quiet']);
  const { size } = await stat(path);
  process.stdout.write(`${count} comments, ${(size / 1e6).toFixed(0)} MB\n\n`);
  await besideService();
  await copies();
} finally {
  await rm(folder, { recursive: true });
}

interface Took {
  readonly seconds: number;
  /** Seconds of the processor. */
  readonly cpu: number;
}

/** Runs node with those arguments to its end. */
async function ran(args: readonly string[]): Promise<Took> {
  const start = performance.now();
  const watched = ['--import', TELL_CPU, ...args];
  const child = spawnNode({ args: watched, env, core: null }, ['ignore', 'pipe', 'pipe']);
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error(said);
  const cpu = Number(/cpu (\d+)$/u.exec(said)?.[1]) / 1e6;
  return { seconds: (performance.now() - start) / 1000, cpu };
}

async function besideService(): Promise<void> {
  const to = join(folder, 'copy.db');
  const vacuum = `new (require('better-sqlite3'))(${JSON.stringify(path)}, { readonly: true })
    .exec("VACUUM INTO '${to}'")`;
  const beside: Readonly<Record<string, () => Promise<unknown>>> = {
    'left alone': async () => setTimeout(QUIET_MILLISECONDS),
    'gatepost backup': async () => ran(['dist/main.js', 'backup', '--to', to, '--quiet']),
    'VACUUM INTO': async () => ran(['-e', vacuum]),
  };
  const felt = new Map(Object.keys(beside).map((name) => [name, [] as Felt[]]));
  const service = await startChild({ args: ['dist/main.js'], env, core: null });
  await submitted(service, async () => setTimeout(WARM_UP_MILLISECONDS));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, work] of Object.entries(beside)) {
      felt.get(name)?.push(await submitted(service, work));
      await rm(to, { force: true });
    }
  }
  await service.stop();
  const head = ['beside', 's', 'submits/s', 'p50 ms', 'p99 ms', 'CPU ms/submit', '-wal MB'];
  const rows = [...felt].map(([name, all]) => [
    name,
    ...COLUMNS.map((column) => median(all, column)),
  ]);
  process.stdout.write(`${table(head, rows)}\n\n`);
}

type Felt = Readonly<Record<(typeof COLUMNS)[number], number>>;

function median(all: readonly Felt[], column: keyof Felt): string {
  const sorted = all.map((each) => each[column]).toSorted((a, b) => a - b);
  return (sorted[Math.floor(sorted.length / 2)] ?? Number.NaN).toFixed(column === 'rate' ? 0 : 1);
}

/** Submits on some connections while `work` is done, one after the other on each. */
async function submitted({ url, pid }: Child, work: () => Promise<unknown>): Promise<Felt> {
  const times: number[] = [];
  let [ended, wal] = [false, 0];
  const writer = async (): Promise<void> => {
    while (!ended) {
      sent += 1;
      const start = performance.now();
      const answer = await fetch(`${url}/v1/comments`, {
        method: 'POST',
        headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
        body: JSON.stringify(commentOf(sent)),
      });
      if (answer.status !== 201) throw new Error(await answer.text());
      await answer.arrayBuffer();
      times.push(performance.now() - start);
      wal = Math.max(wal, (await stat(`${path}-wal`)).size);
    }
  };
  const [start, used] = [performance.now(), cpuOf(pid)];
  const writers = Promise.all(Array.from({ length: CONNECTIONS }, writer));
  await work();
  const seconds = (performance.now() - start) / 1000;
  const cpu = (cpuOf(pid) - used) / 1000 / times.length;
  ended = true;
  await writers;
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  const rate = times.length / seconds;
  return { seconds, rate, p50: at(0.5), p99: at(0.99), cpu, wal: wal / 1e6 };
}

async function copies(): Promise<void> {
  const server = await startPostgres({ durable: true });
  const rows: string[][] = [];
  const alone = ['dist/main.js', 'backup', '--to', join(folder, 'alone.db'), '--quiet'];
  rows.push(['backup', ...cells(await ran(alone))]);
  try {
    for (const [name, to] of [
      ['a file', `sqlite:${join(folder, 'copied.db')}`],
      ['PostgreSQL', server.url],
    ] as const) {
      const urls = ['--from', `sqlite:${path}`, '--to', to];
      const copy = ['dist/main.js', 'copy', ...urls, '--final', '--quiet'];
      for (const run of [`copy to ${name}`, 'again, nothing to write']) {
        rows.push([run, ...cells(await ran(copy))]);
      }
    }
  } finally {
    await server.stop();
  }
  process.stdout.write(`${table(['', 's', 'CPU s'], rows)}\n`);
}

function cells({ seconds, cpu }: Took): readonly string[] {
  return [seconds.toFixed(1), cpu.toFixed(1)];
}

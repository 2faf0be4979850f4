import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

import BetterSqlite3 from 'better-sqlite3';

import { type Child, cpuOf, memoryOf, startChild } from './child.js';
import type { Cores } from './machine.js';

/** Something that answers requests, started anew for each round. */
export interface Subject {
  readonly name: string;
  readonly path: string;
  readonly expected: number;
  start(): Promise<Running>;
}

export interface Running {
  readonly urls: readonly string[];
  readonly key: string;
  /** Microseconds of the processor that its processes have used, and those of a database server. */
  readonly cpu: () => number;
  readonly databaseCpu: () => number;
  /** Resident, in MB. */
  readonly memory: () => number;
  /** Stops it, and counts what it stored by what became of it; null where it stores nothing. */
  end(): Promise<Mix | null>;
}

export type Mix = Readonly<Record<string, number>>;

export interface Place {
  readonly folder: string;
  readonly cores: Cores;
}

const SUBMIT = { path: '/v1/comments', expected: 201 };
const NO_KEY = '-';

/** Fastify alone; with so many bytes in its answer, or 0 for as few as it takes. */
export function bare(name: string, { cores }: Place, answerBytes: number): Subject {
  const env = { BENCH_ANSWER_BYTES: String(answerBytes) };
  return {
    name,
    ...SUBMIT,
    start: async () => {
      const args = ['--import', 'tsx', 'scripts/bench/servers/bare.ts'];
      const child = await startChild({ args, env, core: cores.server });
      return running([child], NO_KEY, () => null);
    },
  };
}

/** The handler that people write by hand, on a new file. */
export function byHand(name: string, { folder, cores }: Place): Subject {
  return {
    name,
    ...SUBMIT,
    start: async () => {
      const path = join(folder, 'by-hand.db');
      const args = ['--import', 'tsx', 'scripts/bench/servers/by-hand.ts'];
      const env = { BENCH_DATABASE: path };
      const child = await startChild({ args, env, core: cores.server });
      return running([child], NO_KEY, () => countedAndGone(path));
    },
  };
}

/** The built service on a new SQLite file, or on one that is there and grows with each round. */
export function gatepost(
  name: string,
  { folder, cores }: Place,
  more: Partial<Settings> = {},
): Subject {
  const settings: Settings = { ...SUBMIT, env: {}, kept: null, main: BUILT, ...more };
  const { path, expected, env, kept, main } = settings;
  return {
    name,
    path,
    expected,
    start: async () => {
      const file = kept ?? join(folder, 'gatepost.db');
      const before = kept === null ? {} : countedIn(kept);
      const key = newKey();
      const child = await startGatepost(`sqlite:${file}`, key, { core: cores.server, env, main });
      return running([child], key, () => {
        if (kept === null) return countedAndGone(file);
        return without(countedIn(kept), before);
      });
    },
  };
}

interface Settings {
  readonly path: string;
  readonly expected: number;
  readonly env: Readonly<Record<string, string>>;
  /** The path of a database that is there. */
  readonly kept: string | null;
  /** What is started. */
  readonly main: string;
}

/** What `npm run build` makes of this working copy. */
const BUILT = 'dist/main.js';

export const newKey = (): string => `gp_bench_${randomBytes(18).toString('hex')}`;

/** One caller sends all of it: the limits of what one may send are off. */
const SETTINGS = {
  HOST: '127.0.0.1',
  PORT: '0',
  LOG_LEVEL: 'warn',
  GATEPOST_RATE_PER_KEY: '0',
  GATEPOST_RATE_PER_ADDRESS: '0',
};

/** The service as `npm start` builds it, with one admin key, logging what it has to warn of. */
export async function startGatepost(
  database: string,
  key: string,
  { core, env, main = BUILT }: { readonly core: string | null } & Partial<Settings>,
): Promise<Child> {
  const settings = { ...SETTINGS, DATABASE_URL: database, GATEPOST_ADMIN_KEY: key, ...env };
  return startChild({ args: [main], env: settings, core });
}

/** Servers that run, and what is to be counted once they have stopped. */
export function running(
  children: readonly Child[],
  key: string,
  counted: () => Mix | null | Promise<Mix>,
): Running {
  return {
    urls: children.map(({ url }) => url),
    key,
    cpu: () => children.reduce((sum, { pid }) => sum + cpuOf(pid), 0),
    databaseCpu: () => 0,
    memory: () => children.reduce((sum, { pid }) => sum + memoryOf(pid), 0),
    end: async () => {
      await Promise.all(children.map(async (child) => child.stop()));
      return counted();
    },
  };
}

/** What came since. */
function without(all: Mix, before: Mix): Mix {
  return Object.fromEntries(
    Object.entries(all).map(([status, count]) => [status, count - (before[status] ?? 0)]),
  );
}

function countedAndGone(path: string): Mix {
  const mix = countedIn(path);
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
  return mix;
}

/** The comments of a SQLite file by their status. */
export function countedIn(path: string): Mix {
  const db = new BetterSqlite3(path, { readonly: true });
  const sql = 'SELECT status, count(*) FROM comments GROUP BY status ORDER BY status';
  const rows = db.prepare(sql).raw().all() as [string, number][];
  db.close();
  return Object.fromEntries(rows);
}

import { execFileSync } from 'node:child_process';
import { closeSync, fdatasyncSync, openSync, readFileSync, statfsSync, writeSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';

import BetterSqlite3 from 'better-sqlite3';

/** Which processor each process is kept on, as `taskset -c` names them; null for any. */
export interface Cores {
  readonly server: string | null;
  readonly second: string | null;
  readonly database: string | null;
  readonly load: string | null;
  /** The sentence for the page. */
  readonly says: string;
}

const TMPFS = 0x0102_1994;
const SYNCS = 300;
const SYNC_BYTES = 4_096;

export function cores(): Cores {
  const count = availableParallelism();
  if (count < 2 || !hasTaskset()) {
    const says = 'Nothing is pinned to a core: there is no taskset here, or only one core.';
    return { server: null, second: null, database: null, load: null, says };
  }
  const pinned = { server: '0', load: '1' };
  const both = 'The server is pinned to one core and the load generator to another';
  if (count < 4) {
    const says = `${both}; PostgreSQL and a second instance go where there is room.`;
    return { ...pinned, second: null, database: null, says };
  }
  const says = `${both}; a second instance has a third core, PostgreSQL the others.`;
  return { ...pinned, second: '2', database: count === 4 ? '3' : `3-${count - 1}`, says };
}

function hasTaskset(): boolean {
  try {
    execFileSync('taskset', ['-c', '0', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** What the figures were taken on and of, in sentences. */
export function machine(folder: string): string {
  const { node, v8 } = process.versions;
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  return [
    `${model}, ${availableParallelism()} cores, ${memory}; Node.js ${node} (V8 ${v8}),`,
    `Fastify ${versionOf('fastify')}, better-sqlite3 ${versionOf('better-sqlite3')} (SQLite`,
    `${sqliteVersion()}); commit ${commit()}. When the run began, ${busy()} processes were at work`,
    `or waiting for a core (load average). ${disk(folder)}`,
  ].join(' ');
}

const busy = (): string => (loadavg()[0] ?? NaN).toFixed(1);

function versionOf(name: string): string {
  const path = join(import.meta.dirname, '../../../node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}

function sqliteVersion(): string {
  const db = new BetterSqlite3(':memory:');
  const version = String(db.prepare('SELECT sqlite_version()').pluck().get());
  db.close();
  return version;
}

function commit(): string {
  try {
    const said = (...args: string[]): string =>
      execFileSync('git', args, { encoding: 'utf8', stdio: 'pipe' }).trim();
    const changed = said('status', '--porcelain', '--untracked-files=no') === '';
    return `${said('rev-parse', '--short', 'HEAD')}${changed ? '' : ' with changes'}`;
  } catch {
    return 'unknown';
  }
}

/** What it costs to have a page on the disk there: "durable" is worth as much as this. */
function disk(folder: string): string {
  if (statfsSync(folder).type === TMPFS) {
    return 'THE DATABASES LAY IN MEMORY (tmpfs): nothing was durable. Give --folder on a disk.';
  }
  const file = openSync(join(folder, 'sync'), 'w');
  const page = Buffer.alloc(SYNC_BYTES, 1);
  const times = Array.from({ length: SYNCS }, (_, at) => {
    writeSync(file, page, 0, SYNC_BYTES, at * SYNC_BYTES);
    const start = performance.now();
    fdatasyncSync(file);
    return performance.now() - start;
  }).toSorted((a, b) => a - b);
  closeSync(file);
  const at = (share: number): string => (times[Math.floor(SYNCS * share)] ?? NaN).toFixed(2);
  return `Writing 4 KiB to its disk and waiting until they are there (fdatasync) takes ${at(0.5)} ms, ` +
    `${at(0.99)} ms one time in a hundred.`;
}

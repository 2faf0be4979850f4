/**
 * npm run bench:import [-- COMMENTS]
 *
 * Needs `npm run build`. How long `gatepost import` takes for that many comments (100,000 unless
 * said otherwise) in each format, and how much memory at most: the command as its own process, into
 * a new database with synchronous commits, in a folder that is removed afterwards. Then the export
 * of it and its import.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { table } from '../accuracy/table.js';
import { FORMATS, writeFileOf } from './import-files.js';

const COMMENTS_DEFAULT = 100_000;
const ROOT = new URL('../../', import.meta.url).pathname;
/** Loaded before the service: says at the end how much memory the process held at most. */
const TELL_MEMORY =
  'data:text/javascript,process.on("exit",()=>process.stderr.write(' +
  '"peak "+Math.round(process.resourceUsage().maxRSS/1024)+" MB"))';

const count = Number(process.argv[2] ?? COMMENTS_DEFAULT);
const folder = await mkdtemp(join(tmpdir(), 'gatepost-bench-'));
const rows: string[][] = [];
try {
  for (const format of FORMATS) {
    const file = join(folder, `comments.${format}`);
    await writeFileOf(format, file, count);
    await gatepost(format, ['sites', 'create', 'default']);
    rows.push(await measured(`import ${format}`, { format, file, args: ['import', file] }));
  }
  const file = join(folder, 'export.ndjson');
  const out = ['export', '--out', file];
  rows.push(await measured('export', { format: 'wxr', file, args: out }));
  rows.push(await measured('import of the export', { format: 'back', file, args: ['import', file] }));
} finally {
  await rm(folder, { recursive: true });
}
process.stdout.write(`${count} comments\n\n${table(['', 's', 'peak MB', 'file MB'], rows)}\n`);

/** Runs the command on a database of its own, and says how long it took and what it needed. */
async function measured(
  name: string,
  run: { readonly format: string; readonly file: string; readonly args: readonly string[] },
): Promise<string[]> {
  const start = performance.now();
  const peak = await gatepost(run.format, [...run.args, '--quiet']);
  const seconds = (performance.now() - start) / 1000;
  const { size } = await stat(run.file);
  return [name, seconds.toFixed(1), String(peak), (size / 1e6).toFixed(0)];
}

/** Peak resident memory in MB, as the process itself says at its end. */
async function gatepost(database: string, args: readonly string[]): Promise<number> {
  const child = spawn(
    process.execPath,
    ['--import', TELL_MEMORY, 'dist/main.js', ...args],
    {
      cwd: ROOT,
      env: { PATH: process.env['PATH'], DATABASE_URL: `sqlite:${join(folder, database)}.db` },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error(said);
  return Number(/peak (\d+) MB/u.exec(said)?.[1] ?? Number.NaN);
}

/**
 * npm run bench:builds -- [--rounds 3] [--seconds 3] [--on sqlite,preview,postgres] FOLDER FOLDER …
 *
 * Several builds of the service side by side, in turns: what a change costs or gains, on a machine
 * where others work too. Each folder is a working copy in which `npm run build` was run, or one
 * with a dist/ and the other files that package.json names.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { startLoad } from './service/load.js';
import { cores } from './service/machine.js';
import { benchPostgres, onPostgres } from './service/postgres.js';
import { inRounds, type Measured } from './service/rounds.js';
import { gatepost, type Place, type Subject } from './service/subjects.js';

const { values: given, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '3' },
    warm: { type: 'string', default: '6' },
    on: { type: 'string', default: 'sqlite' },
  },
});
const folder = await mkdtemp(join(tmpdir(), 'gatepost-builds-'));
// PostgreSQL runs by another account there, where this one is root.
await chmod(folder, 0o755);
const place: Place = { folder, cores: cores() };
const load = startLoad(place.cores.load);
const server = given.on.includes('postgres') ? await benchPostgres(place) : null;
try {
  const plan = {
    rounds: Number(given.rounds),
    warmSeconds: Number(given.warm),
    seconds: Number(given.seconds),
    say: (line: string) => process.stderr.write(`${line}\n`),
  };
  for (const on of given.on.split(',')) {
    const subjects = folders.map((each) => subjectOf(on, each));
    print(on, await inRounds(subjects, load, plan));
  }
} finally {
  load.close();
  await server?.stop();
  await rm(folder, { recursive: true });
}

function subjectOf(on: string, built: string): Subject {
  const main = resolve(built, 'dist/main.js');
  const name = `${on} ${basename(resolve(built))}`;
  if (on === 'postgres' && server !== null) {
    return onPostgres(name, place, { postgres: server, instances: 1, main });
  }
  const preview = on === 'preview' ? { path: '/v1/preview', expected: 200 } : {};
  return gatepost(name, place, { main, ...preview });
}

/** Processor time of the service, and of PostgreSQL where it is one, against the first build. */
function print(on: string, measured: readonly Measured[]): void {
  const first = measured[0]?.median;
  for (const { name, median } of measured) {
    const { cpu, databaseCpu, perSecond, p50 } = median;
    const database = on === 'postgres' ? ` + ${databaseCpu.toFixed(0)}` : '';
    const share = (cpu / (first?.cpu ?? cpu)).toFixed(2);
    process.stdout.write(
      `${name}: ${cpu.toFixed(0)}${database} µs (${share}), ${perSecond.toFixed(0)}/s, ` +
        `p50 ${p50.toFixed(1)} ms\n`,
    );
  }
}

/**
 * npm run bench [-- --quick] [--only submits,judge] [--folder DIR] [--rows 1000000]
 *
 * The service beside bare Fastify and beside what people write by hand, in one run and in turns.
 * A whole run writes its figures into docs/benchmarks.md. --quick is for seeing that it works: with
 * it, or with --only, nothing is written. The databases are made in a folder of their own under
 * DIR, which is the system's temporary one if none is said.
 */
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { figuresOf, PAGE, withFigures } from './bench/page.js';
import type { Bench, Plan, Section } from './bench/sections.js';
import { judge, replay } from './bench/sections/commands.js';
import { growth } from './bench/sections/growth.js';
import { postgres } from './bench/sections/postgres.js';
import { start } from './bench/sections/start.js';
import { submits } from './bench/sections/submits.js';
import { cores, machine } from './bench/service/machine.js';
import { startLoad } from './bench/service/load.js';

const SECTIONS: Readonly<Record<string, (bench: Bench) => Promise<Section>>> = {
  submits,
  postgres,
  growth,
  start,
  judge,
  replay,
};

const began = performance.now();
const say = (line: string): void => {
  const seconds = ((performance.now() - began) / 1_000).toFixed(0);
  process.stderr.write(`${seconds.padStart(4)} s  ${line}\n`);
};
/** What is compiled while it runs is hot after some thousands of requests, and not before. */
const WHOLE: Plan = { rounds: 5, warmSeconds: 8, seconds: 3, say };
const WHOLE_SIZES = { rows: 1_000_000, replayed: 50_000 };
const QUICK_SIZES = { rows: 10_000, replayed: 5_000 };
const QUICK: Plan = { rounds: 1, warmSeconds: 0.5, seconds: 1, say };

const { values: given } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    folder: { type: 'string', default: tmpdir() },
    rows: { type: 'string' },
  },
});
const names = given.only?.split(',') ?? Object.keys(SECTIONS);
const unknown = names.filter((name) => !Object.hasOwn(SECTIONS, name));
if (unknown.length > 0) {
  const known = Object.keys(SECTIONS).join(', ');
  throw new Error(`there is no part ${unknown.join(', ')}: there are ${known}`);
}
const folder = await mkdtemp(join(given.folder, 'gatepost-bench-'));
// PostgreSQL runs by another account there, where this one is root.
await chmod(folder, 0o755);
const place = { folder, cores: cores() };
const load = startLoad(place.cores.load);
try {
  const on = `${machine(folder)} ${place.cores.says}`;
  say(on);
  const plan = given.quick ? QUICK : WHOLE;
  const sizes = given.quick ? QUICK_SIZES : WHOLE_SIZES;
  const rows = Number(given.rows ?? sizes.rows);
  const bench = { ...place, load, plan, ...sizes, rows };
  const sections: Section[] = [];
  for (const name of names) {
    const section = SECTIONS[name];
    if (section !== undefined) sections.push(await section(bench));
  }
  const figures = figuresOf(on, sections);
  process.stdout.write(`${figures}\n`);
  if (given.quick || given.only !== undefined) say(`nothing is written into ${PAGE}`);
  else await writeFile(PAGE, withFigures(await readFile(PAGE, 'utf8'), figures));
} finally {
  load.close();
  await rm(folder, { recursive: true });
}

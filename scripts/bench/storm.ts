/**
 * npm run bench:storm [-- --folder DIR]
 *
 * What a storm does to the service, in under a minute: calm, then hundreds of clients that send as
 * fast as they are answered, a tenth of whom give up and come again, then calm. Prints how long
 * answers take before, during and after, what was refused, and how much memory it took.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { table } from '../accuracy/table.js';
import { memoryOf } from './service/child.js';
import { cores, machine } from './service/machine.js';
import { newKey, startGatepost } from './service/subjects.js';
import { type Blow, blow, type Blown } from './storm/blow.js';

const CONNECTIONS = 64;
/** More than may be at work and wait together, so that some are refused. */
const STORM_CONNECTIONS = 2_000;
const PATIENCE_MILLISECONDS = 250;
/** Of what the service can do, how much comes when it is calm. */
const CALM_SHARE = 0.25;
const SECONDS = { warm: 5, capacity: 4, calm: 8, storm: 14, settle: 2 };
const MEMORY_EVERY_MILLISECONDS = 100;

const { values: given } = parseArgs({
  options: { folder: { type: 'string', default: tmpdir() } },
});
const folder = await mkdtemp(join(given.folder, 'gatepost-storm-'));
const place = cores();
const key = newKey();
const child = await startGatepost(`sqlite:${join(folder, 'gatepost.db')}`, key, {
  core: place.server,
});
let from = 0;
try {
  const send = async (change: Partial<Blow>): Promise<Blown> => {
    const calm = { connections: CONNECTIONS, perSecond: null, patience: null };
    const blown = await blow({ url: child.url, key, from, seconds: 0, ...calm, ...change });
    from += blown.sent;
    return blown;
  };
  process.stdout.write(`${machine(folder)} ${place.says}\n\n`);
  await send({ seconds: SECONDS.warm });
  const full = await send({ seconds: SECONDS.capacity });
  const perSecond = (full.accepted * CALM_SHARE) / SECONDS.capacity;
  const before = await send({ seconds: SECONDS.calm, perSecond });
  const atRest = memoryOf(child.pid);
  const memory = watched(() => memoryOf(child.pid));
  const storm = await send({
    seconds: SECONDS.storm,
    connections: STORM_CONNECTIONS,
    patience: PATIENCE_MILLISECONDS,
  });
  const highest = memory.end();
  await send({ seconds: SECONDS.settle, perSecond });
  const after = await send({ seconds: SECONDS.calm, perSecond });
  process.stdout.write(
    `${table(
      ['', 'asked a second', '201 a second', '503', '429', 'other', 'gave up',
        'cut off', 'p50 ms', 'p99 ms',
        '503 p99 ms', 'MB'],
      [
        row('all it can do', [full, SECONDS.capacity], NaN),
        row('calm before', [before, SECONDS.calm], atRest),
        row('storm', [storm, SECONDS.storm], highest),
        row('calm after', [after, SECONDS.calm], memoryOf(child.pid)),
      ],
    )}\n`,
  );
} finally {
  await child.stop();
  await rm(folder, { recursive: true });
}

function row(
  name: string,
  [blown, seconds]: readonly [Blown, number],
  megabytes: number,
): string[] {
  const share = (count: number): string => `${((100 * count) / blown.sent).toFixed(1)} %`;
  return [
    name,
    (blown.sent / seconds).toFixed(0),
    (blown.accepted / seconds).toFixed(0),
    share(blown.overloaded),
    share(blown.limited),
    share(blown.others),
    share(blown.gaveUp),
    share(blown.cutOff),
    blown.p50.toFixed(1),
    blown.p99.toFixed(1),
    blown.refusedP99.toFixed(1),
    megabytes.toFixed(0),
  ];
}

/** The highest of what is measured every now and then until the end. */
function watched(measure: () => number): { end(): number } {
  let highest = measure();
  const timer = setInterval(() => {
    highest = Math.max(highest, measure());
  }, MEMORY_EVERY_MILLISECONDS);
  return {
    end: () => {
      clearInterval(timer);
      return highest;
    },
  };
}

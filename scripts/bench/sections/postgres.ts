import { availableParallelism } from 'node:os';

import type { Bench, Section } from '../sections.js';
import { benchPostgres, onPostgres } from '../service/postgres.js';
import { inRounds } from '../service/rounds.js';
import { bare } from '../service/subjects.js';
import { BARE, loadTable, notes } from './submits.js';

/** Cores that two instances, a database and the generator need to not be in each other's way. */
const CORES_MIN = 4;

/** Submits on PostgreSQL, to one instance of the service and to two. */
export async function postgres(bench: Bench): Promise<Section> {
  const server = await benchPostgres(bench);
  try {
    const one = { postgres: server, instances: 1 } as const;
    const two = { postgres: server, instances: 2 } as const;
    const subjects = [
      bare(BARE, bench, 0),
      onPostgres('POST /v1/comments, one instance', bench, one),
      onPostgres('POST /v1/comments, two instances', bench, two),
    ];
    const measured = await inRounds(subjects, bench.load, bench.plan);
    const text = [
      `PostgreSQL ${server.version} on the same machine and disk, with the settings that it comes with;`,
      'processor time is the service’s + the database’s.',
      ...(availableParallelism() < CORES_MIN ? [FEW_CORES] : []),
      '',
      loadTable(measured, BARE),
      '',
      ...notes(measured),
    ].join('\n');
    return { title: 'Submits on PostgreSQL', text, goals: [] };
  } finally {
    await server.stop();
  }
}

const FEW_CORES =
  'With fewer than four cores these rows show what it costs, not what it is worth: instances, ' +
  'database and load generator take each other’s time.';

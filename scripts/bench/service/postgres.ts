import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import pg from 'pg';

import { startPostgres } from '../../../tests/support/postgres/server.js';
import { databaseUrl } from '../../../tests/support/postgres/url.js';
import { cpuOfFamily } from './child.js';
import { type Mix, newKey, type Place, running, startGatepost, type Subject } from './subjects.js';

/** A PostgreSQL for the benchmark alone, which syncs what it commits as it does out of the box. */
export interface Postgres {
  readonly url: string;
  readonly version: string;
  /** Microseconds of the processor that it has used with all of its processes. */
  cpu(): number;
  stop(): Promise<void>;
}

export async function benchPostgres({ folder, cores }: Place): Promise<Postgres> {
  const databaseDir = join(folder, 'postgres');
  const server = await startPostgres({ databaseDir, durable: true });
  const pid = Number(readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
  if (cores.database !== null) {
    execFileSync('taskset', ['-a', '-c', '-p', cores.database, String(pid)], { stdio: 'ignore' });
  }
  const [row] = await asked(server.url, 'SHOW server_version');
  return {
    ...server,
    version: String(row?.['server_version']),
    cpu: () => cpuOfFamily(pid),
  };
}

interface OnPostgres {
  readonly postgres: Postgres;
  readonly instances: 1 | 2;
  /** What is started, where it is not what this working copy was built to. */
  readonly main?: string;
}

/** The service on a new database of it, so many instances of it at once. */
export function onPostgres(
  name: string,
  place: Place,
  { postgres, instances, main }: OnPostgres,
): Subject {
  const { server, second } = place.cores;
  return {
    name,
    path: '/v1/comments',
    expected: 201,
    start: async () => {
      await asked(postgres.url, `CREATE DATABASE ${DATABASE} TEMPLATE template0`);
      const url = databaseUrl(postgres.url, DATABASE);
      const key = newKey();
      const built = main === undefined ? {} : { main };
      const children = [await startGatepost(url, key, { core: server, ...built })];
      if (instances === 2) children.push(await startGatepost(url, key, { core: second, ...built }));
      const counted = async (): Promise<Mix> => {
        const rows = await asked(url, 'SELECT status, count(*) FROM comments GROUP BY 1 ORDER BY 1');
        await asked(postgres.url, `DROP DATABASE ${DATABASE} WITH (FORCE)`);
        return Object.fromEntries(rows.map((row) => [String(row['status']), Number(row['count'])]));
      };
      return { ...running(children, key, counted), databaseCpu: () => postgres.cpu() };
    },
  };
}

const DATABASE = 'gatepost_bench';

async function asked(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}

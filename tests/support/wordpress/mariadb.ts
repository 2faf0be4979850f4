import { join } from 'node:path';

import { eventually } from '../eventually.js';
import { output, running } from './processes.js';

/** A MariaDB of one's own with an empty database named `wordpress`, reached by a socket alone. */
export interface MariaDb {
  readonly socket: string;
  /** The rows of a statement, each a list of texts. */
  rows(statement: string): Promise<string[][]>;
  stop(): Promise<void>;
}

/** Starts one whose files lie in `folder`. */
export async function startMariaDb(folder: string): Promise<MariaDb> {
  const data = join(folder, 'mariadb');
  const socket = join(folder, 'mariadb.sock');
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  const where = ['--no-defaults', `--datadir=${data}`, ...user];
  const normal = '--auth-root-authentication-method=normal';
  await output('mariadb-install-db', [...where, normal, '--skip-test-db']);
  const server = running('/usr/sbin/mariadbd', [
    ...where,
    `--socket=${socket}`,
    `--pid-file=${join(folder, 'mariadb.pid')}`,
    '--skip-networking',
    // What tests write nobody would miss.
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-buffer-pool-size=64M',
  ]);
  const client = ['--no-defaults', `--socket=${socket}`, '--user=root', '--batch', '--skip-column-names'];
  const create = 'CREATE DATABASE IF NOT EXISTS wordpress';
  await eventually(async () => {
    await output('mariadb', [...client, '--execute', create]);
  }, 60).catch(async (error: unknown) => {
    await server.stop();
    throw new Error(`MariaDB did not start: ${server.said()}`, { cause: error });
  });
  return {
    socket,
    rows: async (statement) => {
      const said = await output('mariadb', [...client, '--execute', statement, 'wordpress']);
      const lines = said.split('\n').filter((line) => line !== '');
      return lines.map((line) => line.split('\t'));
    },
    stop: async () => server.stop(),
  };
}

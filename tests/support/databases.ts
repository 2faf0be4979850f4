import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';
import { inject } from 'vitest';

import { databaseUrl } from './postgres/url.js';

/** A database for one test. */
export interface TestDatabase {
  readonly url: string;
  remove(): Promise<void>;
}

/** Which engine this run of the tests is for: see vitest.config.ts. */
const ON_POSTGRES = process.env['GATEPOST_TEST_ENGINE'] === 'postgres';

/** An empty one of the engine of this run: in memory, or a copy of the migrated template. */
export async function quickDatabase(): Promise<TestDatabase> {
  if (ON_POSTGRES) return postgresDatabase();
  return { url: 'sqlite::memory:', remove: async () => Promise.resolve() };
}

/** The same, to be opened more than once: a file, or a copy of the migrated template. */
export async function lastingDatabase(): Promise<TestDatabase> {
  return ON_POSTGRES ? postgresDatabase() : fileDatabase();
}

async function fileDatabase(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'gatepost-test-'));
  return {
    url: `sqlite:${join(folder, 'gatepost.db')}`,
    remove: async () => rm(folder, { recursive: true, force: true }),
  };
}

let made = 0;

/** Emptied ones: a new one takes longer than most tests do, so each goes from test to test. */
const empty: string[] = [];

/** Only in the project that starts a server for it. */
export async function postgresDatabase(): Promise<TestDatabase> {
  const url = empty.pop() ?? (await newDatabase());
  return {
    url,
    remove: async () => {
      await administer(url, EMPTY_ALL_TABLES);
      empty.push(url);
    },
  };
}

/** One whose tables a test changes, so that nobody has it afterwards. */
export async function postgresDatabaseOfItsOwn(): Promise<TestDatabase> {
  const url = await newDatabase();
  return { url, remove: async () => Promise.resolve() };
}

/** Named after the template, with which it is dropped. */
async function newDatabase(): Promise<string> {
  const { url, template } = inject('postgres');
  made += 1;
  const name = `${template}_${process.pid}_${made}`;
  await administer(url, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
  return databaseUrl(url, name);
}

/** Whoever is still connected, as a process that was just killed, is cut off first. */
const EMPTY_ALL_TABLES = `DO $$ DECLARE each TEXT; BEGIN
    PERFORM pg_terminate_backend(pid, 5000) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid();
    FOR each IN SELECT tablename FROM pg_tables
      WHERE schemaname = current_schema() AND tablename <> 'schema_migrations'
    LOOP EXECUTE format('DELETE FROM %I', each); END LOOP;
  END $$`;

/** One statement on a database. */
export async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

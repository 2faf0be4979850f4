import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { storageFault } from '../../src/store/storage-fault.js';
import { type OpenStore, openStore } from '../../src/store/open.js';
import { postgresDatabase, type TestDatabase } from '../support/databases.js';

let database: TestDatabase;
let opened: OpenStore;
beforeEach(async () => {
  database = await postgresDatabase();
  opened = await openStore(database.url, { clock: () => 0, strict: true });
});
afterEach(async () => {
  await opened.close();
  await database.remove();
});

/** As a restart of the server does, or the end of its patience. */
async function endOthers(): Promise<void> {
  const client = new pg.Client(database.url);
  await client.connect();
  await client.query(`SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()`);
  await client.end();
}

it('a connection that ends between two queries of a transaction fails that one alone', async () => {
  const fault = await opened.store
    .transaction('a', async ({ sites }) => {
      await sites.list();
      await endOthers();
      return sites.list();
    })
    .then(
      () => null,
      (error: unknown) => error,
    );
  expect(storageFault(fault)).toMatchObject({ kind: 'unreachable' });
  await expect(opened.store.transaction('a', async ({ sites }) => sites.list())).resolves.toEqual([]);
});

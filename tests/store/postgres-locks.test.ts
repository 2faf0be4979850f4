import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { POOL_CONNECTIONS_MAX } from '../../src/limits/store.js';
import { type OpenStore, openStore } from '../../src/store/open.js';
import { storageFault } from '../../src/store/storage-fault.js';
import { postgresDatabase, type TestDatabase } from '../support/databases.js';

let database: TestDatabase;
let opened: OpenStore;
let other: pg.Client;

beforeEach(async () => {
  database = await postgresDatabase();
  opened = await openStore(database.url, { clock: () => 0, strict: true });
  other = new pg.Client(database.url);
  await other.connect();
});
afterEach(async () => {
  await other.end();
  await opened.close();
  await database.remove();
});

it('a site that another instance keeps is refused as unavailable, and goes on when it is let go', async () => {
  const listed = async (site: string) =>
    opened.store.transaction(site, async ({ sites }) => sites.list());
  await other.query("SELECT pg_advisory_lock(hashtextextended('a', 0))");
  const fault = await listed('a').then(
    () => null,
    (error: unknown) => error,
  );
  expect(storageFault(fault)).toMatchObject({ kind: 'locked' });
  await other.query("SELECT pg_advisory_unlock(hashtextextended('a', 0))");
  // Whatever connection they get, none is within the transaction that failed.
  const sites = Array.from({ length: 2 * POOL_CONNECTIONS_MAX }, (_, at) => `site-${at}`);
  await expect(Promise.all(['a', ...sites].map(listed))).resolves.toHaveLength(sites.length + 1);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { administer, type TestDatabase } from '../support/databases.js';
import { allRounds } from '../support/killing/all-rounds.js';
import { type PostgresServer, startPostgres } from '../support/postgres/server.js';
import { databaseUrl } from '../support/postgres/url.js';

/** Of 20 kills each. */
const DATABASES = 2;
const PATIENCE_MILLISECONDS = 3_600_000;

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, PATIENCE_MILLISECONDS);
afterAll(async () => server.stop(), PATIENCE_MILLISECONDS);

let made = 0;

async function database(): Promise<TestDatabase> {
  made += 1;
  const name = `killed_${made}`;
  await administer(server.url, `CREATE DATABASE ${name}`);
  return {
    url: databaseUrl(server.url, name),
    remove: async () => administer(server.url, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

describe('A service on PostgreSQL that is killed with SIGKILL at any moment', () => {
  const promise = 'loses nothing that it answered, leaves nothing by halves, and tells of all of it';
  it(promise, { timeout: PATIENCE_MILLISECONDS }, async () => {
    const asked = { name: 'killed, PostgreSQL', databases: DATABASES, make: database };
    const { wrong, answered, kills } = await allRounds(asked);
    expect(wrong).toEqual([]);
    expect(answered).toBeGreaterThan(kills);
  });
});

import pg from 'pg';
import type { TestProject } from 'vitest/node';

import { openStore } from '../../../src/store/open.js';
import { startPostgres } from './server.js';
import { databaseUrl } from './url.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a server where tests may make databases, and the migrated one that they copy. */
    postgres: { readonly url: string; readonly template: string };
  }
}

/**
 * Before the tests on PostgreSQL: the server that `TEST_POSTGRES_URL` names, or one started here;
 * where neither can be had, the tests fail. Its databases sort text as a language does and not by
 * bytes, as many a server is set up.
 */
export async function setup(project: TestProject): Promise<void> {
  const given = process.env['TEST_POSTGRES_URL'];
  const server = given === undefined ? await startPostgres() : { url: given, stop: nothing };
  const template = `gatepost_template_${process.pid}`;
  const client = new pg.Client(server.url);
  await client.connect();
  await client.query(`CREATE DATABASE ${template} TEMPLATE template0 ENCODING 'UTF8'
    LOCALE_PROVIDER icu ICU_LOCALE 'en-US' LOCALE 'C'`);
  const opened = await openStore(databaseUrl(server.url, template), { clock: Date.now });
  await opened.migrate();
  await opened.close();
  project.provide('postgres', { url: server.url, template });
  end = async () => {
    const { rows } = await client.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
      [template],
    );
    for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
    await client.end();
    await server.stop();
  };
}

/** After the tests. */
export async function teardown(): Promise<void> {
  await end();
}

const nothing = async (): Promise<void> => Promise.resolve();

let end = nothing;

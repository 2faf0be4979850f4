import { readFileSync } from 'node:fs';

import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { verifyAudit } from '../../src/operations/verify-audit.js';
import { aComment, startTestApp, type TestApp } from '../support/app.js';
import { postgresDatabaseOfItsOwn, type TestDatabase } from '../support/databases.js';
import { heldComment } from '../support/desk.js';

/** What the page tells operators to run, in its order. */
const [BY_SITE = '', BY_MONTH = ''] = [
  ...readFileSync('docs/scaling.md', 'utf8').matchAll(/^```sql\n(.*?)^```$/gmsu),
].map(([, ddl]) => ddl);

let database: TestDatabase;
let client: pg.Client;
let service: TestApp;
beforeEach(async () => {
  database = await postgresDatabaseOfItsOwn();
  client = new pg.Client(database.url);
  await client.connect();
});
afterEach(async () => {
  await client.end();
  await database.remove();
});

interface Shape {
  readonly tables: number;
  readonly indexes: string;
}

/** Tables that are whole or partitioned, and the definitions of their indexes by name. */
async function shape(): Promise<Shape> {
  const { rows } = await client.query<Shape>(`SELECT
    (SELECT count(*)::integer FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition
      AND relnamespace = 'public'::regnamespace) AS tables,
    (SELECT string_agg(replace(pg_get_indexdef(i.indexrelid), 'ON ONLY', 'ON'), E'\\n'
        ORDER BY i.indexrelid::regclass::text)
      FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
      WHERE NOT c.relispartition AND c.relnamespace = 'public'::regnamespace) AS indexes`);
  return rows[0] as Shape;
}

/** Every path of writing: submits, an edit, decisions, reports, blocks, a policy, the record. */
async function works(): Promise<void> {
  service = await startTestApp({}, database.url);
  try {
    for (const site of ['default', 'gazette', 'herald', 'courier']) {
      const cms = await service.client('submit', site);
      const moderator = await service.client('moderate', site);
      const admin = await service.client('admin', site);
      const first = await cms.post('/v1/comments', aComment({ external_id: 'c-1' }));
      const again = await cms.post('/v1/comments', aComment({ external_id: 'c-1' }));
      expect([first.status, again.status]).toEqual([201, 200]);
      expect((await cms.patch('/v1/comments/c-1', { body: 'A second thought.' })).status).toBe(200);
      const { id } = await heldComment({ cms });
      const reject = await moderator.post(`/v1/comments/${id}/reject`, { seen_version: 1 });
      expect(reject.status).toBe(200);
      const block = { kind: 'name', value: 'Mallory', reason: 'ads' };
      expect((await moderator.post('/v1/blocks', block)).status).toBe(201);
      const policy = await admin.put('/v1/policy', { preset: 'strict' }, { 'if-match': '*' });
      expect(policy.status).toBe(200);
      expect((await moderator.get('/v1/comments')).body.data).toHaveLength(2);
      const which = { site_id: site, known: null };
      const { problems } = await verifyAudit(service.deps, which, { onProgress: () => undefined });
      expect(problems).toEqual([]);
    }
  } finally {
    await service.close();
  }
}

describe('The tables of docs/scaling.md', () => {
  it('are partitioned by site, with every index under its name, and serve as before', async () => {
    const before = await shape();
    await client.query(BY_SITE);
    expect(await shape()).toEqual(before);
    const whole = await client.query(`SELECT relname FROM pg_class
      WHERE relkind = 'r' AND NOT relispartition AND relnamespace = 'public'::regnamespace
      ORDER BY relname`);
    expect(whole.rows.map(({ relname }) => relname as string)).toEqual([
      'schema_migrations',
      'sites',
    ]);
    await works();
  });

  it('have findings by month as well, which can be detached', async () => {
    await client.query(BY_SITE);
    await client.query(BY_MONTH);
    await works();
    const { rows } = await client.query('SELECT tableoid::regclass::text AS part FROM findings');
    expect(rows.length).toBeGreaterThan(0);
  });
});

import pg from 'pg';
import { expect, it } from 'vitest';

import { translate } from '../../src/store/postgres/connection.js';
import { storageFault } from '../../src/store/storage-fault.js';
import { aComment, startTestApp } from '../support/app.js';
import { administer, postgresDatabaseOfItsOwn } from '../support/databases.js';

it('an instance that serves while a newer one changes the tables refuses with 503 and goes on', async () => {
  const database = await postgresDatabaseOfItsOwn();
  const older = await startTestApp({}, database.url);
  const submit = async () => older.cms.post('/v1/comments', aComment());
  expect((await submit()).status).toBe(201);
  for (const table of ['comments', 'threads', 'authors', 'api_keys']) {
    await administer(database.url, `ALTER TABLE ${table} ADD COLUMN newer TEXT`);
  }
  let refused = 0;
  for (;;) {
    const { status, body } = await submit();
    if (status === 201) break;
    expect([status, body.code]).toEqual([503, 'storage_unavailable']);
    refused += 1;
    // One for each statement of a submit would be too many already.
    expect(refused).toBeLessThan(10);
  }
  await older.close();
});

it('a standby, which calls what writes a feature that it has not, is a server that cannot be written to', () => {
  // As PostgreSQL 18 answers BEGIN READ WRITE while it recovers.
  const said = new pg.DatabaseError('cannot set transaction read-write mode during recovery', 0, 'error');
  Object.assign(said, { code: '0A000', routine: 'call_bool_check_hook' });
  const translated = (): unknown => {
    try {
      return translate(said);
    } catch (fault) {
      return fault;
    }
  };
  expect(storageFault(translated())).toMatchObject({ kind: 'read_only' });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { aComment, startTestApp, type TestApp } from '../support/app.js';
import { lastingDatabase, type TestDatabase } from '../support/databases.js';
import { ROOT } from '../support/source-tree.js';

let database: TestDatabase;
let service: TestApp;
let other: ChildProcess | null = null;

beforeEach(async () => {
  database = await lastingDatabase();
  service = await startTestApp({}, database.url);
});
afterEach(async () => {
  await letGo();
  await service.close();
  await database.remove();
});

/** Another process that has begun to write and does not end it, as a person at a shell. */
async function hold(): Promise<void> {
  const path = database.url.replace('sqlite:', '');
  const program = `
    const database = new (require('better-sqlite3'))(process.argv[1]);
    database.exec('BEGIN IMMEDIATE');
    console.log('held');
    process.stdin.resume().on('end', () => { database.exec('ROLLBACK'); database.close(); });`;
  const options = { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] as const };
  other = spawn(process.execPath, ['-e', program, path], { ...options, stdio: [...options.stdio] });
  if (other.stdout !== null) await once(other.stdout, 'data');
}

async function letGo(): Promise<void> {
  const gone = other === null ? null : once(other, 'close');
  other?.stdin?.end();
  other = null;
  await gone;
}

const submit = async () => service.cms.post('/v1/comments', aComment());

describe('A database that another process keeps locked', () => {
  it('refuses what writes with 503 after a while, answers what reads, and goes on', async () => {
    expect((await submit()).status).toBe(201);
    await hold();
    const refused = submit();
    const read = await service.moderator.get('/v1/comments');
    expect([read.status, read.body.data.length]).toEqual([200, 1]);
    const { status, headers, body } = await refused;
    expect([status, headers['retry-after']]).toEqual([503, expect.stringMatching(/^[4-8]$/u)]);
    expect(body).toMatchObject({
      code: 'storage_unavailable',
      detail: 'The database is locked by somebody else.',
    });
    await letGo();
    expect((await submit()).status).toBe(201);
    expect((await service.moderator.get('/v1/comments')).body.data).toHaveLength(2);
  });

  it('only makes those wait who come while it is locked for a moment', async () => {
    await hold();
    const waiting = Promise.all([submit(), submit(), submit()]);
    await service.moderator.get('/v1/comments');
    await letGo();
    expect((await waiting).map(({ status }) => status)).toEqual([201, 201, 201]);
  });
});

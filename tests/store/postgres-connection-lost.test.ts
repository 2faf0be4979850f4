import { connect, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { POOL_CONNECTIONS_MAX } from '../../src/limits/store.js';
import { type OpenStore, openStore } from '../../src/store/open.js';
import { storageFault } from '../../src/store/storage-fault.js';
import { aComment, startTestApp, type TestApp } from '../support/app.js';
import { postgresDatabase, type TestDatabase } from '../support/databases.js';
import { heldComment } from '../support/desk.js';

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

const faultOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (fault: unknown) => fault,
  );
const listed = async (site: string): Promise<unknown> =>
  opened.store.transaction(site, async ({ sites }) => sites.list());

/** As an administrator does, or a server that is stopped. */
async function endConnections(): Promise<void> {
  const client = new pg.Client(database.url);
  await client.connect();
  await client.query(`SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'gatepost'`);
  await client.end();
}

describe('A connection to PostgreSQL that ends', () => {
  it('while a transaction thinks is refused as unreachable, and the next one has another', async () => {
    const fault = await faultOf(
      opened.store.transaction('a', async ({ sites }) => {
        await sites.list();
        await endConnections();
        return sites.list();
      }),
    );
    expect(storageFault(fault)).toMatchObject({ kind: 'unreachable' });
    await expect(listed('a')).resolves.toEqual([]);
  });

  it('while nobody uses it is replaced', async () => {
    await listed('a');
    await opened.store.sites.list();
    await endConnections();
    await expect(listed('a')).resolves.toEqual([]);
    await expect(opened.store.sites.list()).resolves.toEqual([]);
  });
});

describe('Whoever finds all connections in use', () => {
  it('is refused after a while, and served when one is free', async () => {
    let letGo = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const held = Array.from({ length: POOL_CONNECTIONS_MAX }, async (_, at) =>
      opened.store.transaction(`site-${at}`, async ({ sites }) => {
        await sites.list();
        await gate;
      }),
    );
    expect(storageFault(await faultOf(listed('late')))).toMatchObject({ kind: 'unreachable' });
    letGo();
    await Promise.all(held);
    await expect(listed('late')).resolves.toEqual([]);
  });
});

/** Stands between the service and PostgreSQL; hangs up instead of bringing one answer to COMMIT. */
async function unreliable(target: URL): Promise<{ server: Server; port: number; arm(): void }> {
  let armed = false;
  const server = createServer((near: Socket) => {
    const far = connect(Number(target.port), target.hostname);
    let committing = false;
    near.on('data', (sent) => {
      if (armed && sent.includes('COMMIT')) committing = true;
      far.write(sent);
    });
    far.on('data', (answer) => {
      if (!committing) {
        near.write(answer);
        return;
      }
      armed = false;
      near.destroy();
      far.destroy();
    });
    for (const [one, other] of [[near, far] as const, [far, near] as const]) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    server,
    port,
    arm: () => {
      armed = true;
    },
  };
}

/** A service that reaches the database of the test through `between`. */
async function startBehind({ port }: { readonly port: number }): Promise<TestApp> {
  const url = new URL(database.url);
  url.port = String(port);
  url.hostname = '127.0.0.1';
  return startTestApp({}, url.href);
}

describe('Decisions whose COMMIT was done and whose answer was lost', () => {
  it('are not said to have changed nothing, and are a conflict when they are sent again', async () => {
    const between = await unreliable(new URL(database.url));
    const service = await startBehind(between);
    const { id } = await heldComment(service);
    const decision = { comment_id: id, seen_version: 1, action: 'approve' };
    const decide = async () =>
      (await service.moderator.post('/v1/decisions', { decisions: [decision] })).body.results[0];
    between.arm();
    const lost = await decide();
    expect(lost.code).toBe('unavailable');
    expect(lost.detail).not.toContain('Nothing was changed');
    expect(await decide()).toMatchObject({
      code: 'version_conflict',
      current: { id, status: 'approved', version: 2 },
    });
    await service.close();
    between.server.close();
  });
});

describe('A submit whose COMMIT was done and whose answer was lost', () => {
  it('is refused, and its repetition under the same Idempotency-Key finds it done', async () => {
    const between = await unreliable(new URL(database.url));
    const service = await startBehind(between);
    const headers = { 'idempotency-key': 'once' };
    const comment = aComment();
    between.arm();
    const lost = await service.cms.post('/v1/comments', comment, headers);
    expect(lost).toMatchObject({ status: 503, body: { code: 'storage_unavailable' } });
    const again = await service.cms.post('/v1/comments', comment, headers);
    expect(again.status).toBe(201);
    const { body } = await service.moderator.get('/v1/comments');
    expect(body.data.map(({ id }: { id: string }) => id)).toEqual([again.body.comment.id]);
    await service.close();
    between.server.close();
  });
});

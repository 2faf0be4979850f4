import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { buildApp } from '../../src/app.js';
import { idMaker } from '../../src/commands/new-id.js';
import { randomPool } from '../../src/commands/random-pool.js';
import { ensureFirstRun } from '../../src/operations/ensure-first-run.js';
import { verifyAudit } from '../../src/operations/verify-audit.js';
import { aComment } from '../support/app.js';
import { type Client, clientOf } from '../support/client.js';
import { testDeps } from '../support/deps.js';
import { allPages } from '../support/desk.js';

const HOUR = 3_600;

let given: Awaited<ReturnType<typeof testDeps>>;
let app: FastifyInstance;
let admin: Client;
let key: string;

/** As a process that was just started: it knows no id that was made before. */
async function start(): Promise<void> {
  app = await buildApp({ ...given.deps, newId: idMaker(randomPool()) });
  admin = clientOf(app, key);
}

beforeEach(async () => {
  given = await testDeps();
  // The library that makes ids looks at the clock by itself.
  vi.spyOn(Date, 'now').mockImplementation(given.deps.clock);
  key = (await ensureFirstRun(given.deps, { adminKey: null })).adminKey ?? '';
  await start();
});
afterEach(async () => {
  await app.close();
  await given.close();
});

const submit = async (change: object = {}, headers = {}) =>
  admin.post('/v1/comments', aComment({ ...change }), headers);

async function submitted(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < count; at += 1) ids.push((await submit()).body.comment.id);
  return ids;
}

const idsOf = (items: readonly { readonly id: string }[]): string[] =>
  items.map(({ id }) => id).sort();

async function recordProblems(): Promise<readonly unknown[]> {
  const asked = { site_id: 'default', known: null };
  return (await verifyAudit(given.deps, asked, { onProgress: () => undefined })).problems;
}

describe('A clock that goes back', () => {
  it('makes no id twice, loses nothing from a list, and leaves the record whole', async () => {
    const before = await submitted(4);
    given.pass(-2 * HOUR);
    const after = await submitted(4);
    // Within a process later ids are greater whatever the clock says.
    expect([...before, ...after].sort()).toEqual([...before, ...after]);

    await app.close();
    given.pass(-24 * HOUR);
    await start();
    const restarted = await submitted(4);
    const all = [...before, ...after, ...restarted].sort();
    expect(new Set(all).size).toBe(12);
    expect(idsOf(await allPages(admin, '/v1/comments?limit=5'))).toEqual(all);
    expect(await recordProblems()).toEqual([]);
  });

  it('leaves a comment as it was last decided, and events in the order of what happened', async () => {
    const { id } = (await submit()).body.comment;
    await admin.post(`/v1/comments/${id}/reject`, { seen_version: 1 });
    await app.close();
    given.pass(-24 * HOUR);
    await start();
    await admin.post(`/v1/comments/${id}/approve`, { seen_version: 2 });
    const { body } = await admin.get(`/v1/comments/${id}`);
    expect(body.status).toBe('approved');
    expect(body.decisions.map((decision: { action: string }) => decision.action)).toEqual([
      'approve',
      'reject',
      'approve',
    ]);
    const entries = await given.deps.store.audit.after('default', 0, 100);
    const kinds = entries.map(({ kind }) => kind).filter((kind) => kind.startsWith('comment.'));
    expect(kinds).toEqual([
      'comment.submitted',
      'comment.approved',
      'comment.rejected',
      'comment.approved',
    ]);
    expect(await recordProblems()).toEqual([]);
  });

  it('still knows the answer to a request that is repeated', async () => {
    const comment = aComment();
    const headers = { 'idempotency-key': 'the-same' };
    const first = await admin.post('/v1/comments', comment, headers);
    given.pass(-24 * HOUR);
    const again = await admin.post('/v1/comments', comment, headers);
    expect([again.status, again.body.comment.id]).toEqual([201, first.body.comment.id]);
  });
});

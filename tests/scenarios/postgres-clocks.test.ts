import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Deps } from '../../src/deps.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { clientOf } from '../support/client.js';
import { postgresDatabase, type TestDatabase } from '../support/databases.js';
import { allPages, complain, heldComment, shownComment } from '../support/desk.js';

const AHEAD_SECONDS = 180;

let database: TestDatabase;
/** Of two instances the one whose clock goes ahead of the other's. */
let ahead: TestApp;
let behind: TestApp;

/** Ids in the order of one instance's clock, as they are made from it. */
function idsAt(seconds: number): Pick<Deps, 'newId' | 'randomBytes'> {
  let made = 0;
  return {
    newId: (prefix) => {
      made += 1;
      return `${prefix}_${String(seconds).padStart(10, '0')}${String(made).padStart(16, '0')}`;
    },
    randomBytes,
  };
}

beforeAll(async () => {
  database = await postgresDatabase();
  ahead = await startTestApp(idsAt(1_000 + AHEAD_SECONDS), database.url);
  behind = await startTestApp(idsAt(1_000), database.url);
  ahead.pass(AHEAD_SECONDS);
});
afterAll(async () => {
  await ahead.close();
  await behind.close();
  await database.remove();
});

/** What the queue has at an instance: of each comment what moderators are told of it. */
async function queueAt({ app }: TestApp, query: string) {
  const items = await allPages(clientOf(app, ahead.moderator.key), `/v1/queue?${query}`);
  return items
    .map(({ comment, kinds, reasons }) => ({ id: comment.id as string, kinds, reasons }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

describe('The queue of an instance whose clock is behind another’s', () => {
  it('has what was reported there, with what readers say of it, and once', async () => {
    const held = await heldComment(ahead);
    const shown = await shownComment(ahead);
    for (const { id } of [held, shown]) await complain(ahead, id, { readers: ['ann', 'bob'] });
    for (const query of ['limit=100', 'limit=100&standard=hate', 'limit=100&kind=reported']) {
      const items = await queueAt(behind, query);
      expect(items.map(({ id }) => id)).toEqual([held.id, shown.id].sort());
      expect(items).toEqual(await queueAt(ahead, query));
    }
  });
});

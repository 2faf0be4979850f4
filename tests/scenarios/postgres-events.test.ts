import { randomBytes } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { randomOf } from '../../scripts/figures/random.js';
import { idMaker } from '../../src/commands/new-id.js';
import { isStreamType } from '../../src/domain/audit.js';
import { recordActs } from '../../src/operations/recording/record-acts.js';
import { aComment, startTestApp, type TestApp } from '../support/app.js';
import { clientOf } from '../support/client.js';
import { postgresDatabase, type TestDatabase } from '../support/databases.js';
import { heldComment, shownComment } from '../support/desk.js';
import { type Heard, type Listening, listenTo } from '../support/listening.js';

const SITE = 'default';
const WRITERS = 6;
/** Comments of each; every other one is decided about at the other instance. */
const COMMENTS = 30;
/** Two entries for a comment, and one for a decision. */
const ENTRIES = WRITERS * COMMENTS * 2.5;

let database: TestDatabase;
let one: TestApp;
let two: TestApp;
let bases: readonly [string, string];
const open: Listening[] = [];

beforeAll(async () => {
  database = await postgresDatabase();
  const ids = { newId: idMaker(randomBytes), randomBytes };
  one = await startTestApp(ids, database.url);
  two = await startTestApp(ids, database.url);
  const at = { port: 0, host: '127.0.0.1' };
  bases = [await one.app.listen(at), await two.app.listen(at)];
});
afterEach(() => {
  for (const stream of open.splice(0)) stream.close();
});
afterAll(async () => {
  for (const { app, close } of [one, two]) {
    // A client may have opened a connection that it never used, which a stopping server waits for.
    app.server.closeAllConnections();
    await close();
  }
  await database.remove();
});

const headOfRecord = async (): Promise<number> => (await one.deps.store.audit.head(SITE)).sequence;
const other = (instance: TestApp): TestApp => (instance === one ? two : one);

async function listen(instance: number, last: number): Promise<Listening> {
  const url = `${bases[instance % 2] ?? ''}/v1/events`;
  const stream = await listenTo(url, one.moderator.key, { 'last-event-id': String(last) });
  open.push(stream);
  return stream;
}

/** What a client hears that goes to the other instance after every so many events. */
async function hearing(
  after: number,
  { count, stays }: { readonly count: number; readonly stays: () => number },
): Promise<readonly Heard[]> {
  const heard: Heard[] = [];
  for (let turn = 0; heard.length < count; turn += 1) {
    const stream = await listen(turn, heard.at(-1)?.id ?? after);
    for (let left = stays(); left > 0 && heard.length < count; left -= 1) {
      const next = await stream.next();
      if (next === null) break;
      heard.push(next);
    }
    stream.close();
  }
  return heard;
}

/** Writes to both instances, each act to the other one than the last. */
async function write(): Promise<void> {
  let instance = one;
  for (let made = 0; made < COMMENTS; made += 1) {
    const { id } = await heldComment(instance);
    instance = other(instance);
    if (made % 2 === 1) continue;
    const moderator = clientOf(instance.app, one.moderator.key);
    const { status } = await moderator.post(`/v1/comments/${id}/approve`, { seen_version: 1 });
    expect(status).toBe(200);
  }
}

const placesOf = (heard: readonly { readonly id: number }[]): number[] => heard.map(({ id }) => id);

describe('Events of two instances on one PostgreSQL', () => {
  it('are each heard once and in their order, wherever one listens and comes back to', async () => {
    await one.admin.put(
      '/v1/policy',
      { rules: { posting_too_fast: { enabled: false }, repeated_text: { enabled: false } } },
      { 'if-match': '*' },
    );
    const after = await headOfRecord();
    const random = randomOf(20_261_129);
    const forGood = { count: ENTRIES, stays: () => Number.POSITIVE_INFINITY };
    const hopping = { count: ENTRIES, stays: () => 1 + random.below(25) };
    const listeners = [hearing(after, forGood), hearing(after, hopping), hearing(after, hopping)];
    await Promise.all(Array.from({ length: WRITERS }, write));
    const entries = [];
    for (let read = after; read < (await headOfRecord()); ) {
      const page = await one.deps.store.audit.after(SITE, read, 100);
      entries.push(...page);
      read = page.at(-1)?.sequence ?? read;
    }
    const told = entries.filter(({ kind }) => isStreamType(kind));
    expect(told).toHaveLength(ENTRIES);
    for (const heard of await Promise.all(listeners)) {
      expect(placesOf(heard)).toEqual(told.map(({ sequence }) => sequence));
      expect(heard.map(({ data }) => data.id)).toEqual(told.map(({ id }) => id));
    }
  });

  it('wait for one that has its place on record and is not committed', async () => {
    const { id } = await shownComment(one);
    const after = await headOfRecord();
    const stream = await listen(1, after);
    let letGo = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let placed = (): void => undefined;
    const hasPlace = new Promise<void>((resolve) => {
      placed = resolve;
    });
    const slow = one.deps.store.transaction(SITE, async (store) => {
      const object = { kind: 'comment', id } as const;
      const actor = { kind: 'system', id: null } as const;
      const about = { kind: 'claim.released', comment_id: id, author_id: null } as const;
      await recordActs({ ...one.deps, store }, SITE, [
        { ...about, object, actor, before: null, after: null },
      ]);
      placed();
      await gate;
    });
    await hasPlace;
    const quick = two.cms.post('/v1/comments', aComment());
    const first = stream.next();
    letGo();
    await slow;
    expect((await quick).status).toBe(201);
    const heard = [await first, await stream.next(), await stream.next()];
    expect(heard.map((each) => [each?.id, each?.event])).toEqual([
      [after + 1, 'claim.released'],
      [after + 2, 'comment.submitted'],
      [after + 3, 'comment.approved'],
    ]);
  });
});

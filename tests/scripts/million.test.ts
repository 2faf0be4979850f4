import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { million } from '../../scripts/bench/million.js';
import { openStore } from '../../src/store/open.js';
import { lastingDatabase, type TestDatabase } from '../support/databases.js';

let database: TestDatabase;
beforeEach(async () => {
  database = await lastingDatabase();
});
afterEach(async () => database.remove());

const SITE = 'default';
const UNTIL = Date.parse('2026-11-28T12:00:00.000Z');

describe('What benchmarks fill a database with', () => {
  it('is as many comments as asked for, each with its thread, author and decision', async () => {
    await million(database.url, 1_000, { until: UNTIL });
    const { store, close } = await openStore(database.url, { clock: () => UNTIL });
    try {
      expect(await store.comments.countAll(SITE)).toBe(1_000);
      const comments = await store.comments.after(SITE, '', 1_001);
      const authors = await store.authors.byIds(SITE, comments.map((each) => each.author_id));
      const threads = await store.threads.byIds(SITE, comments.map((each) => each.thread_id));
      const ids = comments.map((each) => each.id);
      const judged = await store.decisions.latestJudgementOf(SITE, ids);
      const without = comments.filter(
        ({ id, author_id, thread_id }) =>
          !authors.has(author_id) || !threads.has(thread_id) || !judged.has(id),
      );
      expect(without).toEqual([]);
      const times = comments.map((each) => each.received_at);
      expect(times).toEqual([...times].sort());
      expect(times.at(-1)?.slice(0, 10)).toBe('2026-11-27');
    } finally {
      await close();
    }
  });

  it('has a record without gaps, and comments that wait', async () => {
    await million(database.url, 1_000, { until: UNTIL });
    const { store, close } = await openStore(database.url, { clock: () => UNTIL });
    try {
      const entries = await store.audit.after(SITE, 0, 10_000);
      expect(entries.map((entry) => entry.sequence)).toEqual(entries.map((_, at) => at + 1));
      const last = entries.at(-1);
      expect(await store.audit.head(SITE)).toMatchObject({
        sequence: last?.sequence,
        hash: last?.hash,
      });
      const page = { cursor: null, limit: 1 };
      expect(await store.comments.list(SITE, { status: 'pending' }, page)).not.toEqual([]);
    } finally {
      await close();
    }
  });
});

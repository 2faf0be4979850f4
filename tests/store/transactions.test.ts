import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { type OpenStore, openStore } from '../../src/store/open.js';
import { lastingDatabase, type TestDatabase } from '../support/databases.js';

let database: TestDatabase;
let opened: OpenStore;

beforeEach(async () => {
  database = await lastingDatabase();
  opened = await openStore(database.url, { clock: () => 0, strict: true });
  await opened.migrate();
});
afterEach(async () => {
  await opened.close();
  await database.remove();
});

const site = (id: string) => ({ id, name: id, created_at: '2026-01-01T00:00:00.000Z' });
const ids = async (): Promise<string[]> =>
  (await opened.store.sites.list()).map(({ id }) => id).sort();

describe('A transaction', () => {
  it('happens wholly or not at all', async () => {
    const failing = opened.store.transaction('a', async (store) => {
      await store.sites.insert(site('a'));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await ids()).toEqual([]);
  });

  it('is one of fifty at once, and none disturbs another', async () => {
    const all = Array.from({ length: 50 }, async (_, at) =>
      opened.store.transaction('a', async (store) => {
        const before = (await store.sites.list()).length;
        await store.sites.insert(site(`s-${at}`));
        expect(await store.sites.list()).toHaveLength(before + 1);
        if (at % 10 === 0) throw new Error('rolled back');
      }),
    );
    const ends = await Promise.allSettled(all);
    expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(5);
    expect(await ids()).toHaveLength(45);
  });

  it('refuses the outer store inside, which would wait for ever', async () => {
    const wrong = opened.store.transaction('a', async () => opened.store.sites.list());
    await expect(wrong).rejects.toThrow(/inside a transaction/u);
    expect(await ids()).toEqual([]);
  });

  it('does not nest', async () => {
    const nested = opened.store.transaction('a', async (store) =>
      store.transaction('a', async (inner) => inner.sites.list()),
    );
    await expect(nested).rejects.toThrow('do not nest');
  });
});

import { expect, it } from 'vitest';

import { POOL_CONNECTIONS_MAX, POOL_WAITING_MAX } from '../../src/limits/store.js';
import { openStore } from '../../src/store/open.js';
import { storageFault } from '../../src/store/storage-fault.js';
import { postgresDatabase } from '../support/databases.js';

it('who finds as many waiting for a connection as may is refused at once, and later is served', async () => {
  const database = await postgresDatabase();
  const { store, close } = await openStore(database.url, { clock: () => 0 });
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const begun: Promise<void>[] = [];
  const busy = Array.from({ length: POOL_CONNECTIONS_MAX }, async (_, at) => {
    let begin = (): void => undefined;
    begun.push(
      new Promise((resolve) => {
        begin = resolve;
      }),
    );
    await store.transaction(`site-${at}`, async () => {
      begin();
      await released;
    });
  });
  await Promise.all(begun);
  const waiting = Array.from({ length: POOL_WAITING_MAX }, async () => store.sites.list());
  const ends = Promise.allSettled(waiting);
  const fault = await store.sites.list().then(
    () => null,
    (error: unknown) => error,
  );
  expect(storageFault(fault)).not.toBeNull();
  release();
  await Promise.all(busy);
  // On a slow machine some have waited for as long as they may.
  for (const end of await ends) {
    if (end.status === 'rejected') expect(storageFault(end.reason)).not.toBeNull();
  }
  await expect(store.sites.list()).resolves.toBeDefined();
  await close();
  await database.remove();
});

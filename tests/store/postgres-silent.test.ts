import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { POOL_WAIT_MILLISECONDS, SILENCE_MILLISECONDS } from '../../src/limits/store.js';
import { type OpenStore, openStore } from '../../src/store/open.js';
import { storageFault } from '../../src/store/storage-fault.js';
import { postgresDatabase, type TestDatabase } from '../support/databases.js';

/** Stands between the service and PostgreSQL. */
interface Between {
  readonly url: string;
  /** As when the host of the server dies: what is open stays open, and nothing comes back on it. */
  silence(): void;
  /** Resolves when something was sent in vain. */
  sentInVain(): Promise<void>;
  close(): void;
}

async function standBetween(database: string): Promise<Between> {
  const target = new URL(database);
  const open = new Set<Socket>();
  const silent = new Set<Socket>();
  let heard = (): void => undefined;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    open.add(near);
    near.on('data', (sent) => {
      if (silent.has(near)) heard();
      else far.write(sent);
    });
    far.on('data', (answer) => silent.has(near) || near.write(answer));
    for (const [one, other] of [[near, far] as const, [far, near] as const]) {
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(near);
        other.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(database);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    silence: () => {
      for (const each of open) silent.add(each);
    },
    sentInVain: async () =>
      new Promise((resolve) => {
        heard = resolve;
      }),
    close: () => server.close(),
  };
}

let database: TestDatabase;
let between: Between;
let opened: OpenStore;

beforeEach(async () => {
  database = await postgresDatabase();
  between = await standBetween(database.url);
  opened = await openStore(between.url, { clock: () => 0 });
});
afterEach(async () => {
  vi.useRealTimers();
  await opened.close();
  between.close();
  await database.remove();
});

const reading = async (): Promise<unknown> => opened.store.sites.list();
const writing = async (): Promise<unknown> =>
  opened.store.transaction('a', async ({ sites }) => sites.list());

/** What becomes of work whose statement nobody answers for so long. */
async function faultAfter(milliseconds: number, work: () => Promise<unknown>): Promise<unknown> {
  await work();
  between.silence();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const sent = between.sentInVain();
  const ended = work().then(
    () => null,
    (fault: unknown) => storageFault(fault)?.kind,
  );
  await sent;
  vi.advanceTimersByTime(milliseconds);
  const fault = await ended;
  vi.useRealTimers();
  return fault;
}

describe('A PostgreSQL of which nothing is heard any more', () => {
  it.each([
    ['whoever reads', SILENCE_MILLISECONDS, reading],
    ['a transaction', SILENCE_MILLISECONDS, writing],
    ['whoever asks whether it is there', POOL_WAIT_MILLISECONDS, async () => opened.store.ping()],
  ])('is given up by %s, and the next one has another connection', async (_, wait, work) => {
    expect(await faultAfter(wait, work)).toBe('unreachable');
    await work();
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { eventually, numbered } from '../support/eventually.js';
import { processFigures } from '../support/process-figures.js';
import { type RawClient, rawClient, request } from '../support/raw-client.js';
import { call, databaseFolder, type Service, startService } from '../support/service.js';

const KEY = 'an-admin-key-of-this-test';
const AUTHORIZATION = { authorization: `Bearer ${KEY}` };
/** What a busy machine may add to what an ordinary client waits for. */
const WAIT_MILLISECONDS_MAX = 20_000;

let folder: Awaited<ReturnType<typeof databaseFolder>>;
let service: Service;
let pid = 0;

beforeAll(async () => {
  folder = await databaseFolder();
  service = await startService({
    ...folder.env,
    GATEPOST_ADMIN_KEY: KEY,
    LOG_LEVEL: 'error',
    GATEPOST_MODEL: 'none',
    NODE_OPTIONS: '--max-old-space-size=256',
  });
  pid = service.process.pid ?? 0;
  // Long lists at little cost: what a CMS says of a comment is shown and not judged.
  const metadata = Object.fromEntries(numbered(50, (n) => [`key-${n}`, 'a'.repeat(500)]));
  for (let n = 0; n < 40; n += 1) {
    await post({ thread: { external_id: 'a' }, author: { name: `R${n}` }, body: `No ${n}`, metadata });
  }
});
afterAll(async () => {
  await service.stop('SIGTERM');
  await folder.remove();
});

async function post(comment: object): Promise<number> {
  const body = JSON.stringify(comment);
  return (await call(`${service.url}/v1/comments`, { key: KEY, method: 'POST', body })).status;
}

/** An ordinary client beside others; tells how long it waited at most, and what it was answered. */
async function meanwhile(work: Promise<unknown>): Promise<{ waited: number; statuses: string[] }> {
  const state = { over: false };
  const end = (): void => {
    state.over = true;
  };
  void work.then(end, end);
  const statuses = new Set<string>();
  let waited = 0;
  for (let n = 0; !state.over; n += 1) {
    const began = performance.now();
    const author = { external_id: `ordinary-${n}`, name: 'Ordinary' };
    const comment = { thread: { external_id: 'b' }, author, body: `An ordinary remark, ${n}.` };
    statuses.add(String(await post(comment)));
    waited = Math.max(waited, performance.now() - began);
  }
  await work;
  return { waited, statuses: [...statuses] };
}

/** Sends a character from time to time for as long as it may. */
async function dribble({ socket, closed }: RawClient, text: string): Promise<string> {
  let sent = 0;
  const timer = setInterval(() => {
    socket.write(text.charAt(sent % text.length));
    sent += 1;
  }, 250);
  try {
    return await closed();
  } finally {
    clearInterval(timer);
  }
}

/** Asks, and reads nothing of the answers. */
async function unread(asked: string): Promise<void> {
  const client = await rawClient(service.url);
  client.socket.pause();
  client.socket.write(asked);
  // Whoever does not read is not told of the end either: it shows in what can be sent.
  await new Promise<void>((gone) => {
    const timer = setInterval(() => {
      client.socket.write('\r\n');
    }, 250);
    client.socket.once('close', () => {
      clearInterval(timer);
      gone();
    });
  });
}

/** What a slow client does, and how many of them there are. */
const SLOW: readonly (readonly [string, number, () => Promise<unknown>])[] = [
  ['says nothing', 100, async () => (await rawClient(service.url)).closed()],
  [
    'sends its headers a character at a time',
    100,
    async () => {
      const client = await rawClient(service.url);
      client.socket.write('GET /livez HTTP/1.1\r\nhost: a\r\nx-slow: ');
      const said = await dribble(client, 'slow');
      expect(said).toMatch(/^HTTP\/1\.1 408 /u);
    },
  ],
  [
    'sends its body a character at a time',
    100,
    async () => {
      const client = await rawClient(service.url);
      const length = { 'content-type': 'application/json', 'content-length': '100000' };
      client.socket.write(request('POST /v1/comments', { ...AUTHORIZATION, ...length }));
      expect(await dribble(client, ' ')).toMatch(/^HTTP\/1\.1 408 /u);
    },
  ],
  [
    'reads nothing of the lists that it asks for',
    20,
    async () => unread(request('GET /v1/comments?limit=200', AUTHORIZATION).repeat(40)),
  ],
];

describe('A client that', () => {
  it.concurrent.each(SLOW)('%s is let go of', async (_, count, behave) => {
    await Promise.all(numbered(count, behave));
  });

  it.concurrent('is an ordinary one is answered all the while', async () => {
    const work = Promise.all(numbered(50, async () => (await rawClient(service.url)).closed()));
    const { waited, statuses } = await meanwhile(work);
    console.log(`beside slow clients: longest wait ${waited.toFixed(0)} ms`);
    expect(statuses).toEqual(['201']);
    expect(waited).toBeLessThan(WAIT_MILLISECONDS_MAX);
  });
});

describe('Requests that are sent ahead without end', () => {
  it('take no memory: their connection is ended', async () => {
    const before = await processFigures(pid);
    const flood = request('GET /livez').repeat(2_000);
    await Promise.all(
      numbered(20, async () => {
        const client = await rawClient(service.url);
        client.socket.pause();
        const more = (): void => {
          if (client.socket.write(flood)) setImmediate(more);
        };
        client.socket.on('drain', more);
        more();
        await client.closed();
      }),
    );
    const after = await processFigures(pid);
    const [from, to] = [before.residentMegabytes, after.residentMegabytes];
    console.log(`sent ahead: from ${from.toFixed(0)} to ${to.toFixed(0)} MB`);
    expect(to - from).toBeLessThan(100);
  });
});

describe('Connections that ask for nothing', () => {
  it('are let go of, with all that they took', async () => {
    const before = await processFigures(pid);
    const idle: RawClient[] = [];
    for (let batch = 0; batch < 10; batch += 1) {
      idle.push(...(await Promise.all(numbered(100, async () => rawClient(service.url)))));
    }
    const all = Promise.all(idle.map(async (each) => each.closed()));
    const { waited, statuses } = await meanwhile(all);
    console.log(`beside ${idle.length} idle connections: longest wait ${waited.toFixed(0)} ms`);
    expect(statuses).toEqual(['201']);
    expect(waited).toBeLessThan(WAIT_MILLISECONDS_MAX);
    await eventually(async () => {
      // The ordinary client keeps a few for its next requests.
      expect((await processFigures(pid)).sockets).toBeLessThanOrEqual(before.sockets + 4);
    });
  });
});

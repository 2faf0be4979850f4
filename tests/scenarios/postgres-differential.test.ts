import { randomInt } from 'node:crypto';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { startTestApp, type TestApp } from '../support/app.js';
import { type Answer, type Client, clientOf } from '../support/client.js';
import { postgresDatabase, type TestDatabase } from '../support/databases.js';

const STEPS = 600;

let database: TestDatabase;
let postgres: TestApp;
let sqlite: TestApp;
beforeAll(async () => {
  database = await postgresDatabase();
  // Ids, secrets and the clock of both count alike from their beginning.
  postgres = await startTestApp({}, database.url);
  sqlite = await startTestApp({}, 'sqlite::memory:');
});
afterAll(async () => {
  await postgres.close();
  await sqlite.close();
  await database.remove();
});

/** Numbers from 0 up to a limit, the same for the same seed (mulberry32). */
function chanceFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

type Chance = ReturnType<typeof chanceFrom>;
/** What is asked, of either engine. */
type Step = (client: Client) => Promise<Answer>;

const BODIES = [
  'Thank you for the report.',
  'You are a clueless moron.',
  'THEY HAVE CLOSED THE BRIDGE AGAIN AND NOBODY SAID A WORD',
  'This is fucking late.',
  'Ärger über die Straße, sagt Zoë – 100 % 😀 _x_',
  'https://a-one.com https://b-two.com https://c-three.com',
];
const NAMES = ['Ann', 'ann', 'Ánn', 'Bob_1', 'Bob-1', 'Zoë', 'Łukasz'];
const LISTS = [
  '/v1/comments?limit=7',
  '/v1/comments?status=pending',
  '/v1/comments?q=BRIDGE',
  '/v1/comments?q=%25',
  '/v1/authors?limit=9',
  '/v1/authors?q=ann',
  '/v1/queue?limit=5',
  '/v1/queue/counts',
  '/v1/queue/claims',
  '/v1/blocks',
  '/v1/reports',
  '/v1/threads',
  '/v1/audit?limit=11',
  '/v1/audit/head',
  '/v1/policy',
  '/v1/policy/rules',
  '/v1/statistics',
];

/** One act of somebody, on one of the comments so far. */
function stepFrom(chance: Chance, comments: number): Step {
  const pick = <T>(all: readonly T[]): T => all[chance(all.length)] as T;
  const at = `c-${chance(comments + 1)}`;
  const reader = `reader-${chance(12)}`;
  const version = 1 + chance(3);
  const body = `${pick(BODIES)} ${chance(3) === 0 ? '' : String(chance(1_000))}`;
  const acts: readonly Step[] = [
    async (client) => client.patch(`/v1/comments/${at}`, { body }),
    async (client) => client.delete(`/v1/comments/${at}`),
    async (client) => client.post(`/v1/comments/${at}/approve`, { seen_version: version }),
    async (client) => client.post(`/v1/comments/${at}/reject`, { seen_version: version }),
    async (client) =>
      client.post(`/v1/comments/${at}/reports`, {
        reporter: { external_id: reader },
        reason: 'spam',
      }),
    async (client) => client.post(`/v1/comments/${at}/notes`, { body: 'look out' }),
    async (client) => client.post('/v1/queue/claims', { count: 1 + version }),
    async (client) => client.post('/v1/blocks', { kind: 'name', value: pickName, reason: 'ads' }),
    async (client) => client.post(`/v1/authors/${reader}/block`, { mode: 'hold', reason: 'ads' }),
    async (client) => client.post(`/v1/authors/${reader}/unblock`, { reason: 'sorry' }),
    async (client) =>
      client.put('/v1/policy', { preset: pickPreset }, { 'if-match': '*' }),
    async (client) => client.get(`/v1/comments/${at}`),
    async (client) => client.get(list),
    async (client) => client.get(list),
  ];
  const pickName = pick(NAMES);
  const pickPreset = pick(['balanced', 'open', 'strict']);
  const list = pick(LISTS);
  const submitted = {
    external_id: `c-${comments + 1}`,
    thread: { external_id: `t-${chance(3)}`, section: pick([null, 'sport']) ?? undefined },
    author: { external_id: reader, name: pickName },
    body,
  };
  return chance(3) === 0 ? async (client) => client.post('/v1/comments', submitted) : pick(acts);
}

it(`SQLite and PostgreSQL give the same answers to ${STEPS} random acts`, async () => {
  const seed = randomInt(2 ** 31);
  const chance = chanceFrom(seed);
  const key = postgres.admin.key;
  expect(key).toBe(sqlite.admin.key);
  const both = [clientOf(sqlite.app, key), clientOf(postgres.app, key)] as const;
  const statuses = new Map<number, number>();
  let comments = 0;
  for (let number = 1; number <= STEPS; number += 1) {
    const seconds = chance(40);
    sqlite.pass(seconds);
    postgres.pass(seconds);
    const step = stepFrom(chance, comments);
    const [one, other] = [await step(both[0]), await step(both[1])];
    const where = `seed ${seed}, step ${number}`;
    expect([where, other.status, other.body]).toEqual([where, one.status, one.body]);
    statuses.set(one.status, (statuses.get(one.status) ?? 0) + 1);
    if (one.status === 201 && 'verdict' in one.body) comments += 1;
  }
  expect(one5xx(statuses)).toBe(0);
  expect(comments).toBeGreaterThan(STEPS / 10);
}, 600_000);

const one5xx = (statuses: ReadonlyMap<number, number>): number =>
  [...statuses].filter(([status]) => status >= 500).reduce((sum, [, count]) => sum + count, 0);

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startTestApp, type TestApp } from '../support/app.js';
import type { Answer, Client } from '../support/client.js';
import { heldComment } from '../support/desk.js';

const ROUNDS = 500;

let service: TestApp;
let ada: Client;
let ben: Client;
beforeAll(async () => {
  service = await startTestApp();
  ada = await service.client('moderate');
  ben = await service.client('moderate');
});
afterAll(async () => service.close());

/** One way of deciding; whether it won. */
type Way = (who: Client, id: string, action: 'approve' | 'reject') => Promise<boolean>;

const single: Way = async (who, id, action) => {
  const { status } = await who.post(`/v1/comments/${id}/${action}`, { seen_version: 1 });
  expect([200, 409]).toContain(status);
  return status === 200;
};
const bulk: Way = async (who, id, action) => {
  const decisions = [{ comment_id: id, seen_version: 1, action }];
  const { body } = await who.post('/v1/decisions', { decisions });
  expect(['ok', 'conflict']).toContain(body.results[0].status);
  return body.results[0].status === 'ok';
};
const claiming: Way = async (who, id, action) => {
  const { body } = await who.post('/v1/queue/claims', { count: 1 });
  const got = body.data.some((item: Answer['body']) => item.comment.id === id);
  return got && single(who, id, action);
};

/** Ada’s way and Ben’s. */
const PAIRS: readonly (readonly [Way, Way])[] = [
  [single, single],
  [single, bulk],
  [bulk, bulk],
  [claiming, claiming],
];

describe('Two moderators who race for one comment', () => {
  it(`have exactly one winner each of ${ROUNDS} times, whichever way they go`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [adas, bens] = PAIRS[round % PAIRS.length] ?? [single, single];
      const { id } = await heldComment(service);
      const wins = await Promise.all([adas(ada, id, 'approve'), bens(ben, id, 'reject')]);
      expect(wins.filter(Boolean)).toHaveLength(1);
      const { body } = await ada.get(`/v1/comments/${id}`);
      expect([body.version, body.decisions.length]).toEqual([2, 2]);
      expect(body.status).toBe(wins[0] ? 'approved' : 'rejected');
      service.pass(1);
    }
  }, 300_000);
});

import { afterAll, beforeAll, expect, it } from 'vitest';

import { REQUESTS_AT_WORK_MAX, REQUESTS_WAITING_MAX } from '../../src/limits/admission.js';
import { aComment, startTestApp, type TestApp } from '../support/app.js';

const STORM = REQUESTS_AT_WORK_MAX + REQUESTS_WAITING_MAX + 300;

let service: TestApp;
beforeAll(async () => {
  service = await startTestApp();
});
afterAll(async () => service.close());

it('In a storm each comment is stored or refused, and afterwards all is as before', async () => {
  const storm = Array.from({ length: STORM }, async () =>
    service.cms.post('/v1/comments', aComment()),
  );
  const watching = await Promise.all(
    ['/livez', '/readyz', '/metrics'].map(async (path) => service.cms.get(path)),
  );
  expect(watching.map(({ status }) => status)).toEqual([200, 200, 200]);
  const answers = await Promise.all(storm);
  const stored = answers.filter(({ status }) => status === 201);
  const refused = answers.filter(({ status }) => status !== 201);
  expect(stored.length).toBeGreaterThanOrEqual(REQUESTS_AT_WORK_MAX);
  expect(refused.length).toBeGreaterThan(0);
  for (const { status, body, headers } of refused) {
    expect(status).toBe(503);
    // The second where PostgreSQL had no connection to give for five seconds.
    expect(['overloaded', 'storage_unavailable']).toContain(body.code);
    expect(headers).toHaveProperty('retry-after');
  }
  const overload = refused.filter((each) => each.body.code === 'overloaded').length;
  const { body } = await service.admin.get('/metrics');
  expect(body).toContain(`gatepost_refused_requests_total{why="overload"} ${overload}`);
  expect(body).toContain('gatepost_requests{state="waiting"} 0');
  expect((await service.cms.post('/v1/comments', aComment())).status).toBe(201);
  expect(await countComments()).toBe(stored.length + 1);
});

async function countComments(): Promise<number> {
  let [count, cursor] = [0, ''];
  for (;;) {
    const { body } = await service.moderator.get(`/v1/comments?limit=200${cursor}`);
    count += (body.data as unknown[]).length;
    if (body.next_cursor === null) return count;
    cursor = `&cursor=${String(body.next_cursor)}`;
  }
}

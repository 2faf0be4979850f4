import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { call, databaseFolder, type Service, startService } from '../support/service.js';

const KEY = 'an-admin-key-of-this-test';
const SENDERS = 8;
/** Killed in the middle of a stream: when so many have been answered. */
const ANSWERED_BEFORE_KILL = 150;

let folder: Awaited<ReturnType<typeof databaseFolder>>;
let service: Service;

beforeAll(async () => {
  folder = await databaseFolder();
  service = await startService({ ...folder.env, GATEPOST_ADMIN_KEY: KEY, LOG_LEVEL: 'warn' });
});
afterAll(async () => {
  await service.stop('SIGKILL');
  await folder.remove();
});

describe('A service that is killed with SIGKILL during a stream of submits', () => {
  it('has every comment that it acknowledged, whole, after the next start', async () => {
    const answered: { id: string; status: string }[] = [];
    let sent = 0;
    const stream = async (): Promise<void> => {
      for (;;) {
        sent += 1;
        const body = JSON.stringify({
          thread: { external_id: `article-${sent % 7}` },
          author: { name: `Reader ${sent}` },
          body: sent % 3 === 0 ? `You are a moron, number ${sent}` : `Remark number ${sent}.`,
        });
        const answer = await call(`${service.url}/v1/comments`, { key: KEY, method: 'POST', body });
        answered.push(answer.body.comment);
        if (answered.length === ANSWERED_BEFORE_KILL) void service.stop('SIGKILL');
      }
    };
    const ends = await Promise.allSettled(Array.from({ length: SENDERS }, stream));
    expect(ends.every(({ status }) => status === 'rejected')).toBe(true);
    expect(answered.length).toBeGreaterThanOrEqual(ANSWERED_BEFORE_KILL);

    await service.stop('SIGKILL');
    service = await startService({ ...folder.env, GATEPOST_ADMIN_KEY: KEY, LOG_LEVEL: 'warn' });
    for (const { id, status } of answered) {
      const found = await call(`${service.url}/v1/comments/${id}`, { key: KEY });
      expect(found.body).toMatchObject({ id, status, decisions: [{ actor: { kind: 'system' } }] });
    }
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { answers, type Receiver, startReceiver, verified } from '../support/receiver.js';
import { call, databaseFolder, type Service, startService } from '../support/service.js';

/** Killed in the midst of an attempt, it waits a minute for the lease of that attempt. */
const PATIENCE_MILLISECONDS = 90_000;
const KEY = 'admin-key-of-the-webhook-scenario';

describe('A service that is killed after it answered', () => {
  let folder: Awaited<ReturnType<typeof databaseFolder>>;
  let receiver: Receiver;
  let service: Service;
  const start = async (): Promise<Service> =>
    startService({
      ...folder.env,
      GATEPOST_ADMIN_KEY: KEY,
      GATEPOST_MODEL: 'none',
      GATEPOST_WEBHOOK_ALLOW_PRIVATE: '127.0.0.0/8',
    });
  beforeAll(async () => {
    folder = await databaseFolder();
    receiver = await startReceiver();
    service = await start();
  });
  afterAll(async () => {
    await service.stop('SIGKILL');
    await receiver.close();
    await folder.remove();
  });

  const promise = 'sends after its next start what it had not sent, signed, at least once';
  it(promise, { timeout: PATIENCE_MILLISECONDS }, async () => {
    receiver.behaves(answers(500));
    const post = async (path: string, body: object) =>
      call(`${service.url}/v1/${path}`, { key: KEY, method: 'POST', body: JSON.stringify(body) });
    const webhook = await post('webhooks', { url: receiver.url });
    expect(webhook.status).toBe(201);
    const comment = await post('comments', {
      thread: { external_id: 'article-1' },
      author: { name: 'Reader' },
      body: 'Thank you for the report.',
    });
    expect(comment.status).toBe(201);
    await service.stop('SIGKILL');

    const before = receiver.requests.length;
    const both = new Promise<void>((resolve) => {
      receiver.behaves((response) => {
        answers(204)(response);
        if (receiver.requests.length >= before + 2) resolve();
      });
    });
    service = await start();
    await both;
    expect(receiver.got().slice(before)).toEqual(['comment.submitted', 'comment.approved']);
    for (const request of receiver.requests.slice(before)) {
      expect(verified(webhook.body.secret, request)).toMatchObject({
        data: { comment: { id: comment.body.comment.id } },
      });
    }
  });
});

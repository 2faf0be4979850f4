import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { startWebhooks } from '../../src/commands/webhooks-worker.js';
import { aComment, startTestApp, type TestApp } from '../support/app.js';
import { answers, type Receiver, startReceiver } from '../support/receiver.js';
import { localSender } from '../support/webhooks.js';

let service: TestApp;
let receiver: Receiver;
beforeEach(async () => {
  service = await startTestApp({ sender: localSender() });
  receiver = await startReceiver();
  await service.admin.post('/v1/webhooks', { url: receiver.url });
});
afterEach(async () => {
  await service.close();
  await receiver.close();
});

/** Resolves when the receiver has got so many requests. */
const arrived = async (count: number): Promise<void> =>
  new Promise((resolve) => {
    receiver.behaves((response) => {
      answers(204)(response);
      if (receiver.requests.length >= count) resolve();
    });
  });

describe('The worker (startWebhooks)', () => {
  it('sends what is put on record without being asked, and what it found at its start', async () => {
    const both = arrived(4);
    await service.cms.post('/v1/comments', aComment());
    const worker = startWebhooks(service.deps);
    await service.cms.post('/v1/comments', aComment());
    await both;
    await worker.stop();
    expect(receiver.got().toSorted()).toEqual([
      'comment.approved',
      'comment.approved',
      'comment.submitted',
      'comment.submitted',
    ]);
  });

  it('stops at once though a receiver stalls, and sends it all when it starts again', async () => {
    const stalled = new Promise<void>((resolve) => {
      receiver.behaves(() => resolve());
    });
    const first = startWebhooks(service.deps);
    await service.cms.post('/v1/comments', aComment());
    await stalled;
    await first.stop();
    const before = receiver.requests.length;
    const rest = arrived(before + 2);
    const second = startWebhooks(service.deps);
    await rest;
    await second.stop();
    expect(receiver.got().slice(before)).toEqual(['comment.submitted', 'comment.approved']);
  });

  it('goes on after a round that failed', async () => {
    const errors: string[] = [];
    let broken = true;
    const { store } = service.deps;
    const webhooks: typeof store.webhooks = {
      ...store.webhooks,
      page: async (...args) => {
        if (!broken) return store.webhooks.page(...args);
        broken = false;
        throw new Error('the disk is full');
      },
    };
    const log = { ...service.deps.log, error: (_: object, text: string) => errors.push(text) };
    const all = arrived(2);
    await service.cms.post('/v1/comments', aComment());
    const worker = startWebhooks({ ...service.deps, log, store: { ...store, webhooks } });
    await all;
    await worker.stop();
    expect(errors).toEqual(['a round of the webhooks failed; the next one goes on']);
  });
});

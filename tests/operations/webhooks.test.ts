import { setImmediate } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { claimDeliveries } from '../../src/operations/claim-deliveries.js';
import { planDeliveries } from '../../src/operations/plan-deliveries.js';
import { sweepDeliveries } from '../../src/operations/sweep-deliveries.js';
import { webhookDispatcher } from '../../src/operations/webhooks/dispatcher.js';
import { aComment, startTestApp, type TestApp } from '../support/app.js';
import { answers, type Received, type Receiver, startReceiver } from '../support/receiver.js';
import { driven, localSender } from '../support/webhooks.js';

const HOUR = 3_600;
const DAY = 24 * HOUR;
const SITE = 'default';

let service: TestApp;
let receiver: Receiver;
let webhook = '';
beforeEach(async () => {
  service = await startTestApp({ sender: localSender() });
  receiver = await startReceiver();
  webhook = (await service.admin.post('/v1/webhooks', { url: receiver.url })).body.id;
});
afterEach(async () => {
  await service.close();
  await receiver.close();
});

const submit = async (change: Record<string, unknown> = {}): Promise<string> =>
  (await service.cms.post('/v1/comments', aComment(change))).body.comment.id;
const deliveries = async (status = ''): Promise<Record<string, unknown>[]> => {
  const query = status === '' ? '' : `?status=${status}`;
  return (await service.admin.get(`/v1/webhooks/${webhook}/deliveries${query}`)).body.data;
};
const shown = async () => (await service.admin.get(`/v1/webhooks/${webhook}`)).body;
const commentOf = ({ body }: Received): string =>
  (JSON.parse(body) as { data: { comment: { id: string } } }).data.comment.id;
/** The types that a comment was told of by, oldest first. */
const toldOf = (comment: string): string[] =>
  receiver.requests
    .filter((request) => commentOf(request) === comment)
    .map(({ body }) => (JSON.parse(body) as { type: string }).type);

describe('Planning (planDeliveries)', () => {
  it('gives each entry one delivery, also when two plan at once', async () => {
    await submit();
    await submit();
    const at = { site_id: SITE, id: webhook };
    const more = await Promise.all([
      planDeliveries(service.deps, at),
      planDeliveries(service.deps, at),
      planDeliveries(service.deps, at),
    ]);
    expect(more).toEqual([false, false, false]);
    const types = (await deliveries()).map(({ event_type }) => event_type);
    expect(types.toSorted()).toEqual([
      'comment.approved',
      'comment.approved',
      'comment.submitted',
      'comment.submitted',
    ]);
  });

  it('begins with what comes after the webhook was made', async () => {
    await submit();
    const later = (await service.admin.post('/v1/webhooks', { url: receiver.url })).body.id;
    await driven(service.deps).all();
    const { body } = await service.admin.get(`/v1/webhooks/${later}/deliveries`);
    expect(body.data).toEqual([]);
    expect(await deliveries()).toHaveLength(2);
  });

  it('goes through a long record in steps, to its end', async () => {
    for (let index = 0; index < 120; index += 1) await submit();
    await driven(service.deps).all();
    expect(receiver.requests).toHaveLength(240);
    expect(new Set(receiver.requests.map(({ headers }) => headers['webhook-id'])).size).toBe(240);
  });

  it('leaves out what nobody asked for', async () => {
    await service.admin.patch(`/v1/webhooks/${webhook}`, { event_types: ['comment.rejected'] });
    const comment = await submit();
    const { body } = await service.admin.get(`/v1/comments/${comment}`);
    await service.moderator.post(`/v1/comments/${comment}/reject`, { seen_version: body.version });
    await driven(service.deps).all();
    expect(receiver.got()).toEqual(['comment.rejected']);
  });
});

describe('An event', () => {
  it('says what happened, by ids and no texts', async () => {
    const body = 'A remark with the word sesquipedalian in it.';
    await submit({ body, external_id: 'cms-77', author: { name: 'Ottilie', external_id: 'r-9' } });
    await driven(service.deps).all();
    const [first] = receiver.requests;
    expect(JSON.parse(first?.body ?? '')).toMatchObject({
      type: 'comment.submitted',
      timestamp: '2026-11-23T12:00:00.000Z',
      data: { comment: { external_id: 'cms-77' }, author: { external_id: 'r-9' } },
    });
    const all = receiver.requests.map((request) => request.body).join();
    expect(all).not.toMatch(/sesquipedalian|Ottilie/u);
  });
});

describe('A failed attempt', () => {
  it('is made again on schedule until it is given up, and the next event then goes on', async () => {
    const comment = await submit();
    receiver.behaves((response, { body }) => {
      answers(body.includes('comment.submitted') ? 500 : 204)(response);
    });
    const worker = driven(service.deps);
    await worker.all();
    for (const seconds of [5, 300, 1_800, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR]) {
      service.pass(seconds - 1);
      await worker.all();
      const count = receiver.requests.length;
      service.pass(1 + seconds * 0.2);
      await worker.all();
      expect(receiver.requests.length).toBe(count + 1);
    }
    expect(toldOf(comment)).toEqual(Array.from({ length: 9 }, () => 'comment.submitted'));
    service.pass(DAY * 1.2);
    await worker.all();
    expect(toldOf(comment).slice(9)).toEqual(['comment.submitted', 'comment.approved']);
    expect(await deliveries('failed')).toMatchObject([
      { event_type: 'comment.submitted', attempt_count: 10, next_attempt_at: null },
    ]);
    expect(await shown()).toMatchObject({ enabled: true, failing_since: null });
  });

  it('waits as long as the receiver asks', async () => {
    receiver.behaves(answers(429, { 'retry-after': '3600' }));
    await submit();
    const worker = driven(service.deps);
    await worker.all();
    service.pass(HOUR - 1);
    await worker.all();
    expect(receiver.requests).toHaveLength(1);
    service.pass(1);
    await worker.all();
    expect(receiver.requests).toHaveLength(2);
  });

  it('with 410 disables the webhook at once, and the rest waits for an admin', async () => {
    receiver.behaves(answers(410));
    await submit();
    const worker = driven(service.deps);
    await worker.all();
    expect(await shown()).toMatchObject({ enabled: false, disabled_reason: 'gone' });
    await submit();
    service.pass(DAY);
    await worker.all();
    expect(receiver.requests).toHaveLength(1);
    receiver.behaves(answers(204));
    await service.admin.patch(`/v1/webhooks/${webhook}`, { enabled: true });
    await worker.all();
    expect(await deliveries('delivered')).toHaveLength(3);
  });

  it('after five days without a good one disables the webhook, and says why', async () => {
    receiver.behaves(answers(500));
    const worker = driven(service.deps);
    for (let day = 0; day < 5; day += 1) {
      await submit();
      await worker.all();
      expect(await shown()).toMatchObject({ enabled: true });
      service.pass(DAY);
    }
    await worker.all();
    expect(await shown()).toMatchObject({ enabled: false, disabled_reason: 'failing' });
  });
});

describe('The events of a comment', () => {
  it('arrive in their order, while other comments go on', async () => {
    const stuck = await submit();
    receiver.behaves((response, request) => {
      answers(commentOf(request) === stuck ? 503 : 204)(response);
    });
    const worker = driven(service.deps);
    await worker.all();
    const seen = (await service.admin.get(`/v1/comments/${stuck}`)).body.version;
    await service.moderator.post(`/v1/comments/${stuck}/reject`, { seen_version: seen });
    const other = await submit();
    await worker.all();
    // While the last attempt failed, one request at a time shows whether the receiver is back.
    expect(toldOf(other)).toEqual(['comment.submitted', 'comment.approved']);
    expect(new Set(toldOf(stuck))).toEqual(new Set(['comment.submitted']));
    receiver.behaves(answers(204));
    service.pass(DAY);
    await worker.all();
    expect(toldOf(stuck).slice(-3)).toEqual([
      'comment.submitted',
      'comment.approved',
      'comment.rejected',
    ]);
  });

  it('arrive in their order though many are sent at once', async () => {
    const comments: string[] = [];
    for (let index = 0; index < 20; index += 1) comments.push(await submit());
    await driven(service.deps).all();
    for (const comment of comments) {
      expect(toldOf(comment)).toEqual(['comment.submitted', 'comment.approved']);
    }
  });
});

describe('A receiver that stalls', () => {
  it('holds up itself alone, and with no more requests than it may have', async () => {
    const slow = await startReceiver();
    const waiting: (() => void)[] = [];
    slow.behaves((response) => waiting.push(() => answers(204)(response)));
    await service.admin.post('/v1/webhooks', { url: slow.url });
    for (let index = 0; index < 10; index += 1) await submit();
    let room = (): void => undefined;
    const worker = webhookDispatcher(service.deps, () => room());
    while (receiver.requests.length < 20 || slow.requests.length < 5) {
      const freed = new Promise<void>((resolve) => {
        room = resolve;
      });
      await worker.round();
      if (receiver.requests.length < 20) await freed;
      else await setImmediate();
    }
    expect([receiver.requests.length, slow.requests.length]).toEqual([20, 5]);
    await worker.round();
    for (const go of waiting) go();
    await worker.settled();
    await slow.close();
    await worker.stop();
  });
});

describe('A process that is killed', () => {
  it('between planning and sending has lost nothing: another one sends', async () => {
    await submit();
    await planDeliveries(service.deps, { site_id: SITE, id: webhook });
    await driven(service.deps).all();
    expect(receiver.got()).toEqual(['comment.submitted', 'comment.approved']);
  });

  it('while it sends has lost nothing: after the lease another one sends the same id', async () => {
    await submit();
    await planDeliveries(service.deps, { site_id: SITE, id: webhook });
    // What a process does first, and then no more.
    const [due] = await claimDeliveries(service.deps, { site_id: SITE, id: webhook, limit: 1 });
    const other = driven(service.deps);
    await other.all();
    expect(receiver.requests).toHaveLength(0);
    service.pass(60);
    await other.all();
    expect(receiver.requests[0]?.headers['webhook-id']).toBe(due?.event_id);
    expect(receiver.got()).toEqual(['comment.submitted', 'comment.approved']);
  });

  it('in good order gives back what it was sending', async () => {
    let begun = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      begun = resolve;
    });
    receiver.behaves(() => begun());
    await submit();
    const worker = driven(service.deps);
    await worker.round();
    await arrived;
    await worker.stop();
    expect(await deliveries('pending')).toMatchObject([{ attempt_count: 0 }, { attempt_count: 0 }]);
    receiver.behaves(answers(204));
    await driven(service.deps).all();
    expect(await deliveries('delivered')).toHaveLength(2);
  });
});

describe('Two processes', () => {
  it('share what is due, each once (claimDeliveries)', async () => {
    for (let index = 0; index < 30; index += 1) await submit();
    await planDeliveries(service.deps, { site_id: SITE, id: webhook });
    const at = { site_id: SITE, id: webhook, limit: 5 };
    const taken = new Set<string>();
    for (let round = 0; round < 10; round += 1) {
      const shares = await Promise.all(
        [1, 2, 3].map(async () => claimDeliveries(service.deps, at)),
      );
      const ids = shares.flat().map(({ id }) => id);
      for (const id of ids) {
        expect(taken).not.toContain(id);
        taken.add(id);
      }
    }
    // The other thirty wait for the first of their comments.
    expect(taken.size).toBe(30);
  });
});

describe('What has ended (sweepDeliveries)', () => {
  it('is kept for thirty days, and what is pending for as long as it is', async () => {
    await submit();
    await driven(service.deps).all();
    await submit();
    await planDeliveries(service.deps, { site_id: SITE, id: webhook });
    const sweep = async () => {
      const [endpoint] = await service.deps.store.webhooks.page(null, 1);
      if (endpoint) await sweepDeliveries(service.deps, endpoint);
    };
    service.pass(30 * DAY);
    await sweep();
    expect(await deliveries()).toHaveLength(4);
    service.pass(1);
    await sweep();
    expect((await deliveries()).map(({ status }) => status)).toEqual(['pending', 'pending']);
  });

  it('is gone with its webhook', async () => {
    await submit();
    const worker = driven(service.deps);
    await worker.all();
    await service.admin.delete(`/v1/webhooks/${webhook}`);
    service.pass(60);
    await worker.all();
    const filter = { endpoint_id: webhook, status: null };
    const page = { cursor: null, limit: 10 };
    expect(await service.deps.store.deliveries.list(SITE, filter, page)).toEqual([]);
    service.pass(60);
    await worker.all();
    expect(await service.deps.store.webhooks.page(null, 10)).toEqual([]);
  });
});

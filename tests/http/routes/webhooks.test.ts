import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { aComment, startTestApp, type TestApp } from '../../support/app.js';
import { answers, type Receiver, startReceiver, verified } from '../../support/receiver.js';
import { type Driven, driven, localSender } from '../../support/webhooks.js';

let service: TestApp;
let receiver: Receiver;
let worker: Driven;
beforeAll(async () => {
  service = await startTestApp({ sender: localSender() });
  receiver = await startReceiver();
  worker = driven(service.deps);
});
afterAll(async () => {
  await worker.stop();
  await service.close();
  await receiver.close();
});
beforeEach(async () => {
  for (const { id } of (await service.admin.get('/v1/webhooks')).body.data) {
    await service.admin.delete(`/v1/webhooks/${id}`);
  }
  receiver.behaves(answers(204));
});

const create = async (more: Record<string, unknown> = {}) =>
  (await service.admin.post('/v1/webhooks', { url: receiver.url, ...more })).body;

describe('POST /v1/webhooks (createWebhook, listWebhooks, getWebhook)', () => {
  it('makes one whose secret is in that answer alone', async () => {
    const { status, body } = await service.admin.post('/v1/webhooks', {
      url: receiver.url,
      description: 'the CMS',
      event_types: ['comment.rejected', 'comment.approved'],
    });
    expect(status).toBe(201);
    const { secret, ...rest } = body;
    expect(secret).toMatch(/^whsec_/u);
    expect(Buffer.from(secret.slice(6), 'base64')).toHaveLength(32);
    expect(rest).toEqual({
      id: expect.stringMatching(/^whk_/u),
      url: receiver.url,
      description: 'the CMS',
      event_types: ['comment.approved', 'comment.rejected'],
      enabled: true,
      disabled_at: null,
      disabled_reason: null,
      failing_since: null,
      previous_secret_until: null,
      created_at: expect.any(String),
      callback: false,
      created_by: expect.any(String),
    });
    expect((await service.admin.get('/v1/webhooks')).body).toEqual({
      data: [rest],
      next_cursor: null,
    });
    expect((await service.admin.get(`/v1/webhooks/${rest.id}`)).body).toEqual(rest);
  });

  it('is for admins', async () => {
    const { status } = await service.moderator.post('/v1/webhooks', { url: receiver.url });
    expect(status).toBe(403);
  });

  it.each([
    ['no address', {}],
    ['an unknown type of event', { url: 'https://a.example/', event_types: ['comment.liked'] }],
    ['no type of event', { url: 'https://a.example/', event_types: [] }],
    ['a member that it does not know', { url: 'https://a.example/', secret: 'mine' }],
  ])('refuses %s', async (_, body) => {
    expect((await service.admin.post('/v1/webhooks', body)).status).toBe(400);
  });

  it.each(['https://10.0.0.1/', 'https://a:b@example.com/', 'http://169.254.169.254/', 'nowhere'])(
    'refuses an address that nothing may be sent to: %s',
    async (url) => {
      const { status, body } = await service.admin.post('/v1/webhooks', { url });
      expect([status, body.code]).toEqual([422, 'invalid_webhook_url']);
      expect(body.errors).toEqual([{ pointer: '/url', detail: expect.any(String) }]);
    },
  );

  it('refuses more than a site may have, until one is deleted', async () => {
    const made = [];
    for (let index = 0; index < 10; index += 1) made.push(await create());
    const { status, body } = await service.admin.post('/v1/webhooks', { url: receiver.url });
    expect([status, body.code]).toEqual([409, 'too_many_webhooks']);
    await service.admin.delete(`/v1/webhooks/${made[0].id}`);
    expect(await create()).toMatchObject({ enabled: true });
  });
});

describe('PATCH /v1/webhooks/{id} (changeWebhook)', () => {
  it('changes what is named and nothing else', async () => {
    const { secret, ...made } = await create({ description: 'old' });
    const path = `/v1/webhooks/${made.id}`;
    const { status, body } = await service.admin.patch(path, { description: null });
    expect([status, body]).toEqual([200, { ...made, description: null }]);
    const url = `http://127.0.0.1:${receiver.port}/other`;
    const changed = await service.admin.patch(path, { url, event_types: ['policy.changed'] });
    expect(changed.body).toEqual({
      ...made,
      description: null,
      url,
      event_types: ['policy.changed'],
    });
    expect(JSON.stringify(changed.body)).not.toContain(secret);
  });

  it('refuses a private address and an empty change', async () => {
    const { id } = await create();
    const path = `/v1/webhooks/${id}`;
    expect((await service.admin.patch(path, { url: 'https://[::1]/' })).status).toBe(422);
    expect((await service.admin.patch(path, {})).status).toBe(400);
  });

  it('sends nothing while disabled, and once enabled what has happened meanwhile', async () => {
    const { id } = await create({ event_types: ['comment.submitted'] });
    await service.admin.patch(`/v1/webhooks/${id}`, { enabled: false });
    const before = receiver.requests.length;
    await service.cms.post('/v1/comments', aComment());
    await worker.all();
    expect(receiver.requests.length).toBe(before);
    const { body } = await service.admin.get(`/v1/webhooks/${id}`);
    expect(body).toMatchObject({ enabled: false, disabled_reason: 'by_admin' });
    await service.admin.patch(`/v1/webhooks/${id}`, { enabled: true });
    await worker.all();
    expect(receiver.got().slice(before)).toEqual(['comment.submitted']);
  });
});

describe('POST /v1/webhooks/{id}/rotate-secret (rotateWebhookSecret)', () => {
  it('signs with both secrets for a day, and then with the new one alone', async () => {
    const { id, secret } = await create();
    const rotated = await service.admin.post(`/v1/webhooks/${id}/rotate-secret`);
    expect(rotated.status).toBe(200);
    expect(rotated.body.secret).not.toBe(secret);
    await service.admin.post(`/v1/webhooks/${id}/test`);
    const both = receiver.requests.at(-1);
    if (both === undefined) throw new Error('nothing arrived');
    expect(verified(secret, both)).toEqual(verified(rotated.body.secret, both));
    service.pass(24 * 3_600);
    await service.admin.post(`/v1/webhooks/${id}/test`);
    const one = receiver.requests.at(-1);
    if (one === undefined) throw new Error('nothing arrived');
    expect(verified(rotated.body.secret, one)).toMatchObject({ type: 'webhook.test' });
    expect(() => verified(secret, one)).toThrow('No matching signature');
  });
});

describe('DELETE /v1/webhooks/{id} (deleteWebhook)', () => {
  it('ends it for good: what was on its way is not sent', async () => {
    const { id } = await create();
    await service.cms.post('/v1/comments', aComment());
    const before = receiver.requests.length;
    expect((await service.admin.delete(`/v1/webhooks/${id}`)).status).toBe(200);
    await worker.all();
    expect(receiver.requests.length).toBe(before);
    for (const path of ['', '/deliveries', '/deliveries/dlv_1']) {
      expect((await service.admin.get(`/v1/webhooks/${id}${path}`)).status).toBe(404);
    }
  });
});

describe('POST /v1/webhooks/{id}/test (testWebhook)', () => {
  it('says at once what came of one attempt, also to a disabled webhook', async () => {
    const { id } = await create();
    await service.admin.patch(`/v1/webhooks/${id}`, { enabled: false });
    const good = await service.admin.post(`/v1/webhooks/${id}/test`);
    expect([good.status, good.body]).toMatchObject([
      200,
      {
        webhook_id: id,
        event_type: 'webhook.test',
        status: 'delivered',
        attempts: [{ number: 1, http_status: 204, problem: null }],
      },
    ]);
    receiver.behaves(answers(500));
    const bad = await service.admin.post(`/v1/webhooks/${id}/test`);
    expect(bad.body).toMatchObject({
      status: 'failed',
      next_attempt_at: null,
      attempts: [{ number: 1, http_status: 500, problem: 'status' }],
    });
  });
});

describe('GET /v1/webhooks/{id}/deliveries (listDeliveries, getDelivery)', () => {
  it('lists what was sent, by status, and pages to the end without loss or repeat', async () => {
    const { id } = await create({ event_types: ['comment.submitted'] });
    for (let index = 0; index < 5; index += 1) {
      await service.cms.post('/v1/comments', aComment());
    }
    await worker.all();
    const path = `/v1/webhooks/${id}/deliveries`;
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const after: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await service.admin.get(`${path}?limit=2&status=delivered${after}`);
      seen.push(...body.data.map((each: { id: string }) => each.id));
      cursor = body.next_cursor;
    }
    expect(new Set(seen).size).toBe(5);
    expect(seen).toEqual(seen.toSorted().toReversed());
    expect((await service.admin.get(`${path}?status=failed`)).body.data).toEqual([]);
    expect((await service.admin.get(`${path}/${seen[0]}`)).body).toMatchObject({
      id: seen[0],
      attempt_count: 1,
      attempts: [{ number: 1, http_status: 204 }],
    });
    expect((await service.admin.get(`${path}?status=lost`)).status).toBe(400);
  });

  it('shows nothing of another site', async () => {
    const { id } = await create();
    const test = await service.admin.post(`/v1/webhooks/${id}/test`);
    const other = await service.client('admin', 'elsewhere');
    expect((await other.get('/v1/webhooks')).body.data).toEqual([]);
    const paths = ['', '/deliveries', `/deliveries/${test.body.id}`];
    for (const path of paths) {
      expect((await other.get(`/v1/webhooks/${id}${path}`)).status).toBe(404);
    }
    for (const path of ['/test', '/rotate-secret', `/deliveries/${test.body.id}/replay`]) {
      expect((await other.post(`/v1/webhooks/${id}${path}`)).status).toBe(404);
    }
    expect((await other.patch(`/v1/webhooks/${id}`, { enabled: false })).status).toBe(404);
    expect((await other.delete(`/v1/webhooks/${id}`)).status).toBe(404);
  });
});

describe('POST …/replay (replayDelivery, replayFailedDeliveries)', () => {
  it('sends a delivery again under the same webhook-id', async () => {
    const { id } = await create({ event_types: ['comment.submitted'] });
    await service.cms.post('/v1/comments', aComment());
    await worker.all();
    const [delivery] = (await service.admin.get(`/v1/webhooks/${id}/deliveries`)).body.data;
    const before = receiver.requests.length;
    const path = `/v1/webhooks/${id}/deliveries/${delivery.id}/replay`;
    const replay = await service.admin.post(path);
    expect([replay.status, replay.body.status]).toEqual([202, 'pending']);
    const again = await service.admin.post(path);
    expect([again.status, again.body.code]).toEqual([409, 'delivery_pending']);
    await worker.all();
    const ids = receiver.requests.slice(before - 1).map(({ headers }) => headers['webhook-id']);
    expect(ids).toEqual([delivery.event_id, delivery.event_id]);
  });

  it('sends again what was given up since a time, in the order of each comment', async () => {
    const { id } = await create();
    receiver.behaves(answers(410));
    for (let index = 0; index < 2; index += 1) {
      await service.cms.post('/v1/comments', aComment());
      await service.admin.patch(`/v1/webhooks/${id}`, { enabled: true });
      await worker.all();
    }
    const replay = async () =>
      service.admin.post(`/v1/webhooks/${id}/replay-failed`, { since: '2026-01-01T00:00:00Z' });
    const refused = await replay();
    expect([refused.status, refused.body.code]).toEqual([409, 'webhook_disabled']);
    receiver.behaves(answers(204));
    await service.admin.patch(`/v1/webhooks/${id}`, { enabled: true });
    await worker.all();
    const failed = (await service.admin.get(`/v1/webhooks/${id}/deliveries?status=failed`)).body;
    const { status, body } = await replay();
    expect([status, body]).toEqual([202, { replayed: failed.data.length, more: false }]);
    expect(failed.data.length).toBeGreaterThan(0);
    await worker.all();
    const left = await service.admin.get(`/v1/webhooks/${id}/deliveries?status=failed`);
    expect(left.body.data).toEqual([]);
    expect((await replay()).body).toEqual({ replayed: 0, more: false });
  });
});

describe('The record', () => {
  it('tells of each act, and of no address and no secret', async () => {
    const { sequence } = await service.deps.store.audit.head('default');
    const { id, secret } = await create({ event_types: ['comment.held'] });
    const path = `/v1/webhooks/${id}`;
    await service.admin.patch(path, { url: `${receiver.url}?token=hidden` });
    await service.admin.post(`${path}/rotate-secret`);
    receiver.behaves(answers(410));
    await service.admin.post(`${path}/test`);
    await service.admin.delete(path);
    const entries = await service.deps.store.audit.after('default', sequence, 10);
    expect(entries.map(({ kind }) => kind)).toEqual([
      'webhook.created',
      'webhook.changed',
      'webhook.secret_rotated',
      'webhook.disabled',
      'webhook.deleted',
    ]);
    expect(entries.every(({ object_id }) => object_id === id)).toBe(true);
    expect(JSON.stringify(entries)).not.toMatch(/127\.0\.0\.1|hidden|whsec_/u);
    expect(JSON.stringify(entries)).not.toContain(secret.slice(6));
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aComment, startTestApp, type TestApp } from '../../support/app.js';

let service: TestApp;
beforeAll(async () => {
  service = await startTestApp();
});
afterAll(async () => service.close());

const block = async (said: Record<string, unknown>) =>
  service.moderator.post('/v1/blocks', { reason: 'spam', ...said });
const statusFor = async (author: Record<string, unknown>) =>
  (await service.cms.post('/v1/comments', aComment({ author }))).body.comment.status;

describe('POST /v1/blocks (createBlock)', () => {
  const cases: readonly [string, string, Record<string, unknown>, Record<string, unknown>][] = [
    ['name', 'Golden Gary', { name: 'golden  GАRY' }, { name: 'Golden Gar' }],
    [
      'email',
      'Spam@Example.org',
      { name: 'A', email: 'spam@example.ORG' },
      { name: 'A', email: 'ham@example.org' },
    ],
    [
      'email_domain',
      '@mailinator.com',
      { name: 'B', email: 'x@Mailinator.com' },
      { name: 'B', email: 'x@mailinator.com.example' },
    ],
    ['ip', '203.0.113.7', { name: 'C', ip: '203.0.113.7' }, { name: 'C', ip: '203.0.113.8' }],
    [
      'ip',
      '198.51.100.77/24',
      { name: 'D', ip: '::ffff:198.51.100.1' },
      { name: 'D', ip: '198.51.101.1' },
    ],
    [
      'ip',
      '2001:db8:1::/48',
      { name: 'E', ip: '2001:0db8:0001:ffff::1' },
      { name: 'E', ip: '2001:db8:2::1' },
    ],
  ];
  it.each(cases)('blocks the %s %s from the very next comment on', async (...row) => {
    const [kind, value, hit, miss] = row;
    const { status, body } = await block({ kind, value });
    expect(status).toBe(201);
    expect(await statusFor(hit)).toBe('rejected');
    expect(await statusFor(miss)).toBe('approved');
    await service.moderator.delete(`/v1/blocks/${body.id}`);
    expect(await statusFor(hit)).toBe('approved');
  });

  it('writes a range by its first address', async () => {
    const { body } = await block({ kind: 'ip', value: '198.51.100.77/24' });
    expect(body.value).toBe('198.51.100.0/24');
  });

  it('blocks an author by the id of the CMS', async () => {
    await statusFor({ external_id: 'u-9', name: 'Nine' });
    await block({ kind: 'author', value: 'u-9', mode: 'hold' });
    expect(await statusFor({ external_id: 'u-9', name: 'Nine' })).toBe('pending');
  });

  it.each([
    ['ip', '300.1.1.1'],
    ['ip', '0.0.0.0/0'],
    ['ip', '10.0.0.0/33'],
    ['ip', '::/0'],
    ['email', 'nobody'],
    ['email_domain', 'localhost'],
    ['name', '!!!'],
    ['shoe_size', '42'],
  ])('refuses the %s %s and says why', async (kind, value) => {
    const { status, body } = await block({ kind, value });
    expect([status, body.code]).toEqual([400, 'invalid_request']);
    expect(body.errors[0].detail).toBeTruthy();
  });

  it.each([
    ['two ends', { days: 1, until: '2999-01-01T00:00:00Z' }, 'invalid_request', '/days'],
    [
      'two beginnings',
      { reject_hours: 1, reject_since: '2026-01-01T00:00:00Z' },
      'invalid_request',
      '/reject_hours',
    ],
    ['a beginning ahead', { reject_since: '2999-01-01T00:00:00Z' }, 'invalid_date', '/reject_since'],
    ['an end behind', { until: '2001-01-01T00:00:00Z' }, 'invalid_date', '/until'],
  ])('refuses %s', async (_, said, code, pointer) => {
    const { status, body } = await block({ kind: 'email', value: 'x@example.org', ...said });
    expect([status, body.code, body.errors[0].pointer]).toEqual([400, code, pointer]);
  });

  it('rejects what came in since a time, and that moment too', async () => {
    const author = { name: 'Since', email: 'since@example.org' };
    const before = (await service.cms.post('/v1/comments', aComment({ author }))).body.comment;
    service.pass(60);
    const at = new Date(service.deps.clock()).toISOString();
    const then = (await service.cms.post('/v1/comments', aComment({ author }))).body.comment;
    await block({ kind: 'email', value: author.email, reject_since: at.replace('Z', '+00:00') });
    const status = async (id: string) =>
      (await service.moderator.get(`/v1/comments/${id}`)).body.status;
    expect([await status(before.id), await status(then.id)]).toEqual(['approved', 'rejected']);
  });

  it('answers 404 for an author that is not there', async () => {
    expect((await block({ kind: 'author', value: 'nobody' })).status).toBe(404);
  });

  it('leaves a comment without an address alone, and says that it could not be checked', async () => {
    await block({ kind: 'ip', value: '192.0.2.0/24' });
    const { body } = await service.cms.post('/v1/comments', aComment());
    expect(body.comment.status).toBe('approved');
    expect(body.verdict.findings[0]).toMatchObject({
      rule: 'identifier_blocked',
      outcome: 'unknown',
      action: 'approve',
    });
  });
});

describe('GET /v1/blocks (listBlocks)', () => {
  it('lists what is in force, newest first, and the past when asked', async () => {
    const { body: made } = await block({ kind: 'email', value: 'list@example.org' });
    const now = await service.moderator.get('/v1/blocks?kind=email');
    expect(now.body.data[0].id).toBe(made.id);
    const lifted = await service.moderator.delete(`/v1/blocks/${made.id}`);
    expect(lifted.body).toMatchObject({ id: made.id, lifted_by: 'moderate of default' });
    const after = await service.moderator.get('/v1/blocks?kind=email');
    expect(after.body.data.map((one: { id: string }) => one.id)).not.toContain(made.id);
    const past = await service.moderator.get('/v1/blocks?kind=email&include_past=true');
    expect(past.body.data[0].id).toBe(made.id);
  });

  it('names the author whom a block is on', async () => {
    const author = { external_id: 'named-1', name: 'Nele Named' };
    await service.cms.post('/v1/comments', aComment({ author }));
    await block({ kind: 'author', value: 'named-1' });
    await block({ kind: 'email_domain', value: 'named.example' });
    const { body } = await service.moderator.get('/v1/blocks?limit=2');
    expect(body.data).toMatchObject([
      { kind: 'email_domain', author_name: null },
      { kind: 'author', author_name: 'Nele Named' },
    ]);
  });
});

describe('GET /v1/blocks/{id} (getBlock)', () => {
  it('says who made it and why, and how it ended', async () => {
    const { body: made } = await block({ kind: 'email', value: 'one@example.org', note: 'see 4' });
    await service.moderator.delete(`/v1/blocks/${made.id}?reason=mistaken&restore=false`);
    const { status, body } = await service.moderator.get(`/v1/blocks/${made.id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      created_by: 'moderate of default',
      raised_by: 'moderator',
      reason: 'spam',
      note: 'see 4',
      lifted_by: 'moderate of default',
      lift_reason: 'mistaken',
      rejected_comments: 0,
    });
  });

  it('answers 404 for none and for that of another site, and 403 to a submit key', async () => {
    const { body } = await block({ kind: 'email', value: 'two@example.org' });
    const elsewhere = await service.client('moderate', 'elsewhere');
    expect((await service.moderator.get('/v1/blocks/blk_none')).status).toBe(404);
    expect((await elsewhere.get(`/v1/blocks/${body.id}`)).status).toBe(404);
    expect((await elsewhere.delete(`/v1/blocks/${body.id}`)).status).toBe(404);
    expect((await service.cms.get(`/v1/blocks/${body.id}`)).status).toBe(403);
  });
});

describe('DELETE /v1/blocks/{id} (liftBlock)', () => {
  it('is the same when repeated, and 404 for what never was', async () => {
    const { body } = await block({ kind: 'email', value: 'again@example.org' });
    const first = await service.moderator.delete(`/v1/blocks/${body.id}`);
    service.pass(5);
    expect((await service.moderator.delete(`/v1/blocks/${body.id}`)).body).toEqual(first.body);
    expect((await service.moderator.delete('/v1/blocks/blk_none')).status).toBe(404);
  });
});

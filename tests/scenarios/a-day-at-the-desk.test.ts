import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { verifyAudit } from '../../src/operations/verify-audit.js';
import { aComment, startTestApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { type Received, type Receiver, startReceiver } from '../support/receiver.js';
import { driven, type Driven, localSender } from '../support/webhooks.js';

const HELD = 'You are a clueless moron, and so is your minister.';

let service: TestApp;
let receiver: Receiver;
let hooks: Driven;
let ben: Client;
let secret = '';
beforeAll(async () => {
  service = await startTestApp({ sender: localSender({ clock: () => service.deps.clock() }) });
  receiver = await startReceiver();
  hooks = driven(service.deps);
  ben = await service.client('moderate');
  const made = await service.admin.post('/v1/webhooks', { url: receiver.url });
  secret = made.body.secret;
});
afterAll(async () => {
  await hooks.settled();
  await receiver.close();
  await service.close();
});

/** What the receiver was told since it was last asked, each checked as a receiver checks it. */
let heard = 0;
async function told(): Promise<readonly string[]> {
  await hooks.all();
  const fresh = receiver.requests.slice(heard);
  heard = receiver.requests.length;
  return fresh.map((request) => typeOf(request));
}

function typeOf({ body, headers }: Received): string {
  const signed = Object.fromEntries(
    ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [
      name,
      String(headers[name]),
    ]),
  );
  // Judged at the moment of sending: the clock of the service stands in November.
  const [scheme, signature] = (signed['webhook-signature'] ?? '').split(',');
  const at = new Date(Number(signed['webhook-timestamp']) * 1000);
  const expected = new Webhook(secret).sign(signed['webhook-id'] ?? '', at, body);
  expect(`${scheme},${signature}`).toBe(expected);
  return (JSON.parse(body) as { type: string }).type;
}

describe('A day at the desk', () => {
  let id = '';
  let appeal = '';
  /** Who rejected the comment, and who did not. */
  let first: Client;
  let second: Client;

  it('holds a comment, and tells the publisher', async () => {
    const author = { external_id: 'reader-7', name: 'Reader Seven' };
    const sent = await service.cms.post('/v1/comments', aComment({ author, body: HELD }));
    expect(sent.body.comment.status).toBe('pending');
    id = sent.body.comment.id;
    expect(await told()).toEqual(['comment.submitted', 'comment.held']);
    expect(receiver.requests.every(({ body }) => !body.includes('moron'))).toBe(true);
  });

  it('gives it to one of two moderators, with why it is there', async () => {
    const claims = await Promise.all([
      service.moderator.post('/v1/queue/claims', { count: 1 }),
      ben.post('/v1/queue/claims', { count: 1 }),
    ]);
    const given = claims.map(({ body }) => body.data.length);
    expect(given.toSorted()).toEqual([0, 1]);
    const [mine, theirs] = given[0] === 1 ? [service.moderator, ben] : [ben, service.moderator];
    const { body } = await mine.get('/v1/queue');
    expect(body.data[0].comment.id).toBe(id);
    expect(body.data[0].reasons[0]).toMatchObject({ rule: 'personal_attack' });
    const refused = await theirs.post(`/v1/comments/${id}/reject`, { seen_version: 1 });
    expect([refused.status, refused.body.code]).toEqual([409, 'claimed_by_another']);
    const decided = await mine.post(`/v1/comments/${id}/reject`, {
      seen_version: 1,
      standard: 'personal_attack',
      reason: 'It insults the reporter.',
    });
    expect(decided.body.comment.status).toBe('rejected');
    expect(await told()).toEqual(['comment.rejected']);
    first = mine;
    second = theirs;
  });

  it('takes the author’s appeal, once, and tells of it', async () => {
    const text = 'I quoted what the minister said of himself.';
    const path = `/v1/comments/${id}/appeals`;
    const filed = await service.cms.post(path, { author: 'reader-7', text });
    expect(filed.status).toBe(201);
    appeal = filed.body.id;
    expect((await service.cms.post(path, { author: 'reader-7', text })).status).toBe(200);
    expect(await told()).toEqual(['appeal.filed']);
  });

  it('has another moderator answer it, and the comment is back', async () => {
    const answer = { outcome: 'overturned', reason: 'It is a quotation.', seen_version: 2 };
    const own = await first.post(`/v1/appeals/${appeal}/resolve`, answer);
    expect([own.status, own.body.code]).toEqual([409, 'same_moderator']);
    const resolved = await second.post(`/v1/appeals/${appeal}/resolve`, answer);
    expect(resolved.body.comment).toMatchObject({ id, status: 'approved', version: 3 });
    expect(await told()).toEqual(['appeal.resolved', 'comment.approved']);
    const { body } = await service.cms.get('/v1/threads/article-1/comments');
    expect(body.data.map((comment: { id: string }) => comment.id)).toContain(id);
    const mine = (await service.cms.get(`/v1/appeals/${appeal}`)).body;
    expect(mine).toMatchObject({ status: 'overturned', outcome_reason: 'It is a quotation.' });
  });

  it('counts the overturned decision against the rule', async () => {
    const { body } = await service.moderator.get('/v1/policy/rules');
    const rule = body.data.find((each: { id: string }) => each.id === 'personal_attack');
    expect(rule).toMatchObject({ decided: 1, agreed: 0 });
  });

  it('has all of it on record, whole and in order', async () => {
    const { body } = await service.moderator.get(`/v1/audit?comment=${id}`);
    const kinds = body.data.map(({ kind }: { kind: string }) => kind).toReversed();
    expect(kinds.filter((kind: string) => !kind.startsWith('claim.'))).toEqual([
      'comment.submitted',
      'comment.held',
      'comment.rejected',
      'appeal.filed',
      'appeal.resolved',
      'comment.approved',
    ]);
    const input = { site_id: 'default', known: null };
    const verified = await verifyAudit(service.deps, input, { onProgress: () => undefined });
    expect(verified.problems).toEqual([]);
  });
});

import { createHash } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Deps } from '../../src/deps.js';
import { keepPrivacy } from '../../src/operations/keep-privacy.js';
import { verifyAudit } from '../../src/operations/verify-audit.js';
import { aComment, startTestApp, type TestApp } from '../support/app.js';
import { type Client, clientOf } from '../support/client.js';
import { postgresDatabase, type TestDatabase } from '../support/databases.js';
import { heldComment } from '../support/desk.js';
import { type Receiver, startReceiver } from '../support/receiver.js';
import { driven, localSender } from '../support/webhooks.js';

const SITE = 'default';
const RACES = 100;

let database: TestDatabase;
let receiver: Receiver;
let one: TestApp;
let two: TestApp;
/** The admin, as the first instance and as the second serves them. */
let admins: readonly [Client, Client];

/** Ids in one order, as the clock gives them to instances. */
function sharedIds(): Pick<Deps, 'newId' | 'randomBytes'> {
  let made = 0;
  return {
    newId: (prefix) => `${prefix}_${String((made += 1)).padStart(26, '0')}`,
    randomBytes: (count) =>
      createHash('sha512').update(String((made += 1))).digest().subarray(0, count),
  };
}

beforeAll(async () => {
  database = await postgresDatabase();
  receiver = await startReceiver();
  const change = { ...sharedIds(), sender: localSender() };
  one = await startTestApp(change, database.url);
  two = await startTestApp(change, database.url);
  admins = [one.admin, clientOf(two.app, one.admin.key)];
});
afterAll(async () => {
  await one.close();
  await two.close();
  await receiver.close();
  await database.remove();
});

const post = async (at: TestApp, change: Record<string, unknown> = {}) =>
  (await at.cms.post('/v1/comments', aComment(change))).body;
/** The codes of what was found in a comment that is posted at an instance. */
const found = async (at: TestApp, change: Record<string, unknown> = {}): Promise<string[]> =>
  (await post(at, change)).verdict.findings.map(({ reason }: { reason: string }) => reason);
const turn = (index: number): TestApp => (index % 2 === 0 ? one : two);

describe('What is done at one of two instances', () => {
  it('as a block, holds for the next comment at the other', async () => {
    for (let round = 0; round < 10; round += 1) {
      const author = { external_id: `blocked-${round}`, name: `Mallory ${round}` };
      expect(await found(turn(round), { author })).toEqual([]);
      const block = { kind: 'name', value: author.name, reason: 'ads' };
      const { status } = await turn(round).moderator.post('/v1/blocks', block);
      expect(status).toBe(201);
      expect(await found(turn(round + 1), { author })).toContain('blocked.identifier');
    }
  });

  it('as a change of the policy, judges the next comment at the other', async () => {
    for (let round = 0; round < 6; round += 1) {
      const term = `marmalade${round}`;
      const body = `They serve ${term} in the library.`;
      expect(await found(turn(round + 1), { body })).toEqual([]);
      const rules = {
        blocked_terms: { terms: [term] },
        repeated_text: { enabled: false },
        posting_too_fast: { enabled: false },
      };
      const changed = await admins[round % 2]?.put('/v1/policy', { rules }, { 'if-match': '*' });
      expect(changed?.status).toBe(200);
      expect(await found(turn(round + 1), { body })).toContain('off_limits.term');
    }
    await admins[0].put('/v1/policy', {}, { 'if-match': '*' });
  });

  it('as a revoked key, is refused by the other', async () => {
    const { body: key } = await admins[0].post('/v1/keys', { name: 'Eve', scopes: ['moderate'] });
    const eve = clientOf(two.app, key.key);
    expect((await eve.get('/v1/queue')).status).toBe(200);
    await admins[0].delete(`/v1/keys/${key.id}`);
    expect((await eve.get('/v1/queue')).status).toBe(401);
  });

  it('counts towards a flood at the other', async () => {
    const author = { external_id: 'hasty', name: 'Hasty' };
    const all = await Promise.all(
      Array.from({ length: 12 }, async (_, at) => found(turn(at), { author })),
    );
    // Five in ten seconds are let through, whoever takes them.
    expect(all.filter((reasons) => !reasons.includes('conduct.too_fast'))).toHaveLength(5);
  });

  it('is repeated at the other', async () => {
    one.pass(3_600);
    two.pass(3_600);
    const author = { external_id: 'parrot', name: 'Parrot' };
    const body = 'Polly would like to have one more of these biscuits, please.';
    const all = await Promise.all([one, two].map(async (at) => found(at, { author, body })));
    expect(all.filter((reasons) => reasons.includes('conduct.repeated_text'))).toHaveLength(1);
  });

  it('is answered again by the other, for the same Idempotency-Key', async () => {
    for (let round = 0; round < 20; round += 1) {
      const comment = aComment({ author: { external_id: `idem-${round}`, name: 'I' } });
      const headers = { 'idempotency-key': `"key-${round}"` };
      const answers = await Promise.all(
        [one, two, one, two].map(async ({ app }) =>
          clientOf(app, one.cms.key).post('/v1/comments', comment, headers),
        ),
      );
      // One that is still being answered at the same instance is refused, and is to be sent again.
      const made = answers.filter(({ status }) => status !== 409);
      expect(made.map(({ status }) => status)).toEqual(made.map(() => 201));
      expect(new Set(made.map(({ body }) => body.comment.id)).size).toBe(1);
    }
  });
});

describe('Two moderators at two instances', () => {
  it(`have exactly one winner each of ${RACES} times`, async () => {
    for (let round = 0; round < RACES; round += 1) {
      const { id } = await heldComment(turn(round));
      const decided = await Promise.all([
        one.moderator.post(`/v1/comments/${id}/approve`, { seen_version: 1 }),
        two.moderator.post(`/v1/comments/${id}/reject`, { seen_version: 1 }),
      ]);
      expect(decided.map(({ status }) => status).sort()).toEqual([200, 409]);
      const { body } = await turn(round).moderator.get(`/v1/comments/${id}`);
      expect([body.version, body.decisions.length]).toEqual([2, 2]);
      expect(body.status).toBe(decided[0].status === 200 ? 'approved' : 'rejected');
    }
  });

  it('never get the same comment to work on', async () => {
    for (let index = 0; index < 24; index += 1) await heldComment(turn(index));
    const shares = await Promise.all(
      Array.from({ length: 4 }, async (_, at) =>
        turn(at).moderator.post('/v1/queue/claims', { count: 6 }),
      ),
    );
    const ids = shares.flatMap(({ body }) =>
      body.data.map((item: { comment: { id: string } }) => item.comment.id),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(24);
  });
});

describe('Workers of two instances', () => {
  it('send each event once', async () => {
    const { body: webhook } = await admins[0].post('/v1/webhooks', { url: receiver.url });
    for (let index = 0; index < 40; index += 1) {
      await post(turn(index), { author: { external_id: `told-${index}`, name: 'T' } });
    }
    await Promise.all([driven(one.deps).all(), driven(two.deps).all()]);
    // Whoever came to its end first may have left the other something to begin.
    await driven(one.deps).all();
    const ids = receiver.requests.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(80);
    expect(ids).toHaveLength(80);
    await admins[0].delete(`/v1/webhooks/${webhook.id}`);
  });

  it('erase what is past its time once, and note it once', async () => {
    const retention = { retention: { rejected_body_days: 1 } };
    await admins[0].put('/v1/policy', retention, { 'if-match': '*' });
    const before = await erasedOnRecord();
    for (let at = 0; at < 5; at += 1) await post(one, { body: `This is fucking late, ${at}.` });
    one.pass(3 * 86_400);
    two.pass(3 * 86_400);
    const going = { aborted: false };
    await Promise.all([one, two].map(async ({ deps }) => keepPrivacy(deps, going)));
    expect((await erasedOnRecord()) - before).toBe(1);
  });
});

const erasedOnRecord = async (): Promise<number> => {
  const { body } = await admins[0].get('/v1/audit?limit=100');
  return body.data.filter(({ kind }: { kind: string }) => kind.startsWith('retention')).length;
};

describe('The record of two instances', () => {
  it('is one chain, whole at its end', async () => {
    const which = { site_id: SITE, known: null };
    const { problems } = await verifyAudit(one.deps, which, { onProgress: () => undefined });
    expect(problems).toEqual([]);
  });
});

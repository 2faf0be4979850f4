import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { applyRetention } from '../../src/operations/apply-retention.js';
import { keepPrivacy } from '../../src/operations/keep-privacy.js';
import { verifyAudit } from '../../src/operations/verify-audit.js';
import { aComment, startTestApp, type TestApp } from '../support/app.js';

let service: TestApp;
beforeEach(async () => {
  service = await startTestApp();
});
afterEach(async () => service.close());

const DAY = 86_400;
const RUDE = 'This is fucking late.';

const keep = async (retention: Record<string, number>) => {
  const { body, headers } = await service.admin.get('/v1/policy');
  const put = await service.admin.put(
    '/v1/policy',
    { ...body, retention },
    { 'if-match': String(headers['etag']) },
  );
  expect(put.status).toBe(200);
};

const submit = async (body?: string) =>
  (
    await service.cms.post(
      '/v1/comments',
      aComment({
        author: { name: 'Jane', ip: '203.0.113.7', user_agent: 'Browser' },
        ...(body !== undefined && { body }),
      }),
    )
  ).body.comment;

const read = async (id: string) => (await service.moderator.get(`/v1/comments/${id}`)).body;

const apply = async (dry_run = false) =>
  applyRetention(service.deps, { site_id: 'default', dry_run });

describe('applyRetention', () => {
  it('erases nothing unless the policy says so', async () => {
    const { id } = await submit(RUDE);
    service.pass(3_000 * DAY);
    expect(await apply()).toMatchObject({ addresses: 0, rejected_texts: 0, withdrawn_texts: 0 });
    expect(await read(id)).toMatchObject({ body: RUDE, author: { ip: '203.0.113.7' } });
  });

  it('erases addresses and user agents that are too old, and no younger ones', async () => {
    await keep({ ip_days: 30 });
    const old = await submit();
    service.pass(20 * DAY);
    const young = await submit();
    service.pass(11 * DAY);
    expect(await apply(true)).toMatchObject({ addresses: 1 });
    expect((await read(old.id)).author.ip).toBe('203.0.113.7');
    expect(await apply()).toMatchObject({ addresses: 1, rejected_texts: 0 });
    expect((await read(old.id)).author).toMatchObject({ ip: null, user_agent: null, name: 'Jane' });
    expect((await read(young.id)).author.ip).toBe('203.0.113.7');
    // The comment as it was submitted is still judged and shown.
    expect(await apply()).toMatchObject({ addresses: 0 });
    expect((await submit()).status).toBe('approved');
  });

  it('erases the texts of rejected comments, and keeps why they were rejected', async () => {
    await keep({ rejected_body_days: 30 });
    const rejected = await submit(RUDE);
    const edited = await submit('A civil beginning of something else.');
    await service.cms.patch(`/v1/comments/${edited.id}`, { body: `${RUDE} And so are you.` });
    const approved = await submit();
    service.pass(31 * DAY);
    expect(await apply()).toMatchObject({ rejected_texts: 2 });
    const after = await read(rejected.id);
    expect(after).toMatchObject({ status: 'rejected', body: '', redacted_at: expect.any(String) });
    const [finding] = after.decisions[0].findings;
    expect(finding).toMatchObject({ reason: 'profanity.strong', terms: [], spans: [] });
    expect((await read(edited.id)).revisions).toMatchObject([{ body: '' }]);
    expect((await read(approved.id)).body).not.toBe('');
    const found = await service.moderator.get('/v1/comments?text=fucking');
    expect(found.body.data).toEqual([]);
  });

  it('counts from the rejection, not from when the comment came in', async () => {
    await keep({ rejected_body_days: 30 });
    const { id, version } = await submit();
    service.pass(100 * DAY);
    await service.moderator.post(`/v1/comments/${id}/reject`, { seen_version: version });
    expect(await apply()).toMatchObject({ rejected_texts: 0 });
    service.pass(31 * DAY);
    expect(await apply()).toMatchObject({ rejected_texts: 1 });
  });

  it('erases what authors withdrew', async () => {
    await keep({ withdrawn_body_days: 7 });
    const { id } = await submit();
    service.pass(30 * DAY);
    await service.cms.delete(`/v1/comments/${id}`);
    expect(await apply()).toMatchObject({ withdrawn_texts: 0 });
    service.pass(8 * DAY);
    expect(await apply()).toMatchObject({ withdrawn_texts: 1 });
    expect(await read(id)).toMatchObject({ status: 'deleted', body: '' });
  });

  it('gives a comment that is edited afterwards its text back', async () => {
    await keep({ rejected_body_days: 1 });
    const { id } = await submit(RUDE);
    service.pass(2 * DAY);
    await apply();
    await service.cms.patch(`/v1/comments/${id}`, { body: 'A better way of saying it.' });
    expect(await read(id)).toMatchObject({ body: 'A better way of saying it.', redacted_at: null });
  });

  it('is on record with what it erased, and not where there was nothing', async () => {
    await keep({ ip_days: 1 });
    await submit();
    service.pass(2 * DAY);
    await Promise.all([apply(), apply()]);
    await keepPrivacy(service.deps, { aborted: false });
    const entries = await service.deps.store.audit.after('default', 0, 1_000);
    const applied = entries.filter(({ kind }) => kind === 'retention.applied');
    expect(applied.map(({ after_state }) => JSON.parse(after_state ?? ''))).toEqual([
      { policy_version: 2, addresses: 1 },
    ]);
  });

  it('leaves a record that still verifies', async () => {
    await keep({ ip_days: 1, rejected_body_days: 1, withdrawn_body_days: 1 });
    const block = { kind: 'ip', value: '203.0.113.0/24', mode: 'hold', reason: 'a bad net' };
    await service.moderator.post('/v1/blocks', block);
    await submit(RUDE);
    const { id } = await submit();
    await submit();
    await service.cms.delete(`/v1/comments/${id}`);
    service.pass(2 * DAY);
    expect(await apply()).toMatchObject({ addresses: 3, rejected_texts: 1, withdrawn_texts: 1 });
    const input = { site_id: 'default', known: null };
    const found = await verifyAudit(service.deps, input, { onProgress: () => undefined });
    expect([found.comments, found.problems]).toEqual([3, []]);
  });

  it('goes through more than one step holds', async () => {
    await keep({ ip_days: 1 });
    for (let at = 0; at < 401; at += 1) await submit();
    service.pass(2 * DAY);
    expect(await apply()).toMatchObject({ addresses: 401 });
  });

  it('erases nothing more once the policy keeps it longer, here or at another instance', async () => {
    await keep({ rejected_body_days: 1 });
    for (let at = 0; at < 201; at += 1) await submit(RUDE);
    service.pass(2 * DAY);
    const { store } = service.deps;
    let steps = 0;
    const transaction: typeof store.transaction = async (siteId, work) => {
      steps += 1;
      if (steps === 2) await keep({ rejected_body_days: 30 });
      return store.transaction(siteId, work);
    };
    const deps = { ...service.deps, store: { ...store, transaction } };
    const done = await applyRetention(deps, { site_id: 'default', dry_run: false });
    expect([steps, done.rejected_texts]).toEqual([2, 200]);
  });

  it('ends between two steps when the service stops, and goes on in the next round', async () => {
    await keep({ rejected_body_days: 1 });
    for (let at = 0; at < 201; at += 1) await submit(RUDE);
    service.pass(2 * DAY);
    const { store } = service.deps;
    const going = { aborted: false };
    const transaction: typeof store.transaction = async (siteId, work) => {
      going.aborted = true;
      return store.transaction(siteId, work);
    };
    await keepPrivacy({ ...service.deps, store: { ...store, transaction } }, going);
    expect(await apply()).toMatchObject({ rejected_texts: 1 });
  });

  it('forgets answers for repeated requests whose time is over, whatever the policy', async () => {
    const sender = await service.client('submit');
    await sender.post('/v1/comments', aComment(), { 'idempotency-key': 'old' });
    service.pass(DAY + 1);
    expect(await apply(true)).toMatchObject({ answers: 1 });
    expect(await apply()).toMatchObject({ answers: 1 });
    expect(await apply()).toMatchObject({ answers: 0 });
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { aComment, startTestApp, type TestApp } from '../../support/app.js';
import type { Answer } from '../../support/client.js';
import { heldComment } from '../../support/desk.js';

let service: TestApp;
beforeEach(async () => {
  service = await startTestApp();
});
afterEach(async () => service.close());

const posted = async (): Promise<string> =>
  (await service.cms.post('/v1/comments', aComment())).body.comment.id;
const aNotice = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  notifier: { name: 'Ada Byron', email: 'Ada@Example.org' },
  url: 'https://news.example/a/1#comment-7',
  explanation: 'The comment says that I stole from the museum, which no court ever found.',
  law: '§ 186 StGB',
  good_faith: true,
  ...change,
});
const file = async (id: string, change: Record<string, unknown> = {}): Promise<Answer> =>
  service.cms.post(`/v1/comments/${id}/notices`, aNotice(change));
const decide = async (id: string, change: Record<string, unknown> = {}): Promise<Answer> =>
  service.moderator.post(`/v1/notices/${id}/decide`, {
    action: 'remove',
    reason: 'It states as a fact what no court has found',
    seen_version: 1,
    ...change,
  });

describe('POST /v1/notices/{id}/decide (decideNotice), of a text that was erased', () => {
  it('refuses to publish it with 409, and leaves the notice open', async () => {
    const { id } = await heldComment(service);
    const { body: rejected } = await service.moderator.post(`/v1/comments/${id}/reject`, {
      seen_version: 1,
    });
    await service.deps.store.transaction('default', async ({ redactions }) =>
      redactions.texts('default', [id], '2026-11-23T12:00:00.000Z'),
    );
    await service.moderator.post(`/v1/decisions/${rejected.decision.id}/undo`, {});
    const { body: notice } = await file(id);
    const { body: comment } = await service.moderator.get(`/v1/comments/${id}`);
    const asked = { action: 'keep', seen_version: comment.version };
    const refused = await decide(notice.id, asked);
    expect([refused.status, refused.body.code]).toEqual([409, 'text_erased']);
    expect((await service.moderator.get(`/v1/notices/${notice.id}`)).body.status).toBe('open');
  });
});

describe('POST /v1/comments/{id}/notices (fileNotice)', () => {
  it('answers 201 with a receipt, does nothing to the comment, and names nobody to the CMS', async () => {
    const id = await posted();
    const { status, body } = await file(id);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      id: expect.stringMatching(/^ntc_/u),
      comment_id: id,
      status: 'open',
      law: '§ 186 StGB',
      trusted_flagger: false,
      answer: null,
    });
    expect(body.receipt).toContain(body.id);
    expect(JSON.stringify(body)).not.toMatch(/Ada/u);
    const { body: comment } = await service.moderator.get(`/v1/comments/${id}`);
    expect(comment).toMatchObject({ status: 'approved', notices: { open: 1, trusted: 0 } });
  });

  it('returns the open one to the same person, by address or by the id of the CMS', async () => {
    const id = await posted();
    const first = await file(id, {
      notifier: { name: 'Ada', email: 'ada@example.org', external_id: 'r-1' },
    });
    for (const notifier of [
      { name: 'A. Byron', email: 'ADA@example.org' },
      { name: 'Ada', email: 'other@example.org', external_id: 'r-1' },
    ]) {
      const { status, body } = await file(id, { notifier });
      expect([status, body.id]).toEqual([200, first.body.id]);
    }
    expect((await file(id, { notifier: { name: 'Bo', email: 'bo@b.de' } })).status).toBe(201);
  });

  it('takes one without a name where the law lets it', async () => {
    const id = await posted();
    const { status } = await file(id, { notifier: {}, may_be_unnamed: true });
    expect(status).toBe(201);
  });

  it('is on record without anything of the person or of what they wrote', async () => {
    const { body } = await file(await posted(), { trusted_flagger: true });
    const entries = await service.deps.store.audit.after('default', 0, 100);
    const entry = entries.find((each) => each.kind === 'notice.filed');
    expect(entry).toMatchObject({ object_id: body.id, actor_kind: 'reader', actor_id: null });
    expect(JSON.parse(entry?.after_state ?? '')).toEqual({
      status: 'open',
      version: 1,
      trusted_flagger: true,
    });
  });

  it.each([
    ['nobody’s name', { notifier: { email: 'a@b.de' } }, '/notifier/name'],
    ['no address', { notifier: { name: 'Ada', email: ' ' } }, '/notifier/email'],
    ['an address that is none', { notifier: { name: 'Ada', email: 'ada' } }, '/notifier/email'],
    ['a word for an explanation', { explanation: 'illegal!' }, '/explanation'],
    ['spaces for an explanation', { explanation: ' '.repeat(40) }, '/explanation'],
    ['no good faith', { good_faith: false }, '/good_faith'],
    ['a member more', { status: 'removed' }, '/status'],
  ])('answers 400 to %s', async (_, change, pointer) => {
    const { status, body } = await file(await posted(), change);
    expect(status).toBe(400);
    expect(body.errors.map((each: Answer['body']) => each.pointer)).toContain(pointer);
  });

  it('answers 404 for another site’s comment, 409 for a withdrawn one', async () => {
    const id = await posted();
    const other = await service.client('submit', 'other');
    expect((await other.post(`/v1/comments/${id}/notices`, aNotice())).status).toBe(404);
    await service.cms.delete(`/v1/comments/${id}`);
    expect((await file(id)).body.code).toBe('comment_deleted');
  });

  it('answers 429 when a comment has a hundred open ones', async () => {
    const id = await posted();
    for (let at = 0; at < 100; at += 1) {
      await file(id, { notifier: { name: 'N', email: `n${at}@example.org` } });
    }
    const { status, body } = await file(id);
    expect([status, body.code]).toEqual([429, 'too_many_notices']);
  });
});

describe('GET /v1/notices (listNotices) and /v1/notices/{id} (getNotice)', () => {
  it('shows moderators who sent what, and pages', async () => {
    const id = await posted();
    const first = (await file(id)).body.id;
    const second = (await file(await posted())).body.id;
    await decide(first);
    const ids = async (query: string): Promise<string[]> => {
      const { body } = await service.moderator.get(`/v1/notices?${query}`);
      return body.data.map((each: Answer['body']) => each.id);
    };
    expect(await ids('')).toEqual([second, first]);
    expect(await ids('status=open')).toEqual([second]);
    expect(await ids(`comment=${id}`)).toEqual([first]);
    expect(await ids('comment=cmt_none')).toEqual([]);
    expect(await ids(`cursor=${second}`)).toEqual([first]);
    const { body } = await service.moderator.get(`/v1/notices/${second}`);
    expect(body.notifier).toEqual({ name: 'Ada Byron', email: 'Ada@Example.org', external_id: null });
    expect((await service.cms.get('/v1/notices')).status).toBe(403);
    const other = await service.client('moderate', 'other');
    expect((await other.get(`/v1/notices/${second}`)).status).toBe(404);
    expect((await other.get('/v1/notices')).body.data).toEqual([]);
  });
});

describe('POST /v1/notices/{id}/decide (decideNotice)', () => {
  it('removes the comment on the law that was named, and tells the notifier', async () => {
    const comment = await posted();
    const { body: notice } = await file(comment);
    const { status, body } = await decide(notice.id);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'removed',
      decided_at: '2026-11-23T12:00:00.000Z',
      decided_by: 'moderate of default',
    });
    const told = (await service.cms.get(`/v1/notices/${notice.id}`)).body;
    expect(told.answer).toContain('removed on this legal ground: § 186 StGB.');
    expect(told.answer).toContain('It states as a fact what no court has found.');
    expect(told.answer).toContain('A person decided this');
    expect(told).not.toHaveProperty('decided_by');
    const stored = await service.deps.store.decisions.latestOf('default', [comment]);
    expect(stored.get(comment)).toMatchObject({
      id: body.decision_id,
      action: 'reject',
      legal_ground: '§ 186 StGB',
    });
    const acts = await service.deps.store.audit.after('default', 0, 100);
    expect(acts.slice(-2).map((each) => each.kind)).toEqual(['comment.rejected', 'notice.decided']);
  });

  it('keeps the comment by approving it, whether it waited or not', async () => {
    const comment = await posted();
    const { body: notice } = await file(comment);
    const { body } = await decide(notice.id, { action: 'keep', reason: 'An opinion.' });
    expect(body).toMatchObject({ status: 'kept', decision_id: expect.stringMatching(/^dec_/u) });
    expect(body.answer).toContain('The comment stays. A person decided this');
    expect((await service.cms.get(`/v1/comments/${comment}`)).body).toMatchObject({
      status: 'approved',
      version: 2,
    });
  });

  it('leaves a rejected comment rejected, and says so', async () => {
    const comment = await posted();
    const { body: notice } = await file(comment);
    await service.moderator.post(`/v1/comments/${comment}/reject`, { seen_version: 1 });
    const { body } = await decide(notice.id, { action: 'keep', reason: 'No.', seen_version: 2 });
    expect(body.status).toBe('kept');
    expect(body.answer).toContain('is not shown to readers');
    expect((await service.cms.get(`/v1/comments/${comment}`)).body.version).toBe(2);
  });

  it('removes on a standard of the publisher’s where the law is not the ground', async () => {
    const { body: notice } = await file(await posted());
    const { body } = await decide(notice.id, { standard: 'hate' });
    expect(body.answer).toContain('because it breaks our rules for discussion');
  });

  it('is answered as withdrawn when the author was faster', async () => {
    const comment = await posted();
    const { body: notice } = await file(comment);
    await service.cms.delete(`/v1/comments/${comment}`);
    const { body } = await decide(notice.id);
    expect(body).toMatchObject({ status: 'withdrawn', decision_id: null });
    expect(body.answer).toContain('has withdrawn the comment');
  });

  it('answers 422 to a removal without a ground, and changes nothing', async () => {
    const { body: notice } = await file(await posted(), { law: null });
    const { status, body } = await decide(notice.id);
    expect([status, body.code]).toEqual([422, 'ground_missing']);
    expect((await service.cms.get(`/v1/notices/${notice.id}`)).body.status).toBe('open');
  });

  it('lets exactly one of two moderators win, and answers 409 to what they did not see', async () => {
    const comment = await posted();
    const { body: notice } = await file(comment);
    expect((await decide(notice.id, { seen_version: 7 })).body).toMatchObject({
      code: 'version_conflict',
      current: { id: comment, version: 1 },
    });
    const answers = await Promise.all([decide(notice.id), decide(notice.id, { action: 'keep' })]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect((await decide(notice.id)).body.code).toBe('notice_decided');
    expect((await service.cms.post(`/v1/notices/${notice.id}/decide`, {})).status).toBe(403);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Answer } from '../../support/client.js';
import { aComment, startTestApp, type TestApp } from '../../support/app.js';

let service: TestApp;
beforeEach(async () => {
  service = await startTestApp();
});
afterEach(async () => service.close());

const DAY = 86_400;
const posted = async (change: Record<string, unknown> = {}) =>
  (await service.admin.post('/v1/comments', aComment(change))).body.comment;
const complaint = (reporter: string, change: Record<string, unknown> = {}) => ({
  reporter: { external_id: reporter },
  reason: 'personal_attack',
  ...change,
});
const report = async (id: string, reporter: string, change = {}): Promise<Answer> =>
  service.cms.post(`/v1/comments/${id}/reports`, complaint(reporter, change));

const setReports = async (reports: Record<string, number>): Promise<void> => {
  const { headers, body } = await service.admin.get('/v1/policy');
  const { status } = await service.admin.put(
    '/v1/policy',
    { ...body.document, reports },
    { 'if-match': String(headers['etag']) },
  );
  expect(status).toBe(200);
};

describe('POST /v1/comments/{id}/reports (reportComment)', () => {
  it('keeps who complained of what, and answers 201', async () => {
    const { id } = await posted();
    const { status, body } = await report(id, 'reader-a', { text: 'The second line.' });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^rep_/u),
      comment_id: id,
      comment_version: 1,
      reporter: { external_id: 'reader-a' },
      reason: 'personal_attack',
      text: 'The second line.',
      created_at: '2026-11-23T12:00:00.000Z',
      status: 'open',
      outcome: null,
      settled_at: null,
      decision_id: null,
    });
  });

  it('counts one reader once: the first report stands', async () => {
    const { id } = await posted();
    const first = await report(id, 'reader-a');
    service.pass(60);
    const again = await report(id, 'reader-a', { reason: 'illegal', text: 'More.' });
    expect(again.status).toBe(200);
    expect(again.body).toEqual(first.body);
    await report(id, 'reader-b');
    const { body } = await service.moderator.get(`/v1/comments/${id}`);
    expect(body.reports).toEqual({ count: 2, open: 2, weight: 2 });
  });

  it('counts a reader once who clicks ten times at once', async () => {
    const { id } = await posted();
    const answers = await Promise.all(Array.from({ length: 10 }, async () => report(id, 'a')));
    expect(answers.map((answer) => answer.status).sort()).toEqual([...Array(9).fill(200), 201]);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
  });

  it('knows the comment by the id of the CMS as well, and takes a blank text for none', async () => {
    const { id } = await posted({ external_id: 'cms-7' });
    const { status, body } = await report('cms-7', 'reader-a', { reason: 'other', text: '  ' });
    expect([status, body.comment_id, body.text]).toEqual([201, id, null]);
  });

  it('changes nothing about the comment itself', async () => {
    const { id } = await posted();
    await report(id, 'reader-a');
    const { body } = await service.cms.get(`/v1/comments/${id}`);
    expect(body).toMatchObject({ status: 'approved', version: 1 });
    expect(body).not.toHaveProperty('reports');
  });

  it('answers 404 for a comment that is not there, or is another site’s', async () => {
    const { id } = await posted();
    const other = await service.client('submit', 'other');
    expect((await report('cmt_none', 'reader-a')).status).toBe(404);
    const { status, body } = await other.post(`/v1/comments/${id}/reports`, complaint('reader-a'));
    expect([status, body.code]).toEqual([404, 'not_found']);
  });

  it('answers 409 for a comment that was withdrawn', async () => {
    const { id } = await posted();
    await service.cms.delete(`/v1/comments/${id}`);
    const { status, body } = await report(id, 'reader-a');
    expect([status, body.code]).toEqual([409, 'comment_deleted']);
  });

  it('answers 422 to the author of the comment', async () => {
    const { id } = await posted({ author: { external_id: 'reader-z', name: 'Zoe' } });
    const { status, body } = await report(id, 'reader-z');
    expect([status, body.code]).toEqual([422, 'own_comment']);
    expect(body.errors[0].pointer).toBe('/reporter/external_id');
  });

  it('holds the comment at the threshold, as the readers’ decision beside the judgement', async () => {
    const { id } = await posted();
    for (const reader of ['a', 'b']) await report(id, reader);
    expect((await service.cms.get(`/v1/comments/${id}`)).body.status).toBe('approved');
    await report(id, 'c');
    const { body } = await service.moderator.get(`/v1/comments/${id}`);
    expect(body).toMatchObject({ status: 'pending', version: 2, findings: [] });
    expect(body.decisions.map((each: Answer['body']) => each.actor.kind)).toEqual([
      'system',
      'reader',
    ]);
    expect(body.decisions[1].findings).toMatchObject([
      { rule: 'reports', reason: 'conduct.reported', action: 'hold' },
    ]);
    await report(id, 'd');
    expect((await service.cms.get(`/v1/comments/${id}`)).body.version).toBe(2);
  });

  it('never holds where the policy says 0', async () => {
    await setReports({ hold_at: 0 });
    const { id } = await posted();
    for (const reader of ['a', 'b', 'c', 'd', 'e']) await report(id, reader);
    expect((await service.cms.get(`/v1/comments/${id}`)).body.status).toBe('approved');
  });

  it('keeps an author from shaking off the hold by an edit', async () => {
    const { id } = await posted();
    for (const reader of ['a', 'b', 'c']) await report(id, reader);
    const { body } = await service.cms.patch(`/v1/comments/${id}`, { body: 'Good morning to all.' });
    expect(body.verdict.action).toBe('approve');
    expect(body.comment.status).toBe('pending');
  });

  it('lapses at once for a comment that stands rejected, and wins its reader nothing', async () => {
    const { id } = await posted();
    await service.moderator.post(`/v1/comments/${id}/reject`, { seen_version: 1 });
    expect((await report(id, 'reader-a')).body).toMatchObject({ status: 'settled', outcome: 'lapsed' });
    const { body } = await service.moderator.get('/v1/reporters/reader-a');
    expect(body).toMatchObject({ weight: 1, proven: false });
  });

  it('answers 429 to a reader’s next report within the hour, and keeps none of it', async () => {
    await setReports({ max_per_reporter_per_hour: 2 });
    const comments = [await posted(), await posted(), await posted()];
    for (const { id } of comments.slice(0, 2)) expect((await report(id, 'a')).status).toBe(201);
    const { id } = comments[2];
    const refused = await report(id, 'a');
    expect([refused.status, refused.body.code]).toEqual([429, 'too_many_reports']);
    expect((await report(comments[0].id, 'a')).status).toBe(200);
    expect((await report(id, 'b')).status).toBe(201);
    expect((await service.moderator.get(`/v1/comments/${id}`)).body.reports.count).toBe(1);
    service.pass(3_600);
    expect((await report(id, 'a')).status).toBe(201);
  });

  it.each([
    ['no reporter', { reporter: undefined }, '/reporter'],
    ['a reason that is none', { reason: 'boring' }, '/reason'],
    ['the reason of a block', { reason: 'blocked' }, '/reason'],
    ['a text without end', { text: 'x'.repeat(2_001) }, '/text'],
    ['a text with NUL', { text: 'a\0b' }, '/text'],
    ['a member more', { weight: 5 }, '/weight'],
  ])('answers 400 to %s', async (_, change, pointer) => {
    const { id } = await posted();
    const { status, body } = await report(id, 'reader-a', change);
    expect([status, body.errors[0].pointer]).toEqual([400, pointer]);
  });
});

describe('GET /v1/comments/{id}/reports (listReports)', () => {
  it('pages through them all, the newest first, for moderators', async () => {
    const { id } = await posted();
    const other = await posted();
    await report(other.id, 'reader-1');
    for (const reader of [1, 2, 3, 4, 5]) await report(id, `reader-${reader}`);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await service.moderator.get(`/v1/comments/${id}/reports?limit=2${from}`);
      seen.push(...body.data.map((each: Answer['body']) => each.reporter.external_id));
      cursor = body.next_cursor;
    }
    expect(seen).toEqual(['reader-5', 'reader-4', 'reader-3', 'reader-2', 'reader-1']);
  });

  it('is not for submit keys, and answers 404 for a comment that is not there', async () => {
    const { id } = await posted();
    expect((await service.cms.get(`/v1/comments/${id}/reports`)).status).toBe(403);
    expect((await service.moderator.get('/v1/comments/cmt_none/reports')).status).toBe(404);
    expect((await service.moderator.get(`/v1/comments/${id}/reports`)).body).toEqual({
      data: [],
      next_cursor: null,
    });
  });
});

describe('What a person makes of reports', () => {
  const outcomes = async (id: string): Promise<unknown> => {
    const { body } = await service.moderator.get(`/v1/comments/${id}/reports`);
    return body.data.map((each: Answer['body']) => each.outcome);
  };
  const decide = async (id: string, action: string, seen_version: number): Promise<Answer> =>
    service.moderator.post(`/v1/comments/${id}/${action}`, { seen_version });

  it('is agreed after a rejection, disagreed after an approval, and the last word counts', async () => {
    const { id } = await posted();
    await report(id, 'a');
    const { body } = await decide(id, 'approve', 1);
    expect(await outcomes(id)).toEqual(['disagreed']);
    const { body: page } = await service.moderator.get('/v1/reports');
    expect(page.data[0]).toMatchObject({
      decision_id: body.decision.id,
      settled_at: '2026-11-23T12:00:00.000Z',
    });
    await decide(id, 'reject', 2);
    expect(await outcomes(id)).toEqual(['agreed']);
  });

  it('is nothing for what was said of an earlier text, nor after a withdrawal', async () => {
    const [edited, withdrawn] = [await posted(), await posted()];
    await report(edited.id, 'a');
    await service.cms.patch(`/v1/comments/${edited.id}`, { body: 'Something else altogether.' });
    await report(edited.id, 'b');
    await decide(edited.id, 'reject', 2);
    expect(await outcomes(edited.id)).toEqual(['agreed', 'lapsed']);
    await report(withdrawn.id, 'a');
    await service.cms.delete(`/v1/comments/${withdrawn.id}`);
    expect(await outcomes(withdrawn.id)).toEqual(['lapsed']);
  });

  it('is left open by a block that takes comments down', async () => {
    await setReports({ hold_at: 1 });
    const comment = await posted();
    await report(comment.id, 'a');
    const { body } = await service.moderator.post(`/v1/authors/${comment.author.id}/block`, {
      reason: 'spam',
      reject_pending: true,
    });
    expect(body.rejected_comments).toBe(1);
    expect(await outcomes(comment.id)).toEqual([null]);
  });

  it('is told to the reader through the CMS (getReport)', async () => {
    const { id } = await posted();
    const { body } = await report(id, 'a');
    await decide(id, 'reject', 1);
    const told = await service.cms.get(`/v1/reports/${body.id}`);
    expect([told.status, told.body.outcome]).toEqual([200, 'agreed']);
    expect((await report(id, 'a')).body.outcome).toBe('agreed');
    const other = await service.client('submit', 'other');
    expect((await other.get(`/v1/reports/${body.id}`)).status).toBe(404);
  });

  it('moves the reader’s weight, and the reader’s file says why (getReporter)', async () => {
    for (const action of ['reject', 'reject', 'reject', 'approve']) {
      const { id } = await posted();
      await report(id, 'a');
      await decide(id, action, 1);
    }
    const { body } = await service.moderator.get('/v1/reporters/a');
    expect(body).toMatchObject({
      external_id: 'a',
      weight: 1.25,
      proven: true,
      record: { agreed: 3, disagreed: 1 },
      counts: { total: 4, open: 0, agreed: 3, disagreed: 1, lapsed: 0 },
    });
    service.pass(366 * DAY);
    expect((await service.moderator.get('/v1/reporters/a')).body).toMatchObject({ weight: 1 });
    expect((await service.moderator.get('/v1/reporters/nobody')).status).toBe(404);
    expect((await service.cms.get('/v1/reporters/a')).status).toBe(403);
    const other = await service.client('moderate', 'other');
    expect((await other.get('/v1/reporters/a')).status).toBe(404);
  });
});

describe('GET /v1/reports (listAllReports)', () => {
  it('pages through those that fit, the newest first, for moderators', async () => {
    const [first, second] = [await posted(), await posted()];
    await report(first.id, 'a');
    await report(second.id, 'a', { reason: 'hate' });
    await report(second.id, 'b');
    await service.moderator.post(`/v1/comments/${first.id}/reject`, { seen_version: 1 });
    const list = async (query: string): Promise<string[]> => {
      const { body } = await service.moderator.get(`/v1/reports?${query}`);
      return body.data.map((each: Answer['body']) => `${each.reporter.external_id} ${each.status}`);
    };
    expect(await list('')).toEqual(['b open', 'a open', 'a settled']);
    expect(await list('status=open')).toEqual(['b open', 'a open']);
    expect(await list('status=settled')).toEqual(['a settled']);
    expect(await list('reason=hate')).toEqual(['a open']);
    expect(await list('reporter=b')).toEqual(['b open']);
    const { body } = await service.moderator.get('/v1/reports?limit=2');
    expect(await list(`cursor=${body.next_cursor}`)).toEqual(['a settled']);
    expect((await service.cms.get('/v1/reports')).status).toBe(403);
    expect((await service.moderator.get('/v1/reports?status=lost')).status).toBe(400);
  });
});

describe('An author whom readers report', () => {
  const author = { external_id: 'loudmouth', name: 'Lou' };
  const next = async () => posted({ author });
  const reportedThrice = async (readers: readonly string[]): Promise<string[]> => {
    const ids: string[] = [];
    for (let comment = 0; comment < 3; comment += 1) {
      const { id } = await next();
      for (const reader of readers) await report(id, reader);
      ids.push(id);
      service.pass(60);
    }
    return ids;
  };

  it('is held when four readers did, over three comments', async () => {
    await reportedThrice(['a', 'b', 'c', 'd']);
    expect((await next()).status).toBe('pending');
    expect((await posted()).status).toBe('approved');
  });

  it('is not held for one angry reader, nor for three', async () => {
    await reportedThrice(['a', 'b', 'c']);
    expect((await next()).status).toBe('approved');
  });

  it('is free again when a person approves what was reported, until it is reported anew', async () => {
    const [first = ''] = await reportedThrice(['a', 'b', 'c', 'd']);
    await service.moderator.post(`/v1/comments/${first}/approve`, { seen_version: 2 });
    expect((await next()).status).toBe('approved');
    await report(first, 'e');
    expect((await next()).status).toBe('pending');
  });

  it('is still held when the person rejected it', async () => {
    const [first = ''] = await reportedThrice(['a', 'b', 'c', 'd']);
    await service.moderator.post(`/v1/comments/${first}/reject`, { seen_version: 2 });
    expect((await next()).status).toBe('pending');
  });

  it('is free again after half a year', async () => {
    await reportedThrice(['a', 'b', 'c', 'd']);
    service.pass(181 * DAY);
    expect((await next()).status).toBe('approved');
  });
});

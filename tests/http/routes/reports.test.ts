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
    expect(body.reports).toEqual({ count: 2 });
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
    await service.moderator.post(`/v1/comments/${first}/approve`, { seen_version: 1 });
    expect((await next()).status).toBe('approved');
    await report(first, 'e');
    expect((await next()).status).toBe('pending');
  });

  it('is still held when the person rejected it', async () => {
    const [first = ''] = await reportedThrice(['a', 'b', 'c', 'd']);
    await service.moderator.post(`/v1/comments/${first}/reject`, { seen_version: 1 });
    expect((await next()).status).toBe('pending');
  });

  it('is free again after half a year', async () => {
    await reportedThrice(['a', 'b', 'c', 'd']);
    service.pass(181 * DAY);
    expect((await next()).status).toBe('approved');
  });
});

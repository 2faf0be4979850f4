import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { aComment, startTestApp, type TestApp } from '../../support/app.js';

let service: TestApp;
beforeAll(async () => {
  service = await startTestApp();
});
afterAll(async () => service.close());

let made = 0;

/** A comment that a moderator, or the engine, has rejected. */
async function rejected(by: 'moderator' | 'engine' = 'moderator') {
  made += 1;
  const author = `author-${made}`;
  const body = by === 'engine' ? `You fucking idiots, number ${made}.` : `A word, number ${made}.`;
  const sent = aComment({ author: { external_id: author, name: author }, body });
  const { comment } = (await service.cms.post('/v1/comments', sent)).body;
  if (by === 'moderator') {
    await service.moderator.post(`/v1/comments/${comment.id}/reject`, { seen_version: 1 });
  }
  return { id: comment.id as string, author, version: by === 'moderator' ? 2 : 1 };
}

const file = async ({ id, author }: { id: string; author: string }, text = 'It was a quotation.') =>
  service.cms.post(`/v1/comments/${id}/appeals`, { author, text });

describe('POST /v1/comments/{id}/appeals (fileAppeal)', () => {
  it.each(['moderator', 'engine'] as const)('takes an appeal against a decision by the %s', async (by) => {
    const comment = await rejected(by);
    const { status, body } = await file(comment);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      id: expect.stringMatching(/^apl_/u),
      comment_id: comment.id,
      status: 'filed',
      text: 'It was a quotation.',
      message: expect.stringContaining('A person will look'),
      outcome_reason: null,
      resolved_at: null,
    });
    expect(body).not.toHaveProperty('decided_first_by');
  });

  it('returns the appeal that exists, with 200, for the same decision', async () => {
    const comment = await rejected();
    const first = await file(comment);
    const again = await file(comment, 'And another thing.');
    expect(again.status).toBe(200);
    expect(again.body).toEqual(first.body);
  });

  it('lets one of many at once file it', async () => {
    const comment = await rejected();
    const answers = await Promise.all(Array.from({ length: 10 }, async () => file(comment)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });

  it('puts it on record without a word of it', async () => {
    const comment = await rejected();
    const { body } = await file(comment, 'My neighbour said so.');
    const { body: audit } = await service.moderator.get(`/v1/audit?object=${body.id}`);
    expect(audit.data).toMatchObject([{ kind: 'appeal.filed', after: { status: 'filed' } }]);
    expect(JSON.stringify(audit)).not.toContain('neighbour');
  });

  it('refuses a comment that does not stand rejected, with 422', async () => {
    const sent = aComment({ author: { external_id: 'ada', name: 'Ada' } });
    const { comment } = (await service.cms.post('/v1/comments', sent)).body;
    const { status, body } = await file({ id: comment.id, author: 'ada' });
    expect([status, body.code]).toEqual([422, 'not_rejected']);
  });

  it('answers for a rejection that its author does not know of as for a published comment', async () => {
    const sent = aComment({ author: { external_id: 'shade', name: 'Shade' } });
    await service.cms.post('/v1/comments', sent);
    await service.moderator.post('/v1/authors/shade/block', { mode: 'shadow', reason: 'ads' });
    const said = aComment({ author: { external_id: 'shade', name: 'Shade' } });
    const { comment } = (await service.cms.post('/v1/comments', said)).body;
    const { body } = await file({ id: comment.id, author: 'shade' });
    expect(body).toMatchObject({
      code: 'not_rejected',
      detail: 'The comment does not stand rejected.',
    });
  });

  it('refuses everybody but the author, with 422', async () => {
    const { id } = await rejected();
    for (const author of ['author-1', 'nobody']) {
      const { status, body } = await file({ id, author });
      expect([status, body.code]).toEqual([422, 'not_the_author']);
    }
  });

  it.each([
    ['no text', { author: 'author-1' }],
    ['a blank text', { author: 'author-1', text: '  \n' }],
    ['a text without end', { author: 'author-1', text: 'a'.repeat(2_001) }],
    ['no author', { text: 'Why?' }],
  ])('refuses %s, with 400', async (_, body) => {
    const { id } = await rejected();
    expect((await service.cms.post(`/v1/comments/${id}/appeals`, body)).status).toBe(400);
  });

  it('knows no comment of another site, with 404', async () => {
    const { id, author } = await rejected();
    const other = await service.client('submit', 'other');
    const { status } = await other.post(`/v1/comments/${id}/appeals`, { author, text: 'Why?' });
    expect(status).toBe(404);
  });
});

describe('The period for appeals', () => {
  let own: TestApp;
  beforeEach(async () => {
    own = await startTestApp();
    return async () => own.close();
  });

  const late = async (days: number, period_days: number) => {
    await own.admin.put('/v1/policy', { appeals: { period_days } }, { 'if-match': '*' });
    const sent = aComment({ author: { external_id: 'ada', name: 'Ada' } });
    const { comment } = (await own.cms.post('/v1/comments', sent)).body;
    await own.moderator.post(`/v1/comments/${comment.id}/reject`, { seen_version: 1 });
    own.pass(days * 86_400);
    return own.cms.post(`/v1/comments/${comment.id}/appeals`, { author: 'ada', text: 'Why?' });
  };

  it('lasts as many days as the policy says', async () => {
    expect((await late(14, 14)).status).toBe(201);
  });

  it('is then over', async () => {
    const { status, body } = await late(14.1, 14);
    expect([status, body.code]).toEqual([422, 'appeal_too_late']);
    expect(body.detail).toBe('Appeals were possible for 14 days.');
  });

  it('is none where the publisher takes no appeals', async () => {
    expect((await late(0, 0)).body.detail).toBe('The publisher takes no appeals.');
  });
});

describe('POST /v1/appeals/{id}/resolve (resolveAppeal)', () => {
  const filed = async (by: 'moderator' | 'engine' = 'moderator') => {
    const comment = await rejected(by);
    return { ...comment, appeal: (await file(comment)).body.id as string };
  };
  const answer = (outcome: string, seen_version: number) => ({
    outcome,
    seen_version,
    reason: 'It was a quotation.',
  });

  it('overturns: the comment is published, by a decision that restores', async () => {
    const { id, appeal, version } = await filed();
    const { status, body } = await service.admin.post(
      `/v1/appeals/${appeal}/resolve`,
      answer('overturned', version),
    );
    expect(status).toBe(200);
    expect(body.comment).toMatchObject({ id, status: 'approved', version: 3 });
    expect(body.appeal).toMatchObject({
      status: 'overturned',
      outcome_reason: 'It was a quotation.',
      message: expect.stringContaining('published'),
      resolved_by: { name: 'admin' },
    });
    const { body: record } = await service.moderator.get(`/v1/comments/${id}`);
    const last = record.decisions.at(-1);
    expect(last).toMatchObject({ id: body.appeal.outcome_decision_id, action: 'approve' });
  });

  it('upholds: the comment stays as it is, and cannot be appealed for again', async () => {
    const { id, author, appeal, version } = await filed();
    const { body } = await service.admin.post(
      `/v1/appeals/${appeal}/resolve`,
      answer('upheld', version),
    );
    expect(body.comment).toMatchObject({ status: 'rejected', version });
    expect(body.appeal.status).toBe('upheld');
    expect((await file({ id, author })).body).toMatchObject({ id: appeal, status: 'upheld' });
  });

  it('is not for the moderator who decided, with 409, while there is another', async () => {
    const { appeal, version } = await filed();
    const { status, body } = await service.moderator.post(
      `/v1/appeals/${appeal}/resolve`,
      answer('upheld', version),
    );
    expect([status, body.code]).toEqual([409, 'same_moderator']);
  });

  it('is for any moderator where the engine decided', async () => {
    const { appeal, version } = await filed('engine');
    const { status } = await service.moderator.post(
      `/v1/appeals/${appeal}/resolve`,
      answer('overturned', version),
    );
    expect(status).toBe(200);
  });

  it('lets one of two who answer at once win', async () => {
    const { appeal, version } = await filed('engine');
    const answers = await Promise.all([
      service.admin.post(`/v1/appeals/${appeal}/resolve`, answer('upheld', version)),
      service.moderator.post(`/v1/appeals/${appeal}/resolve`, answer('overturned', version)),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { body } = await service.moderator.get(`/v1/audit?object=${appeal}`);
    expect(body.data.map(({ kind }: { kind: string }) => kind)).toEqual([
      'appeal.resolved',
      'appeal.filed',
    ]);
  });

  it('refuses who saw another version, with 409 and the comment as it is', async () => {
    const { id, appeal } = await filed('engine');
    const { status, body } = await service.admin.post(
      `/v1/appeals/${appeal}/resolve`,
      answer('overturned', 7),
    );
    expect([status, body.code, body.current.id]).toEqual([409, 'version_conflict', id]);
    expect((await service.cms.get(`/v1/appeals/${appeal}`)).body.status).toBe('filed');
  });

  it('ends by itself when a moderator approves the comment meanwhile', async () => {
    const { id, appeal, version } = await filed();
    await service.moderator.post(`/v1/comments/${id}/approve`, { seen_version: version });
    expect((await service.cms.get(`/v1/appeals/${appeal}`)).body.status).toBe('overturned');
  });

  it('ends with its comment', async () => {
    const { id, appeal } = await filed();
    await service.cms.delete(`/v1/comments/${id}`);
    const { body } = await service.cms.get(`/v1/appeals/${appeal}`);
    expect(body).toMatchObject({ status: 'withdrawn', outcome_decision_id: null });
  });

  it('stays open when the comment is rejected once more', async () => {
    const { id, appeal, version } = await filed();
    await service.admin.post(`/v1/comments/${id}/reject`, { seen_version: version });
    expect((await service.cms.get(`/v1/appeals/${appeal}`)).body.status).toBe('filed');
  });

  it('counts against the rule that objected', async () => {
    const own = await startTestApp();
    const said = aComment({ author: { external_id: 'ada', name: 'Ada' }, body: 'You fucking idiots.' });
    const { comment } = (await own.cms.post('/v1/comments', said)).body;
    const { body } = await own.cms.post(`/v1/comments/${comment.id}/appeals`, {
      author: 'ada',
      text: 'A quotation.',
    });
    await own.moderator.post(`/v1/appeals/${body.id}/resolve`, answer('overturned', 1));
    const rules = (await own.moderator.get('/v1/policy/rules')).body.data;
    const rule = rules.find(({ id }: { id: string }) => id === 'strong_profanity');
    expect(rule).toMatchObject({ decided: 1, agreed: 0, precision: 0 });
    await own.close();
  });

  it('knows no appeal of another site, with 404, and no outcome but two, with 400', async () => {
    const { appeal, version } = await filed('engine');
    const other = await service.client('moderate', 'other');
    const path = `/v1/appeals/${appeal}/resolve`;
    expect((await other.post(path, answer('upheld', version))).status).toBe(404);
    expect((await service.admin.post(path, answer('withdrawn', version))).status).toBe(400);
    expect((await service.cms.post(path, answer('upheld', version))).status).toBe(403);
  });
});

describe('The last moderator of a site', () => {
  it('answers for their own decision, because nobody else could', async () => {
    const own = await startTestApp();
    const { body: keys } = await own.admin.get('/v1/keys');
    const moderator = keys.data.find(({ scopes }: { scopes: string[] }) =>
      scopes.includes('moderate') && !scopes.includes('admin'));
    await own.admin.delete(`/v1/keys/${moderator.id}`);
    const said = aComment({ author: { external_id: 'ada', name: 'Ada' } });
    const { comment } = (await own.cms.post('/v1/comments', said)).body;
    await own.admin.post(`/v1/comments/${comment.id}/reject`, { seen_version: 1 });
    const { body } = await own.cms.post(`/v1/comments/${comment.id}/appeals`, {
      author: 'ada',
      text: 'Why?',
    });
    const resolve = { outcome: 'upheld', reason: 'It is off topic.', seen_version: 2 };
    const { status } = await own.admin.post(`/v1/appeals/${body.id}/resolve`, resolve);
    expect(status).toBe(200);
    await own.close();
  });
});

describe('GET /v1/appeals (listAppeals, getAppeal)', () => {
  it('pages through all, newest first, and filters by how they stand', async () => {
    const own = await startTestApp();
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      const author = { external_id: `a-${count}`, name: `A ${count}` };
      const { comment } = (await own.cms.post('/v1/comments', aComment({ author }))).body;
      await own.moderator.post(`/v1/comments/${comment.id}/reject`, { seen_version: 1 });
      const appeal = { author: author.external_id, text: 'Why?' };
      ids.unshift((await own.cms.post(`/v1/comments/${comment.id}/appeals`, appeal)).body.id);
    }
    const first = (await own.moderator.get('/v1/appeals?status=filed&limit=3')).body;
    const next = `/v1/appeals?status=filed&limit=3&cursor=${first.next_cursor}`;
    const rest = (await own.moderator.get(next)).body;
    const seen = [...first.data, ...rest.data].map(({ id }: { id: string }) => id);
    expect(seen).toEqual(ids);
    expect(rest.next_cursor).toBeNull();
    expect((await own.moderator.get('/v1/appeals?status=upheld')).body.data).toEqual([]);
    await own.close();
  });

  it('names to moderators whose appeal it is', async () => {
    const comment = await rejected();
    await file(comment);
    const { body } = await service.moderator.get('/v1/appeals?limit=1');
    expect(body.data).toMatchObject([{ comment_id: comment.id, author_name: comment.author }]);
    const own = await service.cms.get(`/v1/comments/${comment.id}/appeals`);
    expect(own.body.data[0]).not.toHaveProperty('author_name');
  });

  it('shows an author no moderator, and a moderator who decided', async () => {
    const comment = await rejected();
    const { body } = await file(comment);
    const mine = (await service.cms.get(`/v1/comments/${comment.id}/appeals`)).body.data;
    expect(mine).toEqual([body]);
    const { body: seen } = await service.moderator.get(`/v1/appeals/${body.id}`);
    expect(seen).toMatchObject({ decided_first_by: expect.any(String), resolved_by: null });
    expect((await service.cms.get('/v1/appeals')).status).toBe(403);
    expect((await service.cms.get('/v1/appeals/apl_none')).status).toBe(404);
  });
});

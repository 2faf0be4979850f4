import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aComment, startTestApp, type TestApp } from '../support/app.js';

let service: TestApp;
let id = '';
beforeAll(async () => {
  service = await startTestApp();
});
afterAll(async () => service.close());

const put = async (document: unknown) =>
  service.admin.put('/v1/policy', document, { 'if-match': '*' });

const shouting = async () => {
  const { body } = await service.moderator.get('/v1/policy/rules');
  return body.data.find((rule: { id: string }) => rule.id === 'shouting');
};

describe('A rule that is watched before it bites', () => {
  it('is put in force in mode observe', async () => {
    const { status, body } = await put({ rules: { shouting: { action: 'reject', observe: true } } });
    expect([status, body.rules.shouting.observe]).toEqual([200, true]);
  });

  it('lets the comment pass, and says what it would have done', async () => {
    const { body } = await service.cms.post(
      '/v1/comments',
      aComment({ body: 'THEY HAVE CLOSED THE BRIDGE AGAIN AND NOBODY SAID A WORD' }),
    );
    id = body.comment.id;
    expect([body.comment.status, body.verdict.action]).toEqual(['approved', 'approve']);
    expect(body.verdict.findings).toMatchObject([
      { rule: 'shouting', action: 'approve', observed_action: 'reject' },
    ]);
  });

  it('is found by its reason, so that a person can look at what it would have stopped', async () => {
    const found = await service.moderator.get('/v1/comments?reason=conduct.shouting');
    expect(found.body.data).toMatchObject([
      { id, status: 'approved', findings: [{ observed_action: 'reject' }] },
    ]);
  });

  it('is counted, with what people say of it', async () => {
    const watched = { observe: true, action: 'reject', matches: 1 };
    expect(await shouting()).toMatchObject({ ...watched, decided: 0, precision: null });
    await service.moderator.post(`/v1/comments/${id}/reject`, { seen_version: 1 });
    expect(await shouting()).toMatchObject({ ...watched, decided: 1, agreed: 1, precision: 1 });
  });

  it('shows in a replay what it would change, and whether people agree', async () => {
    const draft = { rules: { shouting: { action: 'reject' } } };
    const { status, body } = await service.admin.post('/v1/policy/replay', { draft });
    expect([status, body.changes]).toEqual([200, [{ from: 'approve', to: 'reject', count: 1 }]]);
    expect(body.rules).toEqual([{ rule: 'shouting', stricter: 1, milder: 0 }]);
    expect(body.people).toMatchObject({ won: 1, lost: 0 });
  });

  it('bites once it is no longer watched, and the two policies differ in that alone', async () => {
    await put({ rules: { shouting: { action: 'reject' } } });
    const { body } = await service.cms.post(
      '/v1/comments',
      aComment({ body: 'AND NOW THEY HAVE CLOSED THE TUNNEL TOO, CAN YOU BELIEVE IT' }),
    );
    expect(body.comment.status).toBe('rejected');
    const diff = await service.moderator.get('/v1/policy/versions/2/diff/3');
    expect(diff.body.changes).toEqual([
      { pointer: '/rules/shouting/observe', from: true, to: false },
    ]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aComment, startTestApp, type TestApp } from '../../support/app.js';

let service: TestApp;
beforeAll(async () => {
  service = await startTestApp();
});
afterAll(async () => service.close());

const held = async () =>
  (await service.cms.post('/v1/comments', aComment({ body: 'You are a clueless moron.' }))).body
    .comment;

describe.each(['approve', 'reject'] as const)('POST /v1/comments/{id}/%s (decideComment)', (act) => {
  const after = act === 'approve' ? 'approved' : 'rejected';

  it('decides, with the reason, the note and who did it', async () => {
    const { id } = await held();
    const { status, body } = await service.moderator.post(`/v1/comments/${id}/${act}`, {
      seen_version: 1,
      reason: 'in the spirit of the thread',
      note: 'ask Ben',
    });
    expect(status).toBe(200);
    expect(body.comment).toMatchObject({ id, status: after, version: 2 });
    expect(body.decision).toMatchObject({
      action: act,
      status: after,
      reason: 'in the spirit of the thread',
      note: 'ask Ben',
      actor: { kind: 'moderator', name: 'moderate of default' },
    });
  });

  it('lets one of two moderators who saw the same version win', async () => {
    const { id } = await held();
    const answers = await Promise.all([
      service.moderator.post(`/v1/comments/${id}/${act}`, { seen_version: 1 }),
      service.admin.post(`/v1/comments/${id}/${act}`, { seen_version: 1 }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const lost = answers.find((answer) => answer.status === 409);
    expect(lost?.body.code).toBe('version_conflict');
    expect(lost?.body.current).toMatchObject({ id, status: after, version: 2 });
    const read = await service.moderator.get(`/v1/comments/${id}`);
    expect(read.body.decisions).toHaveLength(2);
  });

  it('answers 409 to a version that was never seen', async () => {
    const { id } = await held();
    const { status } = await service.moderator.post(`/v1/comments/${id}/${act}`, {
      seen_version: 2,
    });
    expect(status).toBe(409);
  });

  it('needs to know which version was seen', async () => {
    const { id } = await held();
    const { status, body } = await service.moderator.post(`/v1/comments/${id}/${act}`, {});
    expect(status).toBe(400);
    expect(body.errors[0].pointer).toBe('/seen_version');
  });

  it('is not for submit keys', async () => {
    const { id } = await held();
    const { status } = await service.cms.post(`/v1/comments/${id}/${act}`, { seen_version: 1 });
    expect(status).toBe(403);
  });

  it('answers 404 for a comment that is not there', async () => {
    const path = `/v1/comments/cmt_none/${act}`;
    expect((await service.moderator.post(path, { seen_version: 1 })).status).toBe(404);
  });
});

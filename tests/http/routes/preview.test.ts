import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aComment, startTestApp, type TestApp } from '../../support/app.js';

let service: TestApp;
beforeAll(async () => {
  service = await startTestApp();
});
afterAll(async () => service.close());

describe('POST /v1/preview (previewComment)', () => {
  it('gives the verdict that a submit would get, and stores nothing', async () => {
    const comment = aComment({ body: 'You are a clueless moron.' });
    const { status, body } = await service.cms.post('/v1/preview', comment);
    expect([status, body.verdict.action]).toEqual([200, 'hold']);
    const list = await service.moderator.get('/v1/comments');
    expect(list.body.data).toEqual([]);
    expect((await service.moderator.get('/v1/threads')).body.data).toEqual([]);
    expect((await service.moderator.get('/v1/authors')).body.data).toEqual([]);
    const submitted = await service.cms.post('/v1/comments', comment);
    expect(submitted.body.verdict).toEqual(body.verdict);
  });

  it('knows what the site knows: blocks, closed threads, repeats', async () => {
    const comment = aComment({ body: 'The very same sentence, once and once again.' });
    await service.cms.post('/v1/comments', comment);
    const again = await service.cms.post('/v1/preview', comment);
    expect(again.body.verdict.findings[0].reason).toBe('conduct.repeated_text');
  });

  it('refuses what a submit refuses', async () => {
    expect((await service.cms.post('/v1/preview', aComment({ body: ' ' }))).status).toBe(400);
  });
});

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

  it('tells moderators how the verdict came about, and a CMS only what it is', async () => {
    const comment = aComment({ body: 'You аre an 1diot.' });
    const { body } = await service.moderator.post('/v1/preview', comment);
    expect(body.explanation).toMatchObject({ shadow: 'you are an idiot.', language: null });
    const rule = body.explanation.rules.find(
      (each: { rule: string }) => each.rule === 'personal_attack',
    );
    expect(rule).toMatchObject({ answer: 'match', action: 'hold', observe: false });
    expect(rule.microseconds).toBeGreaterThanOrEqual(0);
    const asCms = await service.cms.post('/v1/preview', comment);
    expect(asCms.body).toEqual({ verdict: body.verdict });
  });
});

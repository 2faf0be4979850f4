import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { aComment, startTestApp, type TestApp } from '../../support/app.js';

let service: TestApp;
beforeEach(async () => {
  service = await startTestApp();
});
afterEach(async () => service.close());

const put = async (document: unknown, ifMatch: string | null = '*') =>
  service.admin.put('/v1/policy', document, ifMatch === null ? {} : { 'if-match': ifMatch });

describe('GET /v1/policy (getPolicy)', () => {
  it('gives the default policy as version 1 with its entity tag', async () => {
    const { status, body, headers } = await service.moderator.get('/v1/policy');
    expect(status).toBe(200);
    expect(headers['etag']).toBe('"1"');
    expect(body).toMatchObject({ version: 1, created_by: 'gatepost' });
    expect(body.digest).toMatch(/^sha256:[0-9a-f]{64}$/u);
    expect(body.rules.strong_profanity).toMatchObject({ enabled: true, action: 'reject' });
  });
});

describe('PUT /v1/policy (putPolicy, listPolicyVersions)', () => {
  it('takes back what GET gave, changed, and judges the very next comment by it', async () => {
    const { body, headers } = await service.admin.get('/v1/policy');
    body.rules.strong_profanity.action = 'hold';
    const { status, body: after } = await put(body, String(headers['etag']));
    expect([status, after.version]).toEqual([200, 2]);
    const { body: judged } = await service.cms.post(
      '/v1/comments',
      aComment({ body: 'This is fucking late.' }),
    );
    expect(judged.comment.status).toBe('pending');
    expect(judged.verdict.policy_version).toBe(2);
  });

  it('keeps every version', async () => {
    await put({ text: 'Second.' });
    await put({ text: 'Third.' });
    const { body } = await service.moderator.get('/v1/policy/versions?limit=2');
    expect(body.data.map((one: { version: number }) => one.version)).toEqual([3, 2]);
    const rest = await service.moderator.get(`/v1/policy/versions?cursor=${body.next_cursor}`);
    expect(rest.body.data.map((one: { version: number }) => one.version)).toEqual([1]);
    expect((await service.moderator.get('/v1/policy/versions/2')).body.text).toBe('Second.');
    expect((await service.moderator.get('/v1/policy/versions/9')).status).toBe(404);
  });

  it('makes no new version of an equal document', async () => {
    const { body } = await service.admin.get('/v1/policy');
    expect((await put(body)).body.version).toBe(1);
  });

  it('switches every rule off when told to', async () => {
    const { body } = await service.admin.get('/v1/policy');
    for (const rule of Object.values<{ enabled: boolean }>(body.rules)) rule.enabled = false;
    await put(body);
    const { body: judged } = await service.cms.post(
      '/v1/comments',
      aComment({ body: 'FUCK YOU ALL, I will kill you, call 212-555-0147 NOW' }),
    );
    expect(judged.verdict).toMatchObject({ action: 'approve', findings: [] });
  });

  it('refuses a bad policy with a pointer to each mistake, and changes nothing', async () => {
    const { status, body } = await put({
      txt: 'x',
      rules: { link_count: { max_links: -1, action: 'maybe' }, profanty: {} },
    });
    expect([status, body.code]).toEqual([422, 'invalid_policy']);
    const pointers = body.errors.map((error: { pointer: string }) => error.pointer);
    expect(pointers).toEqual(
      expect.arrayContaining([
        '/txt',
        '/rules/link_count/max_links',
        '/rules/link_count/action',
        '/rules/profanty',
      ]),
    );
    expect((await service.admin.get('/v1/policy')).body.version).toBe(1);
  });

  it('refuses a change to a version that is no longer in force', async () => {
    await put({ text: 'Second.' }, '"1"');
    const { status, body } = await put({ text: 'Lost.' }, '"1"');
    expect([status, body.code]).toEqual([412, 'policy_changed']);
    expect(body.current).toEqual({ version: 2 });
  });

  it('needs If-Match, and an admin', async () => {
    const { status, body } = await put({ text: 'x' }, null);
    expect([status, body.code]).toEqual([428, 'precondition_required']);
    const asModerator = await service.moderator.put('/v1/policy', {}, { 'if-match': '*' });
    expect(asModerator.status).toBe(403);
  });

  it.each([['null'], ['[]'], ['"text"'], ['5']])('refuses %s as a policy', async (json) => {
    const { status } = await service.admin.put('/v1/policy', json, {
      'if-match': '*',
      'content-type': 'application/json',
    });
    expect(status).toBe(422);
  });
});

describe('GET /v1/policy/text', () => {
  it('gives what the CMS shows beside its form, with the version', async () => {
    await put({ text: 'Be kind.' });
    const { body } = await service.cms.get('/v1/policy/text');
    expect(body).toEqual({ version: 2, text: 'Be kind.' });
  });
});

describe('GET /v1/policy/presets (listPolicyPresets)', () => {
  it('gives whole policies, each of which can be put in force', async () => {
    const { status, body } = await service.moderator.get('/v1/policy/presets');
    expect(status).toBe(200);
    const names = body.data.map(({ name }: { name: string }) => name);
    expect(names).toEqual(['open', 'balanced', 'strict', 'wordpress']);
    for (const { document } of body.data) expect((await put(document)).status).toBe(200);
  });

  it('has a name to start from in a policy', async () => {
    await put({ preset: 'strict' });
    const { body } = await service.cms.post('/v1/comments', aComment());
    expect(body.verdict.findings).toMatchObject([{ reason: 'conduct.new_author' }]);
  });
});

describe('GET /v1/policy/schema (getPolicySchema)', () => {
  it('gives a JSON Schema that takes what GET /v1/policy gives and refuses mistakes', async () => {
    const { body: schema, headers } = await service.cms.get('/v1/policy/schema');
    expect(headers['content-type']).toContain('application/schema+json');
    const validate = new Ajv2020({ strict: false }).compile(schema);
    const { version, digest, created_at, created_by, ...document } = (
      await service.moderator.get('/v1/policy')
    ).body;
    expect([version, digest, created_at, created_by].every(Boolean)).toBe(true);
    expect(validate(document)).toBe(true);
    expect(validate({ rules: { shoutin: {} } })).toBe(false);
  });
});

describe('A policy with sections', () => {
  it('judges a comment by the section of its thread', async () => {
    await put({ sections: { sport: { rules: { strong_profanity: { action: 'hold' } } } } });
    const submit = async (external_id: string, section?: string) => {
      const thread = { external_id, ...(section !== undefined && { section }) };
      const comment = aComment({ thread, body: 'What a fucking mess this is.' });
      const preview = await service.cms.post('/v1/preview', comment);
      const { body } = await service.cms.post('/v1/comments', comment);
      expect(preview.body.verdict.action).toBe(body.verdict.action);
      return body.verdict.action;
    };
    expect(await submit('a', 'Sport')).toBe('hold');
    expect(await submit('b', 'news')).toBe('reject');
    // Known by its thread from then on.
    expect(await submit('a')).toBe('hold');
  });
});

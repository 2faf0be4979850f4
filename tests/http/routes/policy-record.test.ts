import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { RULES } from '../../../src/moderation/rules/index.js';
import { aComment, startTestApp, type TestApp } from '../../support/app.js';

let service: TestApp;
beforeEach(async () => {
  service = await startTestApp();
});
afterEach(async () => service.close());

const SHOUTED = 'THEY HAVE CLOSED THE BRIDGE AGAIN AND NOBODY SAID A WORD';

const put = async (document: unknown) =>
  service.admin.put('/v1/policy', document, { 'if-match': '*' });

async function submit(body: string): Promise<{ readonly id: string; readonly version: number }> {
  const { body: answer } = await service.cms.post('/v1/comments', aComment({ body }));
  return answer.comment;
}

const decide = async (action: string, { id, version }: { id: string; version: number }) =>
  service.moderator.post(`/v1/comments/${id}/${action}`, { seen_version: version });

async function measured(rule: string, query = '') {
  const { status, body } = await service.moderator.get(`/v1/policy/rules${query}`);
  expect(status).toBe(200);
  return body.data.find((each: { id: string }) => each.id === rule);
}

describe('GET /v1/policy/rules (listPolicyRules)', () => {
  it('lists every rule under the policy in force, with nothing on record yet', async () => {
    await put({ rules: { shouting: { enabled: false, observe: true, action: 'reject' } } });
    const { body } = await service.moderator.get('/v1/policy/rules');
    expect(body.data.map((each: { id: string }) => each.id)).toEqual(RULES.map(({ id }) => id));
    expect(await measured('shouting')).toEqual({
      id: 'shouting',
      standard: 'conduct',
      description: expect.stringContaining('capitals'),
      ...{ enabled: false, observe: true, action: 'reject' },
      ...{ matches: 0, unknown: 0, decided: 0, agreed: 0, precision: null },
    });
  });

  it('counts matches, and of those that people decided the ones they rejected', async () => {
    const told = [await submit(SHOUTED), await submit(`${SHOUTED} TODAY`), await submit('Fine.')];
    await submit(`${SHOUTED} YESTERDAY`);
    await decide('reject', told[0] ?? { id: '', version: 0 });
    await decide('approve', told[1] ?? { id: '', version: 0 });
    await decide('reject', told[2] ?? { id: '', version: 0 });
    expect(await measured('shouting')).toMatchObject({
      ...{ matches: 3, decided: 2, agreed: 1, precision: 0.5 },
    });
    expect(await measured('slur')).toMatchObject({ matches: 0, decided: 0, precision: null });
  });

  it('asks nobody about findings that let a comment pass', async () => {
    const mild = await submit('The damn bridge is closed again, and it rains.');
    await decide('reject', mild);
    const found = await measured('mild_profanity');
    expect(found).toMatchObject({ action: 'approve', matches: 1, decided: 0, precision: null });
  });

  it('counts the last decision of several, and none on a text that was edited since', async () => {
    const twice = await submit(SHOUTED);
    await decide('reject', twice);
    await decide('approve', { ...twice, version: 2 });
    expect(await measured('shouting')).toMatchObject({ decided: 1, agreed: 0, precision: 0 });
    await service.cms.patch(`/v1/comments/${twice.id}`, { body: `${SHOUTED} AT ALL` });
    expect(await measured('shouting')).toMatchObject({ matches: 2, decided: 0, precision: null });
  });

  it('counts a text once, however much a rule finds in it', async () => {
    await submit('Write to joe@example.com or call 212-555-0147, he lives at 12 Elm Street.');
    expect(await measured('personal_information')).toMatchObject({ matches: 1 });
  });

  it('counts what could not be checked apart from what matched', async () => {
    await service.moderator.post('/v1/blocks', {
      ...{ kind: 'ip', value: '192.0.2.0/24', mode: 'reject', reason: 'spam' },
    });
    await submit('A remark that came without an address.');
    expect(await measured('identifier_blocked')).toMatchObject({ matches: 0, unknown: 1 });
  });

  it('measures the last 30 days, or the period that is asked for', async () => {
    const old = await submit(SHOUTED);
    await decide('reject', old);
    service.pass(31 * 86_400);
    await decide('reject', await submit(`${SHOUTED} TODAY`));
    expect(await measured('shouting')).toMatchObject({ matches: 1, decided: 1 });
    const both = '?from=2026-11-01T00:00:00Z&to=2027-01-01T00:00:00Z';
    expect(await measured('shouting', both)).toMatchObject({ matches: 2, decided: 2 });
    const first = '?from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z';
    expect(await measured('shouting', first)).toMatchObject({ matches: 1, decided: 1 });
    const later = '?from=2027-01-01T00:00:00Z&to=2027-02-01T00:00:00Z';
    expect(await measured('shouting', later)).toMatchObject({ matches: 0, decided: 0 });
    const { body } = await service.moderator.get(`/v1/policy/rules${first}`);
    expect([body.from, body.to]).toEqual(['2026-11-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z']);
  });

  it('reads the decisions of people page after page', async () => {
    const told = [];
    for (let at = 0; at < 201; at += 1) told.push(await submit(`${SHOUTED} ${'A'.repeat(at + 1)}`));
    for (const comment of told) await decide('reject', comment);
    expect(await measured('shouting')).toMatchObject({ decided: 201, agreed: 201, precision: 1 });
  });

  it('knows nothing of other sites, and refuses a period that ends before it begins', async () => {
    await submit(SHOUTED);
    const other = await service.client('moderate', 'gazette');
    const { body } = await other.get('/v1/policy/rules');
    expect(body.data.every((each: { matches: number }) => each.matches === 0)).toBe(true);
    const turned = '?from=2026-11-23T00:00:00Z&to=2026-11-22T00:00:00Z';
    const refused = await service.moderator.get(`/v1/policy/rules${turned}`);
    expect([refused.status, refused.body.code]).toEqual([400, 'invalid_date']);
    expect((await service.moderator.get('/v1/policy/rules?from=x')).status).toBe(400);
    expect((await service.cms.get('/v1/policy/rules')).status).toBe(403);
  });
});

describe('GET /v1/policy/versions/{n}/diff/{m} (diffPolicies)', () => {
  it('names what differs, in either direction', async () => {
    const listed = (...terms: string[]) => ({ rules: { blocked_terms: { terms } } });
    await put({ ...listed('casino', 'poker'), text: 'Second.' });
    await put({ ...listed('roulette', 'casino'), text: 'Second.' });
    const { status, body } = await service.moderator.get('/v1/policy/versions/2/diff/3');
    const pointer = '/rules/blocked_terms/terms';
    expect(status).toBe(200);
    expect(body).toEqual({
      ...{ from: 2, to: 3 },
      changes: [{ pointer, added: ['roulette'], removed: ['poker'] }],
    });
    const back = await service.moderator.get('/v1/policy/versions/3/diff/1');
    expect(back.body.changes).toEqual([
      { pointer: '/text', from: 'Second.', to: expect.stringContaining('Comments') },
      { pointer, added: [], removed: ['roulette', 'casino'] },
    ]);
    expect((await service.moderator.get('/v1/policy/versions/2/diff/2')).body.changes).toEqual([]);
  });

  it('finds no version that never was, and none of another site', async () => {
    await put({ text: 'Second.' });
    expect((await service.moderator.get('/v1/policy/versions/1/diff/9')).status).toBe(404);
    const other = await service.client('moderate', 'gazette');
    expect((await other.get('/v1/policy/versions/1/diff/2')).status).toBe(404);
    expect((await service.cms.get('/v1/policy/versions/1/diff/2')).status).toBe(403);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { aComment, startTestApp, type TestApp } from '../../support/app.js';

let service: TestApp;
beforeEach(async () => {
  service = await startTestApp();
});
afterEach(async () => service.close());

const submit = async (body: string) =>
  (await service.cms.post('/v1/comments', aComment({ body }))).body.comment;

describe('POST /v1/policy/check (checkPolicy)', () => {
  it('says what would differ from what is in force, and changes nothing', async () => {
    const draft = { rules: { link_count: { max_links: 0 }, shouting: { enabled: false } } };
    const { status, body } = await service.admin.post('/v1/policy/check', draft);
    expect(status).toBe(200);
    expect(body.version).toBe(1);
    expect(body.changes).toEqual([
      { pointer: '/rules/link_count/max_links', from: 2, to: 0 },
      { pointer: '/rules/shouting/enabled', from: true, to: false },
    ]);
    expect(body.document.rules.link_count).toMatchObject({ enabled: true, max_links: 0 });
    expect((await service.admin.get('/v1/policy')).body.version).toBe(1);
  });

  it('has the digest that the draft gets when it is put in force', async () => {
    const draft = { preset: 'strict', standards: { profanity: { action: 'hold' } } };
    const { body } = await service.admin.post('/v1/policy/check', draft);
    const put = await service.admin.put('/v1/policy', draft, { 'if-match': '*' });
    expect(put.body.digest).toBe(body.digest);
    const again = await service.admin.post('/v1/policy/check', put.body);
    expect(again.body).toMatchObject({ version: 2, changes: [] });
  });

  it('refuses what PUT refuses, with the same pointers', async () => {
    const draft = {
      rules: { link_count: { max_links: -1 }, blocked_terms: { terms: ['casino', 'c@sino'] } },
    };
    const checked = await service.admin.post('/v1/policy/check', draft);
    const put = await service.admin.put('/v1/policy', draft, { 'if-match': '*' });
    expect([checked.status, checked.body.code]).toEqual([put.status, 'invalid_policy']);
    expect(checked.body.errors).toEqual(put.body.errors);
    expect(checked.body.errors[0].pointer).toBe('/rules/link_count/max_links');
  });

  it('is for those who may change the policy', async () => {
    expect((await service.moderator.post('/v1/policy/check', {})).status).toBe(403);
  });
});

describe('POST /v1/policy/preview (previewDraft)', () => {
  const preview = async (draft: unknown, comment: unknown) =>
    service.admin.post('/v1/policy/preview', { draft, comment });

  it('judges by the draft, and leaves what is in force alone', async () => {
    const comment = aComment({ body: 'You are a clueless moron.' });
    const draft = { rules: { personal_attack: { action: 'reject' } } };
    const { status, body } = await preview(draft, comment);
    expect([status, body.verdict.action, body.verdict.policy_version]).toEqual([200, 'reject', 0]);
    const rule = body.explanation.rules.find(
      (each: { rule: string }) => each.rule === 'personal_attack',
    );
    expect(rule).toMatchObject({ answer: 'match', action: 'reject' });
    const inForce = await service.admin.post('/v1/preview', comment);
    expect(inForce.body.verdict).toMatchObject({ action: 'hold', policy_version: 1 });
    expect((await service.moderator.get('/v1/comments')).body.data).toEqual([]);
  });

  it('follows what the draft says of the section', async () => {
    const off = { rules: { personal_attack: { enabled: false } } };
    const draft = { sections: { sport: off }, rules: { classifier_scores: { enabled: false } } };
    const thread = { external_id: 'match-report', section: 'Sport' };
    const body = 'You are a clueless moron.';
    const inSport = await preview(draft, aComment({ body, thread }));
    expect(inSport.body.verdict.action).toBe('approve');
    expect((await preview(draft, aComment({ body }))).body.verdict.action).toBe('hold');
  });

  it('refuses a draft and a comment that cannot be used, each by its pointer', async () => {
    const wrong = await preview({ rules: { shoutin: {} } }, aComment());
    expect([wrong.status, wrong.body.code]).toEqual([422, 'invalid_policy']);
    expect(wrong.body.errors[0].pointer).toBe('/draft/rules/shoutin');
    const bodiless = await preview({}, { ...aComment(), body: 5 });
    expect([bodiless.status, bodiless.body.errors[0].pointer]).toEqual([400, '/comment/body']);
    expect((await service.moderator.post('/v1/policy/preview', {})).status).toBe(403);
  });
});

describe('POST /v1/policy/terms/try (tryTerm)', () => {
  const tryTerm = async (term: unknown, texts?: readonly string[]) =>
    service.admin.post('/v1/policy/terms/try', { term, ...(texts !== undefined && { texts }) });

  it('says of every disguise whether the term is found in it', async () => {
    const { status, body } = await tryTerm('casino');
    expect(status).toBe(200);
    const answers = Object.fromEntries(
      body.spellings.map((each: { spelling: string; answer: string }) => [
        each.spelling,
        each.answer,
      ]),
    );
    for (const found of ['plain', 'plural', 'leet_digits', 'cyrillic', 'spaced', 'zero_width']) {
      expect([found, answers[found]]).toEqual([found, 'match']);
    }
    expect(answers['letters_swapped']).toBe('clear');
    expect(answers['inside_a_word']).toBe('clear');
  });

  it('says it of texts, with the places, beside the allowed terms in force', async () => {
    await service.admin.put(
      '/v1/policy',
      { allowed_terms: ['Casino Royale'] },
      { 'if-match': '*' },
    );
    const { body } = await tryTerm('casino', ['My c4sino!', 'Casino Royale is a film.', 'Nothing.']);
    expect(body.texts).toEqual([
      { text: 'My c4sino!', answer: 'match', spans: [{ start: 3, end: 9 }] },
      { text: 'Casino Royale is a film.', answer: 'clear', spans: [] },
      { text: 'Nothing.', answer: 'clear', spans: [] },
    ]);
  });

  it('shows approved comments that the term would have objected to, the newest first', async () => {
    const long = 'The word stands far behind the beginning of what was said here. '.repeat(3);
    const first = await submit(`${long}My uncle says a casino is planned there. ${long}`);
    const second = await submit('Casinos pay taxes, as far as I know.');
    await submit('About something else entirely.');
    const { body } = await tryTerm('casino');
    const { approved } = body;
    expect([approved.read, approved.hits]).toEqual([3, 2]);
    const ids = approved.examples.map((each: { comment_id: string }) => each.comment_id);
    expect(ids).toEqual([second.id, first.id]);
    for (const { excerpt, spans } of approved.examples) {
      const [{ start, end }] = spans;
      expect(excerpt.slice(start, end).toLowerCase()).toMatch(/^casinos?$/u);
    }
    expect(approved.examples[1].excerpt).toMatch(/^….{150,}…$/u);
  });

  it('cuts no character of two halves in two', async () => {
    await submit(`${'🎲'.repeat(60)} casino ${'a🎲'.repeat(60)}`);
    const { body } = await tryTerm('casino');
    const [{ excerpt }] = body.approved.examples;
    expect(excerpt).toMatch(/casino/u);
    expect(excerpt.isWellFormed()).toBe(true);
  });

  it('reads an expression in texts, and makes up no disguises of it', async () => {
    const { body } = await tryTerm({ term: 'pills?\\b', kind: 'regex' }, ['Cheap pills', 'Spill.']);
    expect(body.spellings).toEqual([]);
    expect(body.texts.map((each: { answer: string }) => each.answer)).toEqual(['match', 'match']);
  });

  it('answers unknown where a term is bound to languages and none can be told', async () => {
    const { body } = await tryTerm({ term: 'Gift', languages: ['de'] }, ['Gift', 'A gift for you.']);
    expect(body.texts[0].answer).toBe('unknown');
    expect(body.spellings[0]).toMatchObject({ spelling: 'plain', answer: 'match' });
  });

  it('refuses a term that no policy could have', async () => {
    const letter = await tryTerm('a');
    expect([letter.status, letter.body.errors[0].pointer]).toEqual([422, '/term']);
    const unread = await tryTerm({ term: '(', kind: 'regex' });
    expect([unread.status, unread.body.errors[0].pointer]).toEqual([422, '/term']);
    await service.admin.put('/v1/policy', { allowed_terms: ['casino'] }, { 'if-match': '*' });
    expect((await tryTerm('casino')).body.errors[0].detail).toContain('allowed');
    expect((await tryTerm({ term: 'casino', kind: 'guess' })).status).toBe(400);
    expect((await service.moderator.post('/v1/policy/terms/try', { term: 'x' })).status).toBe(403);
  });

  it('sees nothing of another site', async () => {
    await submit('Casinos pay taxes, as far as I know.');
    const stranger = await service.client('admin', 'gazette');
    const { body } = await stranger.post('/v1/policy/terms/try', { term: 'casino' });
    expect(body.approved).toEqual({ read: 0, hits: 0, examples: [] });
  });
});

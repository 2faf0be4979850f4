import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { prefersText } from '../../../src/http/views/statement-view.js';
import { aComment, startTestApp, type TestApp } from '../../support/app.js';

let service: TestApp;
beforeAll(async () => {
  service = await startTestApp();
});
afterAll(async () => service.close());

const INSULT = 'You are a fucking idiot, all of you idiots.';
let made = 0;

async function submit(change: Record<string, unknown> = {}) {
  made += 1;
  const author = `writer-${made}`;
  const sent = aComment({ author: { external_id: author, name: author }, ...change });
  const { body } = await service.cms.post('/v1/comments', sent);
  return { id: body.comment.id as string, author, verdict: body.verdict };
}

async function decided(id: string) {
  return (await service.moderator.get(`/v1/comments/${id}`)).body.decisions.at(-1);
}

const statement = async (id: string, query = '') =>
  service.cms.get(`/v1/comments/${id}/statement${query}`);

async function setStatements(statements: object) {
  return service.admin.put('/v1/policy', { statements }, { 'if-match': '*' });
}

describe('GET /v1/comments/{id}/statement (getCommentStatement)', () => {
  it('tells the author of the engine’s rejection why, with which words, and what can be done', async () => {
    const { id } = await submit({ body: INSULT });
    const { status, body } = await statement(id);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      comment_id: id,
      decision_id: (await decided(id)).id,
      block_id: null,
      locale: 'en',
      effect: 'rejected',
      ended_at: null,
      facts: { thread: { external_id: 'article-1' }, told: null },
      ground: { kind: 'terms', policy_version: 1, legal_ground: null },
      source: 'own_initiative',
      automated_detection: true,
      automated_decision: 'fully',
    });
    expect(body.facts.reasons[0].words.length).toBeGreaterThan(0);
    for (const { words } of body.facts.reasons) {
      for (const word of words) expect(INSULT).toContain(word);
    }
    expect(body.ground.policy_text.length).toBeGreaterThan(0);
    const days = (Date.parse(body.redress.appeal_until) - Date.parse(body.decided_at)) / 86_400_000;
    expect(days).toBe(180);
  });

  it('gives it as one text to whom would rather have that', async () => {
    const { id } = await submit({ body: INSULT });
    const json = await statement(id);
    const answer = await service.cms.get(`/v1/comments/${id}/statement`, { accept: 'text/plain' });
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(answer.headers['vary']).toContain('accept');
    expect(answer.body).toBe(json.body.text);
  });

  it('is told in the language of the comment, or in the one that is asked for', async () => {
    const { id } = await submit({ body: INSULT, locale: 'de-AT' });
    const own = await statement(id);
    expect(own.body.locale).toBe('de');
    expect(own.body.text).toContain('Sie können sich auch an ein Gericht wenden.');
    expect(own.headers['content-language']).toBe('de');
    expect((await statement(id, '?locale=nl')).body.locale).toBe('nl');
    expect((await statement(id, '?locale=tlh')).body.locale).toBe('de');
  });

  it('tells a moderator’s reason, and neither the name nor the note', async () => {
    const { id } = await submit();
    const said = { seen_version: 1, reason: 'It is about another article.', note: 'a SECRET note' };
    await service.moderator.post(`/v1/comments/${id}/reject`, said);
    const { body } = await statement(id);
    expect(body).toMatchObject({
      facts: { told: 'It is about another article.' },
      automated_detection: false,
      automated_decision: 'not',
      ground: { standard: null },
    });
    const all = JSON.stringify(body);
    expect(all).not.toContain('SECRET');
    expect(all).not.toContain('moderate of default');
    const { actor } = await decided(id);
    expect(all).not.toContain(actor.id);
  });

  it('tells that readers’ reports led to it, and not who reported or what they wrote', async () => {
    const { id } = await submit();
    const report = { reporter: { external_id: 'TELLTALE' }, reason: 'spam', text: 'WHISPERED' };
    await service.cms.post(`/v1/comments/${id}/reports`, report);
    await service.moderator.post(`/v1/comments/${id}/reject`, { seen_version: 1 });
    const { body } = await statement(id);
    expect(body).toMatchObject({ source: 'reports', ground: { standard: 'spam' } });
    expect(JSON.stringify(body)).not.toMatch(/TELLTALE|WHISPERED/u);
  });

  it('names the law, and that a notice led to it, and not who sent it', async () => {
    const { id } = await submit();
    const notice = {
      explanation: 'NOTIFIER says it is libel.',
      law: 'section 185 of the Criminal Code',
      good_faith: true,
      notifier: { name: 'NOTIFIER', email: 'notifier@example.org' },
    };
    const filed = await service.cms.post(`/v1/comments/${id}/notices`, notice);
    expect(filed.status).toBe(201);
    const answer = { action: 'remove', reason: 'It is untrue.', seen_version: 1 };
    const done = await service.moderator.post(`/v1/notices/${filed.body.id}/decide`, answer);
    expect(done.status).toBe(200);
    const { body } = await statement(id);
    expect(body).toMatchObject({
      source: 'notice',
      ground: { kind: 'law', legal_ground: 'section 185 of the Criminal Code' },
    });
    expect(JSON.stringify(body)).not.toMatch(/NOTIFIER|notifier@/u);
  });

  it('quotes the words of the text that was decided about', async () => {
    const { id } = await submit({ body: INSULT });
    const first = await decided(id);
    const edited = { body: 'Now this fucking thing says something else altogether.' };
    await service.cms.patch(`/v1/comments/${id}`, edited);
    const { body } = await service.cms.get(`/v1/decisions/${first.id}/statement`);
    const words = body.facts.reasons.flatMap((reason: { words: string[] }) => reason.words);
    expect(words.length).toBeGreaterThan(0);
    for (const word of words) expect(INSULT).toContain(word);
  });

  it('does not let somebody learn whom they resemble', async () => {
    const email = 'twin@example.org';
    const first = await submit({ author: { external_id: 'twin-1', name: 'Twin', email } });
    expect(first.verdict.action).toBe('approve');
    await service.moderator.post('/v1/authors/twin-1/block', { reason: 'ads' });
    const { id, verdict } = await submit({ author: { external_id: 'twin-2', name: 'Two', email } });
    const reasons = verdict.findings.map(({ reason }: { reason: string }) => reason);
    expect(reasons).toContain('blocked.resembles_email');
    const { body } = await statement(id);
    expect(body).toMatchObject({ effect: 'held', ground: { standard: null }, facts: { reasons: [] } });
    expect(body.message).toContain('some comments are read by a person first');
    expect(JSON.stringify(body)).not.toContain('resembles');
  });

  it('offers no appeal once there was one', async () => {
    const { id, author } = await submit({ body: INSULT });
    await service.cms.post(`/v1/comments/${id}/appeals`, { author, text: 'Why?' });
    expect((await statement(id)).body.redress.appeal_until).toBeNull();
  });

  it('has nothing to state for a comment that is published or withdrawn, with 404', async () => {
    const { id } = await submit();
    const approved = await statement(id);
    expect([approved.status, approved.body.code]).toEqual([404, 'not_restricted']);
    const gone = await submit({ body: INSULT });
    await service.cms.delete(`/v1/comments/${gone.id}`);
    expect((await statement(gone.id)).body.code).toBe('not_restricted');
  });

  it('says to the CMS of a hidden comment what it says of a published one', async () => {
    const published = await submit();
    const author = { external_id: 'shade', name: 'Shade' };
    await submit({ author });
    await service.moderator.post('/v1/authors/shade/block', { mode: 'shadow', reason: 'ads' });
    const hidden = await submit({ author });
    const { instance: _, request_id: __, ...told } = (await statement(hidden.id)).body;
    const { instance: ___, request_id: ____, ...other } = (await statement(published.id)).body;
    expect(told).toEqual(other);
    const { id } = await decided(hidden.id);
    expect((await service.cms.get(`/v1/decisions/${id}/statement`)).status).toBe(404);
    const known = await service.moderator.get(`/v1/comments/${hidden.id}/statement`);
    expect(known.body).toMatchObject({ effect: 'hidden', redress: { appeal_until: null } });
    await service.moderator.post(`/v1/comments/${hidden.id}/approve`, { seen_version: 1 });
    const later = await service.cms.get(`/v1/decisions/${id}/statement`);
    expect([later.status, later.body.effect]).toEqual([200, 'hidden']);
  });

  it('knows no comment of another site, with 404', async () => {
    const { id } = await submit({ body: INSULT });
    const other = await service.client('moderate', 'other');
    const { status, body } = await other.get(`/v1/comments/${id}/statement`);
    expect([status, body.code]).toEqual([404, 'not_found']);
  });
});

describe('GET /v1/decisions/{id}/statement (getDecisionStatement)', () => {
  it('says since when a decision no longer stands', async () => {
    const { id } = await submit({ body: INSULT });
    const first = await decided(id);
    service.pass(3_600);
    await service.moderator.post(`/v1/comments/${id}/approve`, { seen_version: 1 });
    const last = await decided(id);
    const { body } = await service.cms.get(`/v1/decisions/${first.id}/statement`);
    expect(body.ended_at).toBe(last.created_at);
    expect(body.text).toContain('has not been in force since');
    expect(body.redress.appeal_until).toBeNull();
    const approval = await service.cms.get(`/v1/decisions/${last.id}/statement`);
    expect([approval.status, approval.body.code]).toEqual([404, 'not_restricted']);
  });

  it('knows no decision of another site, with 404', async () => {
    const { id } = await submit({ body: INSULT });
    const { id: decision } = await decided(id);
    const other = await service.client('submit', 'other');
    const { status, body } = await other.get(`/v1/decisions/${decision}/statement`);
    expect([status, body.code]).toEqual([404, 'not_found']);
    expect((await service.cms.get('/v1/decisions/dec_none/statement')).status).toBe(404);
  });
});

describe('GET /v1/blocks/{id}/statement (getBlockStatement)', () => {
  const block = async (terms: object) =>
    (
      await service.moderator.post('/v1/blocks', {
        kind: 'email',
        value: 'target@example.org',
        reason: 'an INTERNAL remark',
        ...terms,
      })
    ).body.id as string;
  const read = async (id: string, as = service.cms) => as.get(`/v1/blocks/${id}/statement`);

  it('says that and until when, and neither on whom nor what moderators noted', async () => {
    const { body } = await read(await block({ until: '2027-03-01T00:00:00Z' }));
    expect(body).toMatchObject({
      effect: 'account_blocked',
      comment_id: null,
      ends_at: '2027-03-01T00:00:00.000Z',
      message: 'You cannot comment here until 2027-03-01.',
      automated_decision: 'not',
    });
    expect(JSON.stringify(body)).not.toMatch(/target|INTERNAL/u);
  });

  it('says since when it is over, lifted or run out', async () => {
    const id = await block({ mode: 'hold' });
    expect((await read(id)).body).toMatchObject({ effect: 'account_held', ended_at: null });
    await service.moderator.delete(`/v1/blocks/${id}`);
    expect((await read(id)).body.ended_at).not.toBeNull();
    const until = '2027-03-01T00:00:00Z';
    const short = await block({ until });
    service.pass(365 * 86_400);
    expect((await read(short)).body.ended_at).toBe('2027-03-01T00:00:00.000Z');
  });

  it('tells the CMS of a block that is not to be noticed only once it is lifted', async () => {
    const id = await block({ mode: 'shadow' });
    expect((await read(id)).body.code).toBe('not_restricted');
    expect((await read(id, service.moderator)).status).toBe(200);
    await service.moderator.delete(`/v1/blocks/${id}`);
    expect((await read(id)).status).toBe(200);
  });

  it('knows no block of another site, with 404', async () => {
    const id = await block({});
    const other = await service.client('submit', 'other');
    expect((await read(id, other)).body.code).toBe('not_found');
  });
});

describe('The publisher’s own wording', () => {
  it('is what the author reads', async () => {
    const { id } = await submit({ body: INSULT });
    const { body } = await statement(id);
    const standard = body.ground.standard as string;
    const changed = await setStatements({
      contact: 'desk@example.org',
      terms_url: 'https://example.org/rules',
      out_of_court: 'The Board, Vienna',
      redress: 'Write to the ombudsman.',
      templates: { en: { [standard]: 'Please, not like that: {words}. Ask {contact}.' } },
    });
    expect(changed.status).toBe(200);
    const { message, text } = (await statement(id)).body;
    expect(message).toMatch(/^Please, not like that: “.+”\. Ask desk@example\.org\.$/u);
    for (const said of ['desk@', 'example.org/rules', 'The Board, Vienna', 'the ombudsman']) {
      expect(text).toContain(said);
    }
  });

  it.each([
    [{ en: { spam: 'No {wrods}' } }, '/statements/templates/en/spam'],
    [{ english: { spam: 'No.' } }, '/statements/templates/english'],
    [{ de: { spam: 'No.' }, DE: { spam: 'No.' } }, '/statements/templates/DE'],
    [{ en: { rudeness: 'No.' } }, '/statements/templates/en/rudeness'],
  ])('is checked when the policy is saved: %j', async (templates, pointer) => {
    const { status, body } = await setStatements({ templates });
    expect([status, body.code]).toEqual([422, 'invalid_policy']);
    expect(body.errors[0].pointer).toBe(pointer);
  });
});

describe('What a client would rather have', () => {
  it.each([
    ['', false],
    ['*/*', false],
    ['application/json', false],
    ['text/plain', true],
    ['text/plain;q=0.5, application/json', false],
    ['text/plain, application/json;q=0.9', true],
    ['text/*, */*;q=0.1', true],
    ['text/plain;q=nonsense', false],
    ['text/html', false],
  ])('is read from Accept: %j', (accept, text) => {
    expect(prefersText(accept)).toBe(text);
  });
});

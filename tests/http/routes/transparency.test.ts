import { beforeEach, describe, expect, it } from 'vitest';

import { formProblems } from '../../../src/domain/transparency/check-form.js';
import { aComment, startTestApp, type TestApp } from '../../support/app.js';

let service: TestApp;
beforeEach(async () => {
  service = await startTestApp();
  return async () => service.close();
});

const INSULT = 'You are a fucking idiot, all of you idiots.';
const PERIOD = 'from=2020-01-01T00:00:00Z&to=2030-01-01T00:00:00Z';
let made = 0;

async function submit(change: Record<string, unknown> = {}) {
  made += 1;
  const author = `writer-${made}`;
  const sent = aComment({ author: { external_id: author, name: author }, ...change });
  const { body } = await service.cms.post('/v1/comments', sent);
  return { id: body.comment.id as string, author };
}

const reject = async (id: string, seen_version = 1) =>
  service.moderator.post(`/v1/comments/${id}/reject`, { seen_version });

const approve = async (id: string, seen_version = 1) =>
  service.moderator.post(`/v1/comments/${id}/approve`, { seen_version });

const list = async (query = '') =>
  service.admin.get(`/v1/transparency/statements?${PERIOD}${query}`);

const puidOf = async (id: string, at: number): Promise<string> =>
  (await service.moderator.get(`/v1/comments/${id}`)).body.decisions.at(at).id;

async function everyPage(limit: number) {
  const pages: { puid: string }[][] = [];
  let cursor: string | null = null;
  do {
    const from: string = cursor === null ? '' : `&cursor=${cursor}`;
    const { body } = await list(`&limit=${limit}${from}`);
    pages.push(body.statements);
    cursor = body.next_cursor;
  } while (cursor !== null);
  return pages;
}

async function notice(id: string, change: object = {}) {
  const sent = {
    explanation: 'This is a false statement about my neighbour.',
    law: 'section 185 of the Criminal Code',
    good_faith: true,
    notifier: { name: 'Nora Notifier', email: 'nora@example.org' },
    ...change,
  };
  const { body } = await service.cms.post(`/v1/comments/${id}/notices`, sent);
  const said = { action: 'remove', reason: 'It is untrue.', seen_version: 1 };
  const answer = await service.moderator.post(`/v1/notices/${body.id}/decide`, said);
  expect(answer.status).toBe(200);
}

describe('GET /v1/transparency/statements (listTransparencyStatements)', () => {
  it('gives a rejection by the engine in the form of the database', async () => {
    const { id } = await submit({ body: INSULT, locale: 'de-AT' });
    await service.admin.put(
      '/v1/policy',
      { statements: { terms_url: 'https://example.org/rules', territorial_scope: ['AT'] } },
      { 'if-match': '*' },
    );
    const { status, body } = await list();
    expect(status).toBe(200);
    expect(body).toEqual({
      statements: [
        {
          decision_visibility: ['DECISION_VISIBILITY_CONTENT_REMOVED'],
          decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
          incompatible_content_ground: expect.stringMatching(/^Discussion policy, version 1: /u),
          incompatible_content_explanation: expect.stringMatching(/^Of the comment: It /u),
          decision_ground_reference_url: 'https://example.org/rules',
          content_type: ['CONTENT_TYPE_TEXT'],
          category: expect.stringMatching(/^STATEMENT_CATEGORY_/u),
          territorial_scope: ['AT'],
          content_language: 'DE',
          content_date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/u),
          application_date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/u),
          decision_facts: expect.stringContaining('It was found by automated means.'),
          source_type: 'SOURCE_VOLUNTARY',
          automated_detection: 'Yes',
          automated_decision: 'AUTOMATED_DECISION_FULLY',
          puid: await puidOf(id, 0),
          ...(body.statements[0].category_specification && {
            category_specification: expect.any(Array),
          }),
        },
      ],
      next_cursor: null,
    });
  });

  it('tells what led to a decision, and the law where it rests on one', async () => {
    const reported = await submit();
    const report = { reporter: { external_id: 'r1' }, reason: 'hate' };
    await service.cms.post(`/v1/comments/${reported.id}/reports`, report);
    await reject(reported.id);
    const noticed = await submit();
    await notice(noticed.id);
    const { body } = await list();
    expect(body.statements).toMatchObject([
      {
        source_type: 'SOURCE_TYPE_OTHER_NOTIFICATION',
        category: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH',
        category_specification: ['KEYWORD_HATE_SPEECH'],
        automated_detection: 'No',
        automated_decision: 'AUTOMATED_DECISION_NOT_AUTOMATED',
        territorial_scope: expect.arrayContaining(['AT', 'NO', 'FR']),
      },
      {
        source_type: 'SOURCE_ARTICLE_16',
        decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT',
        illegal_content_legal_ground: 'section 185 of the Criminal Code',
        category: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH',
      },
    ]);
  });

  it('has one statement for what is rejected and then confirmed, and the end of what is not', async () => {
    const confirmed = await submit({ body: INSULT });
    await reject(confirmed.id);
    const reversed = await submit({ body: INSULT });
    service.pass(2 * 86_400);
    await approve(reversed.id);
    await reject(reversed.id, 2);
    const { body } = await list();
    expect(body.statements.map(({ puid }: { puid: string }) => puid)).toEqual([
      await puidOf(confirmed.id, 0),
      await puidOf(reversed.id, 0),
      await puidOf(reversed.id, 2),
    ]);
    const [first, second, third] = body.statements;
    expect(first).not.toHaveProperty('end_date_visibility_restriction');
    expect(second.end_date_visibility_restriction > second.application_date).toBe(true);
    expect(third).not.toHaveProperty('end_date_visibility_restriction');
  });

  it('has no statement for what waits, was approved, or is outside of the period', async () => {
    await submit();
    await submit({ body: INSULT });
    const { body } = await service.admin.get(
      '/v1/transparency/statements?from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z',
    );
    expect(body).toEqual({ statements: [], next_cursor: null });
    expect((await list()).body.statements).toHaveLength(1);
  });

  it('has blocks of authors after the rejections, with their end', async () => {
    const { author } = await submit();
    const path = `/v1/authors/${author}/block`;
    const until = '2029-03-01T00:00:00Z';
    await service.moderator.post(path, { mode: 'shadow', reason: 'ads', until });
    await service.moderator.post('/v1/blocks', { kind: 'email', value: 'a@b.org', reason: 'ads' });
    await submit({ author: { external_id: author, name: author } });
    const held = await submit();
    const block = { mode: 'hold', reason: 'ads', reject_pending: false };
    await service.moderator.post(`/v1/authors/${held.author}/block`, block);
    const gone = await submit();
    const forGood = { reason: 'ads', reject_pending: false };
    await service.moderator.post(`/v1/authors/${gone.author}/block`, forGood);
    const { body } = await list();
    expect(body.statements).toMatchObject([
      {
        decision_visibility: ['DECISION_VISIBILITY_CONTENT_DISABLED'],
        incompatible_content_explanation: expect.stringContaining('Its author was not told.'),
        automated_decision: 'AUTOMATED_DECISION_PARTIALLY',
      },
      {
        decision_account: 'DECISION_ACCOUNT_SUSPENDED',
        end_date_account_restriction: '2029-03-01',
        automated_decision: 'AUTOMATED_DECISION_NOT_AUTOMATED',
      },
      { decision_provision: 'DECISION_PROVISION_PARTIAL_SUSPENSION' },
      { decision_account: 'DECISION_ACCOUNT_TERMINATED' },
    ]);
    expect(body.statements).toHaveLength(4);
  });

  it('pages to the end without loss or repeat, whatever the size of a page', async () => {
    for (let count = 0; count < 5; count += 1) {
      const { id, author } = await submit({ body: INSULT });
      if (count === 2) await reject(id);
      await service.moderator.post(`/v1/authors/${author}/block`, { reason: 'ads' });
      service.pass(1);
    }
    const whole = (await list()).body.statements;
    expect(whole).toHaveLength(10);
    for (const limit of [1, 2, 3, 5, 7, 10]) {
      const pages = await everyPage(limit);
      expect(pages.flat()).toEqual(whole);
      expect(pages.every((page) => page.length <= limit)).toBe(true);
    }
  });

  it('holds nothing of what anybody wrote, whoever it was', async () => {
    const secret = (what: string) => `Zx${what}Qv`;
    const { id } = await submit({
      body: `${INSULT} ${secret('Body')}`,
      author: {
        external_id: secret('AuthorId'),
        name: secret('Name'),
        email: `${secret('Mail')}@example.org`,
        url: `https://${secret('Host')}.example.org`,
        ip: '203.0.113.77',
      },
      thread: { external_id: secret('ThreadId'), title: secret('Title') },
      external_id: secret('CommentId'),
      metadata: { key: secret('Metadata') },
    });
    const said = { seen_version: 1, reason: secret('Reason'), note: secret('Note') };
    await service.moderator.post(`/v1/comments/${id}/approve`, said);
    const report = { reason: 'hate', text: secret('Report') };
    const reporter = { external_id: secret('Reporter') };
    await service.cms.post(`/v1/comments/${id}/reports`, { ...report, reporter });
    await service.moderator.post(`/v1/comments/${id}/reject`, { ...said, seen_version: 2 });
    const other = await submit({ body: `A word. ${secret('Other')}` });
    await notice(other.id, {
      explanation: `It is about me: ${secret('Explanation')}, and it is false.`,
      law: `ask ${secret('Law')}@example.org`,
      notifier: { name: secret('Notifier'), email: `${secret('NotifierMail')}@example.org` },
    });
    const block = { reason: secret('Block') };
    await service.moderator.post(`/v1/authors/${secret('AuthorId')}/block`, block);
    const { body } = await list();
    expect(body.statements.length).toBeGreaterThanOrEqual(4);
    const all = JSON.stringify(body);
    expect(all).not.toMatch(/Zx\w+Qv/iu);
    for (const known of ['203.0.113', 'writer-', 'aut_', 'cmt_', 'thr_', 'key_', 'idiot', 'moderate of']) {
      expect(all).not.toContain(known);
    }
    for (const form of body.statements) expect(formProblems(form)).toEqual([]);
  });

  it.each([
    ['a period that ends before it begins', 'from=2027-01-01T00:00:00Z&to=2026-01-01T00:00:00Z', 'invalid_date'],
    ['a cursor of another list', `${PERIOD}&cursor=cmt_1`, 'invalid_cursor'],
    ['more than a batch', `${PERIOD}&limit=101`, 'invalid_request'],
    ['no period', 'from=2027-01-01T00:00:00Z', 'invalid_request'],
  ])('refuses %s, with 400', async (_, query, code) => {
    const { status, body } = await service.admin.get(`/v1/transparency/statements?${query}`);
    expect([status, body.code]).toEqual([400, code]);
  });

  it('is for admins, and knows nothing of another site', async () => {
    await submit({ body: INSULT });
    const path = `/v1/transparency/statements?${PERIOD}`;
    expect((await service.moderator.get(path)).status).toBe(403);
    const other = await service.client('admin', 'other');
    expect((await other.get(path)).body).toEqual({ statements: [], next_cursor: null });
    const puid = (await list()).body.statements[0].puid;
    expect((await other.get(`${path}&cursor=${puid}`)).body.code).toBe('invalid_cursor');
  });
});

describe('GET /v1/transparency-report (getTransparencyReport)', () => {
  const year = 'from=2026-06-01T00:00:00Z&to=2027-06-01T00:00:00Z';
  const report = async (as = service.moderator) =>
    (await as.get(`/v1/transparency-report?${year}`)).body;

  it('counts nothing where nothing happened', async () => {
    expect(await report()).toMatchObject({
      from: '2026-06-01T00:00:00.000Z',
      to: '2027-06-01T00:00:00.000Z',
      rejections: { total: 0, by_ground: { law: 0, terms: 0 }, by_language: {} },
      waiting: { decided: 0, median_seconds: null },
      automation: { rejections: 0, error_rate_of_reviewed: null, error_rate_of_all: null },
      blocks: { total: 0, by_mode: { reject: 0, hold: 0, shadow: 0 } },
      notices: { total: 0, by_status: { open: 0 }, median_seconds: null },
      appeals: { total: 0, by_status: { filed: 0, overturned: 0 }, median_seconds: null },
    });
  });

  it('counts rejections as their statements have them', async () => {
    await submit({ body: INSULT, locale: 'en-GB' });
    const reported = await submit({ locale: 'de' });
    const sent = { reporter: { external_id: 'r1' }, reason: 'hate' };
    await service.cms.post(`/v1/comments/${reported.id}/reports`, sent);
    await reject(reported.id);
    await notice((await submit()).id, { trusted_flagger: true });
    const { rejections } = await report();
    const { body } = await list();
    expect(rejections).toMatchObject({
      total: 3,
      hidden: 0,
      reversed: 0,
      by_ground: { law: 1, terms: 2 },
      automated_detection: 1,
      automated_decision: { fully: 1, partially: 0, not: 2 },
      by_language: { en: 1, de: 1, unknown: 1 },
    });
    expect(rejections.by_source).toMatchObject({ own_initiative: 1, reports: 1 });
    expect(rejections.by_standard.hate).toBe(1);
    const counted: Record<string, number> = {};
    for (const { category } of body.statements) counted[category] = (counted[category] ?? 0) + 1;
    expect(rejections.by_category).toMatchObject(counted);
    const sum = Object.values<number>(rejections.by_category).reduce((a, b) => a + b, 0);
    expect(sum).toBe(3);
  });

  it('says how often people overturned the engine, and what that is computed from', async () => {
    const [wrong, right, appealed, , published] = [
      await submit({ body: INSULT }),
      await submit({ body: `${INSULT} Two.` }),
      await submit({ body: `${INSULT} Three.` }),
      await submit({ body: `${INSULT} Four.` }),
      await submit(),
    ];
    await approve(wrong.id);
    await reject(right.id);
    const filed = await service.cms.post(`/v1/comments/${appealed.id}/appeals`, {
      author: appealed.author,
      text: 'Why?',
    });
    service.pass(600);
    const resolve = { outcome: 'upheld', reason: 'It insults.', seen_version: 1 };
    await service.moderator.post(`/v1/appeals/${filed.body.id}/resolve`, resolve);
    await reject(published.id);
    const { automation, appeals, rejections } = await report();
    expect(automation).toEqual({
      rejections: 4,
      rejections_reviewed: 3,
      rejections_overturned: 1,
      approvals: 1,
      approvals_overturned: 1,
      error_rate_of_reviewed: expect.closeTo(1 / 3),
      error_rate_of_all: 0.25,
    });
    expect(appeals).toMatchObject({ total: 1, by_status: { upheld: 1 }, median_seconds: 600 });
    expect(rejections).toMatchObject({ total: 5, reversed: 1 });
  });

  it('says how long comments waited for a person, and how long notices did', async () => {
    const rules = { premoderation: { enabled: true, action: 'hold' } };
    const saved = await service.admin.put('/v1/policy', { rules }, { 'if-match': '*' });
    expect(saved.status).toBe(200);
    const [first, second, third] = [await submit(), await submit(), await submit()];
    await submit();
    service.pass(60);
    await approve(first.id);
    service.pass(60);
    await reject(second.id);
    service.pass(880);
    await approve(third.id);
    const { id } = await submit();
    await notice(id);
    const { waiting, notices } = await report();
    expect(waiting).toMatchObject({ decided: 4, approved: 2, rejected: 2, median_seconds: 90 });
    expect(notices).toMatchObject({ total: 1, by_status: { removed: 1 }, median_seconds: 0 });
  });

  it('counts blocks by what they do and who raised them', async () => {
    const block = { kind: 'email', reason: 'ads' };
    const until = '2029-01-01T00:00:00Z';
    await service.moderator.post('/v1/blocks', { ...block, value: 'a@b.org' });
    await service.moderator.post('/v1/blocks', { ...block, value: 'c@d.org', mode: 'hold', until });
    expect((await report()).blocks).toEqual({
      total: 2,
      for_good: 1,
      by_mode: { reject: 1, hold: 1, shadow: 0 },
      by_raiser: { moderator: 2, policy: 0 },
    });
  });

  it('counts nothing of another site, and is not for a CMS', async () => {
    await submit({ body: INSULT });
    const other = await service.client('moderate', 'other');
    expect((await report(other)).rejections.total).toBe(0);
    const { status } = await service.cms.get(`/v1/transparency-report?${year}`);
    expect(status).toBe(403);
  });

  it('refuses more than 400 days at once, with 400', async () => {
    const { status, body } = await service.moderator.get(`/v1/transparency-report?${PERIOD}`);
    expect([status, body.code]).toEqual([400, 'invalid_date']);
  });
});

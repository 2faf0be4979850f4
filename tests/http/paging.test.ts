import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aComment, startTestApp, type TestApp } from '../support/app.js';

let service: TestApp;
/** A comment that lists hang on. */
let comment = '';
beforeAll(async () => {
  service = await startTestApp();
  const settings = { reports: { hold_at: 0 }, rules: { posting_too_fast: { enabled: false } } };
  await service.admin.put('/v1/policy', settings, { 'if-match': '*' });
  comment = await submit({ author: { external_id: 'ada', name: 'Ada' } });
});
afterAll(async () => service.close());

let made = 0;
const next = (): string => `n-${(made += 1)}`;

async function submit(change: Record<string, unknown> = {}): Promise<string> {
  const { body, status } = await service.cms.post('/v1/comments', aComment(change));
  expect(status).toBe(201);
  return body.comment.id as string;
}

/** One of a list's items more; its id as the list shows it. */
type Make = () => Promise<string>;

const post = (path: string, body: () => object, id = 'id'): Make => async () => {
  const answer = await service.moderator.post(path, body());
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return String(id.split('.').reduce((inner, name) => inner[name], answer.body));
};

const rejected: Make = async () => {
  const id = await submit();
  const { body } = await service.moderator.post(`/v1/comments/${id}/reject`, { seen_version: 1 });
  return body.decision.id as string;
};

const appealed: Make = async () => {
  const author = { external_id: next(), name: 'Ada' };
  const id = await submit({ author });
  await service.moderator.post(`/v1/comments/${id}/reject`, { seen_version: 1 });
  const appeal = { author: author.external_id, text: 'Why?' };
  return (await service.cms.post(`/v1/comments/${id}/appeals`, appeal)).body.id as string;
};

const notice = () => ({
  url: 'https://example.com/a',
  explanation: 'It says something untrue about a named person, which is defamation there.',
  notifier: { name: 'Ada', email: `${next()}@example.com` },
  good_faith: true,
});

const LISTS: readonly (readonly [string, () => string, Make])[] = [
  ['/v1/comments', () => '/v1/comments', async () => submit()],
  ['/v1/threads', () => '/v1/threads', async () => {
    const { body } = await service.admin.put(`/v1/threads/${next()}`, { title: 'A' });
    return body.id as string;
  }],
  ['/v1/authors', () => '/v1/authors', async () => {
    const id = await submit();
    return (await service.moderator.get(`/v1/comments/${id}`)).body.author.id as string;
  }],
  ['/v1/decisions', () => '/v1/decisions?action=reject', rejected],
  ['/v1/audit', () => '/v1/audit?kind=comment.rejected', async () => {
    await rejected();
    return (await service.moderator.get('/v1/audit?limit=1&kind=comment.rejected')).body.data[0].id;
  }],
  [
    '/v1/threads/{id}/comments',
    () => '/v1/threads/article-9/comments',
    async () => submit({ thread: { external_id: 'article-9' } }),
  ],
  [
    '/v1/blocks',
    () => '/v1/blocks',
    post('/v1/blocks', () => ({ kind: 'name', value: `Name ${next()}`, reason: 'ads' })),
  ],
  [
    '/v1/authors/{id}/blocks',
    () => '/v1/authors/ada/blocks',
    post('/v1/authors/ada/block', () => ({ mode: 'hold', reason: next() }), 'block.id'),
  ],
  [
    '/v1/authors/{id}/warnings',
    () => '/v1/authors/ada/warnings',
    post('/v1/authors/ada/warnings', () => ({ message: next() })),
  ],
  [
    '/v1/authors/{id}/notes',
    () => '/v1/authors/ada/notes',
    post('/v1/authors/ada/notes', () => ({ body: next() })),
  ],
  [
    '/v1/comments/{id}/notes',
    () => `/v1/comments/${comment}/notes`,
    async () => post(`/v1/comments/${comment}/notes`, () => ({ body: next() }))(),
  ],
  ['/v1/comments/{id}/reports', () => `/v1/comments/${comment}/reports`, async () => {
    const report = { reporter: { external_id: next() }, reason: 'spam' };
    return (await service.cms.post(`/v1/comments/${comment}/reports`, report)).body.id as string;
  }],
  ['/v1/reports', () => '/v1/reports?status=open', async () => {
    const report = { reporter: { external_id: next() }, reason: 'hate' };
    return (await service.cms.post(`/v1/comments/${comment}/reports`, report)).body.id as string;
  }],
  ['/v1/appeals', () => '/v1/appeals?status=filed', appealed],
  ['/v1/notices', () => '/v1/notices?status=open', async () => {
    const answer = await service.cms.post(`/v1/comments/${await submit()}/notices`, notice());
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return answer.body.id as string;
  }],
  ['/v1/policy/versions', () => '/v1/policy/versions', async () => {
    const text = `Be kind, ${next()}.`;
    const document = { text, reports: { hold_at: 0 } };
    const { body } = await service.admin.put('/v1/policy', document, { 'if-match': '*' });
    return String(body.version);
  }],
];

const FIRST = 12;

/** What no list of ours has as the id of an item. */
const FOREIGN = ['req_00000000000000000000000001', 'cmt_1', 'x', '~', 'CMT'];

describe('A list is paged to its end without loss or repeat while others write:', () => {
  it.each(LISTS)('%s', async (_, path, make) => {
    const before: string[] = [];
    for (let count = 0; count < FIRST; count += 1) before.push(await make());
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const at: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const joint = path().includes('?') ? '&' : '?';
      const page = await service.admin.get(`${path()}${joint}limit=5${at}`);
      expect(page.status, JSON.stringify(page.body)).toBe(200);
      seen.push(...page.body.data.map((each: { id?: string; version: number }) =>
        each.id ?? String(each.version)));
      cursor = page.body.next_cursor as string | null;
      if (seen.length < 3 * FIRST) await make();
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(before));
  });

  it('/v1/queue', async () => {
    const held = async () => submit({ body: `You are a clueless moron, number ${next()}.` });
    const before: string[] = [];
    for (let count = 0; count < FIRST; count += 1) before.push(await held());
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const at: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const { body } = await service.moderator.get(`/v1/queue?kind=pending&limit=5${at}`);
      seen.push(...body.data.map((each: { comment: { id: string } }) => each.comment.id));
      cursor = body.next_cursor as string | null;
      service.pass(120);
      const complained = { reporter: { external_id: next() }, reason: 'spam' };
      await service.cms.post(`/v1/comments/${before[3] ?? ''}/reports`, complained);
      await held();
    } while (cursor !== null);
    expect(seen.toSorted()).toEqual(before.toSorted());
  });
});

describe('A cursor that is none of the list is refused, and ends no list early:', () => {
  it.each(LISTS.filter(([name]) => name !== '/v1/policy/versions'))('%s', async (_, path) => {
    for (const cursor of FOREIGN) {
      const joint = path().includes('?') ? '&' : '?';
      const { status, body } = await service.admin.get(`${path()}${joint}cursor=${cursor}`);
      expect([cursor, status, body.code]).toEqual([cursor, 400, 'invalid_cursor']);
    }
  });

  it('also where it is the beginning of one', async () => {
    const { body } = await service.admin.get('/v1/comments?limit=1');
    const cut = String(body.next_cursor).slice(0, -1);
    const answer = await service.admin.get(`/v1/comments?cursor=${cut}`);
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid_cursor']);
  });
});

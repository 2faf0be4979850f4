import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aComment, startTestApp, type TestApp } from '../../support/app.js';

let service: TestApp;
beforeAll(async () => {
  service = await startTestApp();
});
afterAll(async () => service.close());

const HELD = 'You are a clueless moron.';

describe('POST /v1/comments (submitComment)', () => {
  describe('201', () => {
    it('stores a civil comment as approved and says so', async () => {
      const { status, body } = await service.cms.post('/v1/comments', aComment());
      expect(status).toBe(201);
      expect(body.comment).toMatchObject({ status: 'approved', version: 1, shadow: false });
      expect(body.verdict).toMatchObject({ action: 'approve', policy_version: 1, findings: [] });
    });

    it('answers a rejection with its reason and the exact words', async () => {
      const text = 'Well, f u c k this bridge.';
      const { status, body } = await service.cms.post('/v1/comments', aComment({ body: text }));
      expect(status).toBe(201);
      expect(body.comment.status).toBe('rejected');
      const finding = body.verdict.findings[0];
      expect(finding).toMatchObject({
        rule: 'strong_profanity',
        standard: 'profanity',
        reason: 'profanity.strong',
        action: 'reject',
      });
      const { start, end } = finding.spans[0];
      expect(text.slice(start, end)).toBe('f u c k');
    });

    it('holds what a person should look at', async () => {
      const { body } = await service.cms.post('/v1/comments', aComment({ body: HELD }));
      expect(body.comment.status).toBe('pending');
      expect(body.verdict.action).toBe('hold');
    });

    it('keeps the text exactly as submitted', async () => {
      const text = '  Ｆｕｌｌｗｉｄｔｈ — café, שלום 👩‍👩‍👧 \u200bend ';
      const { body } = await service.cms.post('/v1/comments', aComment({ body: text }));
      const read = await service.cms.get(`/v1/comments/${body.comment.id}`);
      expect(read.body.body).toBe(text);
    });

    it('takes what was written in a leap second for written in the second before it', async () => {
      const written = aComment({ created_at: '2016-12-31T23:59:60.5Z' });
      const { body } = await service.cms.post('/v1/comments', written);
      expect(body.comment.created_at).toBe('2016-12-31T23:59:59.500Z');
    });

    it('knows an author by external id, else e-mail, else name', async () => {
      const submit = async (author: object) =>
        (await service.admin.post('/v1/comments', aComment({ author }))).body.comment.author.id;
      const byId = await submit({ external_id: 'u-1', name: 'Ann', email: 'ann@example.org' });
      const renamed = await submit({ external_id: 'u-1', name: 'Ann B.', email: 'b@example.org' });
      expect(renamed).toBe(byId);
      const byEmail = await submit({ name: 'Ann', email: 'ANN@example.org' });
      expect(byEmail).not.toBe(byId);
      expect(await submit({ name: 'Anna', email: 'ann@Example.org' })).toBe(byEmail);
      const byName = await submit({ name: 'Ann' });
      expect(byName).not.toBe(byEmail);
      expect(await submit({ name: '  ANN ' })).toBe(byName);
    });

    it('keeps which version of the policy the author accepted', async () => {
      const { body } = await service.admin.post(
        '/v1/comments',
        aComment({ accepted_policy_version: 1 }),
      );
      expect(body.comment.accepted_policy_version).toBe(1);
      const author = await service.admin.get(`/v1/authors/${body.comment.author.id}`);
      expect(author.body.accepted_policy_version).toBe(1);
    });

    it('takes empty form fields as left out', async () => {
      const author = { name: 'Zoe', email: '', url: '', external_id: '', ip: '' };
      const { status, body } = await service.admin.post('/v1/comments', aComment({ author }));
      expect(status).toBe(201);
      expect(body.comment.author).toMatchObject({ email: null, url: null, external_id: null });
    });

    it('accepts a reply and bounds its depth', async () => {
      let parent_id: string | undefined;
      let depth = -1;
      for (let i = 0; i < 12; i += 1) {
        const { body } = await service.cms.post('/v1/comments', {
          ...aComment(),
          ...(parent_id !== undefined && { parent_id }),
        });
        expect(body.comment.parent_id).toBe(parent_id ?? null);
        parent_id = body.comment.id;
        depth = body.comment.depth;
      }
      expect(depth).toBe(8);
    });

    it('hides addresses from a submit key and shows them to a moderator', async () => {
      const author = { name: 'Una', email: 'una@example.org', ip: '203.0.113.9' };
      const { body } = await service.cms.post('/v1/comments', aComment({ author }));
      expect(JSON.stringify(body)).not.toContain('una@example.org');
      expect(JSON.stringify(body)).not.toContain('203.0.113.9');
      const seen = await service.cms.get(`/v1/comments/${body.comment.id}`);
      expect(JSON.stringify(seen.body)).not.toContain('una@example.org');
      const read = await service.moderator.get(`/v1/comments/${body.comment.id}`);
      expect(read.body.author).toMatchObject({ email: 'una@example.org', ip: '203.0.113.9' });
    });
  });

  describe('200', () => {
    it('returns the comment that exists for an external id that was submitted before', async () => {
      const comment = aComment({ external_id: 'wp-77' });
      const first = await service.cms.post('/v1/comments', comment);
      const again = await service.cms.post('/v1/comments', { ...comment, body: 'Other words.' });
      expect(first.status).toBe(201);
      expect(again.status).toBe(200);
      expect(again.body).toEqual(first.body);
    });
  });

  describe('400', () => {
    it.each([
      ['comment', '/external_id', (id: string) => ({ external_id: id })],
      ['thread', '/thread/external_id', (id: string) => ({ thread: { external_id: id } })],
      ['author', '/author/external_id', (id: string) => ({ author: { name: 'A', external_id: id } })],
    ])('for an id of yours that is ours of another %s', async (kind, pointer, changed) => {
      const { comment } = (await service.cms.post('/v1/comments', aComment())).body;
      const id = kind === 'comment' ? comment.id : comment[kind].id;
      const { status, body } = await service.cms.post('/v1/comments', aComment(changed(id)));
      expect([status, body.code]).toEqual([400, 'invalid_request']);
      expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
    });

    it('for none that only looks like one of ours', async () => {
      const id = '01KAVZ3N5P0Q4R8T2V6X9Z1A3C';
      const ids = {
        external_id: `cmt_${id}`,
        thread: { external_id: `thr_${id}` },
        author: { name: 'A', external_id: `aut_${id}` },
      };
      const { status, body } = await service.cms.post('/v1/comments', aComment(ids));
      expect(status).toBe(201);
      const read = await service.cms.get(`/v1/comments/${ids.external_id}`);
      expect(read.body.id).toBe(body.comment.id);
      expect((await service.cms.post('/v1/comments', aComment(ids))).status).toBe(200);
    });

    const refused: readonly [string, Record<string, unknown>, string][] = [
      ['an empty body', { body: '' }, '/body'],
      ['a blank body', { body: ' \n\u200b\u3164 ' }, '/body'],
      ['a body that is a number', { body: 5 }, '/body'],
      ['a body over the limit', { body: 'a'.repeat(50_001) }, '/body'],
      ['a body with NUL', { body: 'a\u0000b' }, '/body'],
      ['a body with an unpaired surrogate', { body: 'a\ud800b' }, '/body'],
      ['an unknown member', { extra: 1 }, '/extra'],
      ['a missing name', { author: {} }, '/author/name'],
      ['a blank name', { author: { name: ' ' } }, '/author/name'],
      ['metadata that is no text', { metadata: { 'a/b': 5 } }, '/metadata/a~1b'],
      ['such under a name of two lines', { metadata: { 'a\nb': [5] } }, '/metadata/a\nb'],
      ['metadata without a name', { metadata: { '': 'a' } }, '/metadata/'],
      ['a long name', { metadata: { ['n'.repeat(101)]: 'a' } }, `/metadata/${'n'.repeat(101)}`],
      ['an IP that is none', { author: { name: 'A', ip: '300.1.1.1' } }, '/author/ip'],
      ['a date that is no date', { created_at: 'yesterday' }, '/created_at'],
      ['a date in the far future', { created_at: '2999-01-01T00:00:00Z' }, '/created_at'],
      ['a date before the web', { created_at: '0001-01-01T00:00:00Z' }, '/created_at'],
      ['a thread without an id', { thread: {} }, '/thread/external_id'],
      ['a thread that is a text', { thread: 'article' }, '/thread'],
    ];
    it.each(refused)('refuses %s and says where', async (_, change, pointer) => {
      const { status, body, headers } = await service.cms.post('/v1/comments', aComment(change));
      expect(status).toBe(400);
      expect(headers['content-type']).toContain('application/problem+json');
      expect(body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
      expect(body.hint).toBeTruthy();
    });

    it('refuses a body that is not JSON', async () => {
      const { status, body } = await service.cms.post('/v1/comments', '{"body": ', {
        'content-type': 'application/json',
      });
      expect(status).toBe(400);
      expect(body.code).toBe('malformed_json');
    });

    it('refuses an Idempotency-Key that cannot be kept', async () => {
      const { status, body } = await service.cms.post('/v1/comments', aComment(), {
        'idempotency-key': 'x'.repeat(256),
      });
      expect(status).toBe(400);
      expect(body.code).toBe('invalid_idempotency_key');
    });
  });

  describe('422', () => {
    it('refuses a reply to a comment that does not exist', async () => {
      const { status, body } = await service.cms.post(
        '/v1/comments',
        aComment({ parent_id: 'cmt_none' }),
      );
      expect([status, body.code]).toEqual([422, 'parent_not_found']);
    });

    it('refuses a reply to a comment of another thread', async () => {
      const elsewhere = await service.cms.post(
        '/v1/comments',
        aComment({ thread: { external_id: 'article-2' } }),
      );
      const { status, body } = await service.cms.post(
        '/v1/comments',
        aComment({ parent_id: elsewhere.body.comment.id }),
      );
      expect([status, body.code]).toEqual([422, 'parent_in_other_thread']);
    });

    it('refuses a version of the policy that never was', async () => {
      const { status, body } = await service.cms.post(
        '/v1/comments',
        aComment({ accepted_policy_version: 99 }),
      );
      expect([status, body.code]).toEqual([422, 'unknown_policy_version']);
    });
  });

  describe('with an Idempotency-Key', () => {
    it('gives the stored answer again, and stores nothing again', async () => {
      const comment = aComment({ author: { external_id: 'idem', name: 'Idem' } });
      const headers = { 'idempotency-key': 'key-1' };
      const first = await service.cms.post('/v1/comments', comment, headers);
      const again = await service.cms.post('/v1/comments', comment, headers);
      expect(again.status).toBe(201);
      expect(again.body).toEqual(first.body);
      const list = await service.admin.get('/v1/comments?author=idem');
      expect(list.body.data).toHaveLength(1);
    });

    it('takes the members of the body in any order', async () => {
      const comment = aComment();
      const headers = { 'idempotency-key': '"key-2"' };
      const first = await service.cms.post('/v1/comments', comment, headers);
      const turned = Object.fromEntries(Object.entries(comment).reverse());
      const again = await service.cms.post('/v1/comments', turned, headers);
      expect(again.body).toEqual(first.body);
    });

    it('refuses another body under the same key', async () => {
      const headers = { 'idempotency-key': 'key-3' };
      await service.cms.post('/v1/comments', aComment(), headers);
      const { status, body } = await service.cms.post('/v1/comments', aComment(), headers);
      expect([status, body.code]).toEqual([422, 'idempotency_key_reused']);
    });

    it('keeps the keys of two API keys apart', async () => {
      const headers = { 'idempotency-key': 'key-4' };
      const first = await service.cms.post('/v1/comments', aComment(), headers);
      const other = await service.admin.post('/v1/comments', aComment(), headers);
      expect(other.status).toBe(201);
      expect(other.body.comment.id).not.toBe(first.body.comment.id);
    });

    it('has one effect when the same request arrives five times at once', async () => {
      const comment = aComment({ thread: { external_id: 'five-times' } });
      const headers = { 'idempotency-key': 'key-5' };
      const answers = await Promise.all(
        Array.from({ length: 5 }, async () => service.cms.post('/v1/comments', comment, headers)),
      );
      const ids = answers.flatMap(({ status, body }) => (status === 201 ? [body.comment.id] : []));
      expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
      expect(new Set(ids).size).toBe(1);
      const stored = await service.moderator.get('/v1/comments?thread=five-times');
      expect(stored.body.data).toHaveLength(1);
    });

    it('forgets a key after a day', async () => {
      const headers = { 'idempotency-key': 'key-6' };
      await service.cms.post('/v1/comments', aComment(), headers);
      service.pass(25 * 3600);
      const { status } = await service.cms.post('/v1/comments', aComment(), headers);
      expect(status).toBe(201);
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aComment, startTestApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';

let service: TestApp;
let other: Client;
beforeAll(async () => {
  service = await startTestApp();
  other = await service.client('admin', 'other');
});
afterAll(async () => service.close());

describe('another site’s object', () => {
  it('answers exactly as a missing one, whatever is tried', async () => {
    const { body } = await service.admin.post(
      '/v1/comments',
      aComment({ external_id: 'ours', author: { external_id: 'our-reader', name: 'Ours' } }),
    );
    const { body: block } = await service.admin.post('/v1/blocks', {
      kind: 'email',
      value: 'x@example.org',
      reason: 'r',
    });
    const { comment } = body;
    const attempts = [
      other.get(`/v1/comments/${comment.id}`),
      other.get('/v1/comments/ours'),
      other.patch(`/v1/comments/${comment.id}`, { body: 'x' }),
      other.delete(`/v1/comments/${comment.id}`),
      other.post(`/v1/comments/${comment.id}/approve`, { seen_version: 1 }),
      other.post(`/v1/comments/${comment.id}/reject`, { seen_version: 1 }),
      other.get(`/v1/threads/${comment.thread.id}`),
      other.get(`/v1/threads/${comment.thread.id}/comments`),
      other.get('/v1/threads/article-1/comments'),
      other.get(`/v1/authors/${comment.author.id}`),
      other.post(`/v1/authors/${comment.author.id}/block`, { reason: 'r' }),
      other.post('/v1/authors/our-reader/unblock'),
      other.delete(`/v1/blocks/${block.id}`),
    ];
    for (const answer of await Promise.all(attempts)) {
      expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
    }
    const untouched = await service.admin.get(`/v1/comments/${comment.id}`);
    expect(untouched.body.version).toBe(1);
  });

  it('is in no list and bears on no judgement', async () => {
    await service.admin.post('/v1/blocks', { kind: 'name', value: 'Shared', reason: 'r' });
    await service.admin.post('/v1/comments', aComment());
    for (const list of ['comments', 'threads', 'authors', 'blocks']) {
      expect((await other.get(`/v1/${list}`)).body.data).toEqual([]);
    }
    const { body } = await other.post('/v1/comments', aComment({ author: { name: 'Shared' } }));
    expect(body.comment.status).toBe('approved');
    const reply = await other.post('/v1/comments', aComment({ parent_id: 'ours' }));
    expect(reply.body.code).toBe('parent_not_found');
  });
});

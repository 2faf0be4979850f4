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
    await service.admin.post('/v1/comments', aComment({ external_id: 'theirs' }));
    const { body: block } = await service.admin.post('/v1/blocks', {
      kind: 'email',
      value: 'x@example.org',
      reason: 'r',
    });
    const { comment } = body;
    const wait = { seen_version: 1, action: 'remove', reason: 'r', legal_ground: '§ 1' };
    const { body: rejected } = await service.admin.post(`/v1/comments/${comment.id}/reject`, {
      seen_version: comment.version,
    });
    const { body: appeal } = await service.cms.post(`/v1/comments/${comment.id}/appeals`, {
      ...{ author: 'our-reader', text: 'It was only a question.' },
    });
    const { body: report } = await service.cms.post('/v1/comments/theirs/reports', {
      ...{ reporter: { external_id: 'z' }, reason: 'spam' },
    });
    const { body: notice } = await service.cms.post('/v1/comments/theirs/notices', {
      notifier: { name: 'Ada', email: 'ada@example.org' },
      explanation: 'It says that I stole from the museum, which no court ever found.',
      good_faith: true,
    });
    const { body: note } = await service.admin.post(`/v1/comments/${comment.id}/notes`, {
      body: 'look out',
    });
    const { body: warning } = await service.admin.post('/v1/authors/our-reader/warnings', {
      message: 'Mind your words.',
    });
    const { body: webhook } = await service.admin.post('/v1/webhooks', {
      url: 'https://hooks.example.com/x',
    });
    const made = [rejected.decision, appeal, report, notice, note, warning, webhook];
    expect(made.map((each) => typeof each.id)).toEqual(made.map(() => 'string'));
    const confirm = comment.author.id;
    const attempts = [
      other.post(`/v1/decisions/${rejected.decision.id}/undo`, {}),
      other.post(`/v1/comments/${comment.id}/appeals`, { author: 'our-reader', text: 'Hear me.' }),
      other.get(`/v1/comments/${comment.id}/appeals`),
      other.get(`/v1/appeals/${appeal.id}`),
      other.post(`/v1/appeals/${appeal.id}/resolve`, {
        ...{ outcome: 'upheld', reason: 'r', seen_version: rejected.comment.version },
      }),
      other.post('/v1/comments/ours/reports', {
        ...{ reporter: { external_id: 'z' }, reason: 'spam' },
      }),
      other.get('/v1/comments/ours/reports'),
      other.get(`/v1/reports/${report.id}`),
      other.get('/v1/reporters/z'),
      other.get(`/v1/notices/${notice.id}`),
      other.post(`/v1/notices/${notice.id}/decide`, wait),
      other.post('/v1/comments/ours/notes', { body: 'hello' }),
      other.get('/v1/comments/ours/notes'),
      other.get('/v1/authors/our-reader/notes'),
      other.delete(`/v1/notes/${note.id}`),
      other.post('/v1/authors/our-reader/warnings', { message: 'Boo.' }),
      other.get('/v1/authors/our-reader/warnings'),
      other.post(`/v1/authors/our-reader/warnings/${warning.id}/acknowledge`),
      other.get('/v1/authors/our-reader/blocks'),
      other.get(`/v1/blocks/${block.id}`),
      other.get(`/v1/authors/${confirm}/export`),
      other.post(`/v1/authors/${confirm}/erase`, { confirm, keep_texts: false }),
      other.delete(`/v1/queue/claims/${comment.id}`),
      other.post(`/v1/queue/claims/${comment.id}`, {}),
      other.get(`/v1/comments/${comment.id}/scores`),
      other.get(`/v1/webhooks/${webhook.id}`),
      other.patch(`/v1/webhooks/${webhook.id}`, { enabled: false }),
      other.post(`/v1/webhooks/${webhook.id}/rotate-secret`),
      other.post(`/v1/webhooks/${webhook.id}/test`),
      other.get(`/v1/webhooks/${webhook.id}/deliveries`),
      other.delete(`/v1/webhooks/${webhook.id}`),
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
    expect(untouched.body.version).toBe(rejected.comment.version);
    expect((await service.admin.get(`/v1/webhooks/${webhook.id}`)).body.enabled).toBe(true);
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

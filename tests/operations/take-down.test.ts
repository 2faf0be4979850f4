import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { TAKE_DOWN_MAX } from '../../src/limits/desk.js';
import { aComment, startTestApp, type TestApp } from '../support/app.js';

let service: TestApp;
beforeEach(async () => {
  service = await startTestApp();
});
afterEach(async () => service.close());

/** As many more comments of the author of one as it takes to go beyond what a block may reject. */
const multiply = async (id: string): Promise<void> => {
  const { store } = service.deps;
  await store.transaction('default', async (bound) => {
    const comment = await bound.comments.get('default', id);
    if (comment === null) throw new Error('the comment is gone');
    for (let i = 0; i < TAKE_DOWN_MAX; i += 1) {
      await bound.comments.insert('default', { ...comment, id: `${id}-${i}`, external_id: null });
    }
  });
};

describe('A block that would reject more than it may', () => {
  it('is refused with nothing changed, and is possible without reaching back', async () => {
    const author = { external_id: 'flood', name: 'Flood', ip: '203.0.113.9' };
    const { body } = await service.cms.post('/v1/comments', aComment({ author }));
    await multiply(body.comment.id);
    const said = { reason: 'r', reject_hours: 1 };
    for (const [path, more] of [
      ['/v1/authors/flood/block', {}],
      ['/v1/blocks', { kind: 'ip', value: author.ip }],
    ] as const) {
      const refused = await service.moderator.post(path, { ...said, ...more });
      expect([refused.status, refused.body.code]).toEqual([409, 'too_many_comments']);
    }
    const file = await service.moderator.get('/v1/authors/flood');
    expect(file.body).toMatchObject({ standing: 'good', blocks: [] });
    expect(file.body.counts.approved).toBe(TAKE_DOWN_MAX + 1);
    const { status } = await service.moderator.post('/v1/authors/flood/block', { reason: 'r' });
    expect(status).toBe(200);
  });
});

describe('A block on an author who flooded the queue', () => {
  it('stands at once, rejects as much as it may, and leaves the rest waiting', async () => {
    const author = { external_id: 'flood', name: 'Flood' };
    const held = aComment({ author, body: 'You are a clueless moron.' });
    const { body } = await service.cms.post('/v1/comments', held);
    await multiply(body.comment.id);
    const blocked = await service.moderator.post('/v1/authors/flood/block', { reason: 'ads' });
    expect([blocked.status, blocked.body.rejected_comments]).toEqual([200, TAKE_DOWN_MAX]);
    expect(blocked.body.author).toMatchObject({ standing: 'blocked', counts: { pending: 1 } });
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Comment } from '../../src/domain/comment.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { submitted } from '../support/replaying.js';

const SITE = 'default';
const SINCE = '2026-01-01T00:00:00.000Z';

let service: TestApp;
let first: Comment;

beforeEach(async () => {
  service = await startTestApp();
  ({ comment: first } = await submitted(service.deps, { body: 'Thank you.', author: 'the first' }));
});
afterEach(async () => service.close());

/** The first comment as others, so many, posted it too. */
async function copied(count: number, authorOf: (at: number) => string): Promise<void> {
  await service.deps.store.transaction(SITE, async ({ comments }) => {
    for (let at = 0; at < count; at += 1) {
      const id = `${first.id}-${authorOf(at)}-${at}`;
      await comments.insert(SITE, { ...first, id, external_id: null, author_id: authorOf(at) });
    }
  });
}

describe('What the record says of a new comment', () => {
  it('counts every other author of a text, however often one of them posted it last', async () => {
    await copied(5, (at) => `aut_${at}`);
    await copied(400, () => 'aut_busy');
    const { fingerprint, author_id } = first;
    const query = { fingerprint, since: SINCE, except: author_id };
    expect(await service.deps.store.comments.countAuthorsOfText(SITE, query)).toBe(6);
  });

  it('counts as many approved comments of an author as a policy may ask for', async () => {
    await copied(1_500, () => first.author_id);
    const { comments } = service.deps.store;
    expect(await comments.countApproved(SITE, [first.author_id])).toBe(1_501);
  });
});

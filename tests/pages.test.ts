import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { aComment, startTestApp, type TestApp } from './support/app.js';
import { heldComment, shownComment } from './support/desk.js';
import { curlCommands, pasted } from './support/pasted.js';
import { type Receiver, startReceiver } from './support/receiver.js';
import { localSender } from './support/webhooks.js';

let receiver: Receiver;
let service: TestApp;
let url = '';
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(async () => receiver.close());
beforeEach(async () => {
  service = await startTestApp({ sender: localSender() });
  url = await service.app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(async () => service.close());

/** What there is when somebody begins to read; what the page calls by a name of its own. */
type Before = () => Promise<Readonly<Record<string, string>>>;

const written =
  (external_id: string, author: string): Before =>
  async () => {
    await shownComment(service, { external_id, author: { external_id: author, name: 'Kim' } });
    return {};
  };

const PAGES: readonly (readonly [page: string, commands: number, before: Before])[] = [
  [
    'moderating',
    11,
    async () => {
      const author = { external_id: 'reader-1', name: 'Robin' };
      const { id } = await heldComment(service, { author });
      await service.cms.post('/v1/comments', aComment({ external_id: 'comment-8' }));
      return { 'cmt_…': id };
    },
  ],
  ['policy', 3, async () => Promise.resolve({})],
  ['reports', 6, written('cms-1', 'reader-1')],
  ['blocks', 5, written('c-1', 'reader-12')],
  [
    'appeals',
    2,
    async () => {
      await written('c-1', 'reader-12')();
      const another = await service.client('moderate');
      const { status } = await another.post('/v1/comments/c-1/reject', { seen_version: 1 });
      expect(status).toBe(200);
      return {};
    },
  ],
  [
    'rights',
    7,
    async () => {
      await written('c-1', 'reader-12')();
      const said = { seen_version: 1, standard: 'personal_attack' };
      const { body } = await service.moderator.post('/v1/comments/c-1/reject', said);
      const block = { reason: 'advertising' };
      const blocked = await service.moderator.post('/v1/authors/reader-12/block', block);
      return { 'dec_…': body.decision.id, 'blk_…': blocked.body.block.id };
    },
  ],
  [
    'record',
    3,
    async () => {
      await written('c-1', 'reader-12')();
      const { body } = await service.admin.get('/v1/audit/head');
      return { '4711': String(body.sequence), '9f2c…': body.hash };
    },
  ],
  ['statistics', 1, written('c-1', 'reader-12')],
  [
    'webhooks',
    8,
    async () => Promise.resolve({ 'https://cms.example.com/hooks/gatepost': receiver.url }),
  ],
  ['migrate-from-akismet', 1, async () => Promise.resolve({})],
  ['migrate-from-coral', 1, async () => Promise.resolve({})],
  [
    'privacy',
    2,
    async () => {
      await written('c-1', 'reader-17')();
      const { body } = await service.admin.get('/v1/authors/reader-17');
      return { aut_01KAVZ3N5Q8X2M4T6R7W9Y1B0C: body.id };
    },
  ],
];

describe('The pages of docs', () => {
  it.each(PAGES)('have curl commands that work in their order: %s', async (page, least, before) => {
    const commands = curlCommands(`docs/${page}.md`);
    expect(commands.length).toBeGreaterThanOrEqual(least);
    await pasted(commands, {
      ...(await before()),
      $GATEPOST: url,
      $CMS_KEY: service.cms.key,
      $MODERATOR_KEY: service.moderator.key,
      $ADMIN_KEY: service.admin.key,
    });
  });
});

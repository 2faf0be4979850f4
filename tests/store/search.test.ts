import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { SEARCH_LENGTH_MAX } from '../../src/limits.js';
import { aComment, startTestApp, type TestApp } from '../support/app.js';

let service: TestApp;
beforeEach(async () => {
  service = await startTestApp();
});
afterEach(async () => service.close());

const THREAD = { external_id: 'one thread' };

async function submit(external_id: string, body: string, change = {}): Promise<void> {
  const sent = aComment({ external_id, body, thread: THREAD, ...change });
  expect((await service.cms.post('/v1/comments', sent)).status).toBe(201);
}

const path = (text: string, more = ''): string =>
  `/v1/comments?text=${encodeURIComponent(text)}${more}`;

/** What is found, by the CMS's ids; however it is looked for, it is the same. */
async function found(text: string): Promise<readonly string[]> {
  const { body } = await service.moderator.get(path(text));
  const ids = body.data.map((each: { external_id: string }) => each.external_id);
  const within = await service.moderator.get(path(text, `&thread=${THREAD.external_id}`));
  expect(within.body.data.map((each: { external_id: string }) => each.external_id)).toEqual(ids);
  return ids;
}

describe('A search by text', () => {
  it('finds what has all the words, whatever case, accents and width, the latest first', async () => {
    await submit('café', 'The CAFÉ at the Löwenbrücke is ours.');
    await submit('wide', 'Our ｃａｆｅ, and no bridge anywhere near it.');
    await submit('tea', 'We would rather have tea by the bridge.');
    expect(await found('cafe')).toEqual(['wide', 'café']);
    expect(await found('CAFÉ lowenbrucke')).toEqual(['café']);
    expect(await found('bridge')).toEqual(['tea', 'wide']);
    expect(await found('bridge café')).toEqual(['wide']);
    expect(await found('bridge nowhere')).toEqual([]);
  });

  it('says where each comment has the words, and nothing of it in a list without a search', async () => {
    await submit('one', 'The CAFÉ at the bridge, the old café.');
    const { data } = (await service.moderator.get(path('cafe'))).body;
    expect(data[0].found).toEqual([
      { start: 4, end: 8 },
      { start: 32, end: 36 },
    ]);
    const { body } = await service.moderator.get('/v1/comments');
    expect(body.data[0]).not.toHaveProperty('found');
  });

  it('finds whole words; their beginnings with a star; in quotation marks what stands together', async () => {
    await submit('a', 'They planned a bridge, and the old town paid for it. See example.org/bridges');
    await submit('b', 'The town is old.');
    expect(await found('plan')).toEqual([]);
    expect(await found('plan*')).toEqual(['a']);
    expect(await found('pl*')).toEqual([]);
    expect(await found('old town')).toEqual(['b', 'a']);
    expect(await found('"old town"')).toEqual(['a']);
    expect(await found('"old town')).toEqual(['a']);
    expect(await found('example.org/bridge*')).toEqual(['a']);
    expect(await found('org.example')).toEqual([]);
  });

  it('finds signs of a script without blanks, and words longer than any index takes', async () => {
    await submit('zh', '我们不应该再建这座旧桥了,大家都知道。');
    await submit('long', `Look at this: ${'ab'.repeat(1_500)} and tell me what it is.`);
    expect(await found('旧桥')).toEqual(['zh']);
    expect(await found('桥旧')).toEqual([]);
    expect(await found('ab'.repeat(90))).toEqual([]);
    expect(await found(`${'ab'.repeat(32)}*`)).toEqual(['long']);
  });

  it('follows an edit, and pages like the list', async () => {
    for (const at of [1, 2, 3, 4, 5]) await submit(`c${at}`, `Remark ${at} on the ferry.`);
    await service.cms.patch('/v1/comments/c3', { body: 'I have nothing to say on that.' });
    expect(await found('ferry')).toEqual(['c5', 'c4', 'c2', 'c1']);
    expect(await found('nothing')).toEqual(['c3']);
    const first = (await service.moderator.get(path('ferry', '&limit=3'))).body;
    expect(first.data.map((each: { external_id: string }) => each.external_id))
      .toEqual(['c5', 'c4', 'c2']);
    const rest = await service.moderator.get(path('ferry', `&cursor=${first.next_cursor}`));
    expect(rest.body.data.map((each: { external_id: string }) => each.external_id)).toEqual(['c1']);
  });

  it('stays within a site, and holds other filters beside', async () => {
    await submit('mine', 'A remark about default and the bridge.');
    await submit('rude', 'What a fucking bridge.');
    const other = await service.client('submit', 'other-site');
    await other.post('/v1/comments', aComment({ body: 'The bridge of the other site.' }));
    const reader = await service.client('moderate', 'other-site');
    expect((await reader.get(path('bridge'))).body.data).toHaveLength(1);
    expect((await reader.get(path('default'))).body.data).toEqual([]);
    expect(await found('bridge')).toEqual(['rude', 'mine']);
    const { body } = await service.moderator.get(path('bridge', '&status=rejected'));
    expect(body.data.map((each: { external_id: string }) => each.external_id)).toEqual(['rude']);
  });

  it('answers whatever is asked', async () => {
    await submit('one', 'A remark with "quotes" and a NOT or NEAR(in it) AND more: it* is.');
    const signs = fc.string({
      unit: fc.constantFrom(...`"'*()&|!:<>-^~{}\\%_ ,;é桥\u0000aA1`, 'NOT', 'NEAR', 'AND '),
      minLength: 1,
      maxLength: 30,
    });
    const asked = fc.oneof(signs, fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }));
    await fc.assert(
      fc.asyncProperty(asked, async (text) => {
        const cut = Buffer.from(text.slice(0, SEARCH_LENGTH_MAX)).toString();
        const { status, body } = await service.moderator.get(path(cut));
        expect([200, 400], body.detail).toContain(status);
      }),
      { numRuns: 200 },
    );
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { aComment, startTestApp, type TestApp } from '../../support/app.js';

let service: TestApp;
beforeEach(async () => {
  service = await startTestApp();
});
afterEach(async () => service.close());

const OFFER =
  'I was out of work for two years until my sister showed me this site. Now I earn 6,500 dollars ' +
  'a month from home with only a few hours a day.';
const CHANGED = `Hello friends! ${OFFER.replace('6,500', '7,200')} 🚀`;
const HOUR = 3_600;

const author = (name: string) => ({ external_id: name, name });
const submit = async (name: string, body: string) => {
  const comment = aComment({ author: author(name), body });
  return (await service.admin.post('/v1/comments', comment)).body;
};
const reasons = async (name: string, body: string): Promise<readonly string[]> =>
  (await submit(name, body)).verdict.findings.map((each: { reason: string }) => each.reason);

describe('A text that comes back with small changes (submitComment)', () => {
  it('is held from the same author, for a day', async () => {
    expect(await reasons('ann', OFFER)).toEqual([]);
    expect(await reasons('ann', CHANGED)).toEqual(['conduct.nearly_repeated_text']);
    expect(await reasons('ann', OFFER)).toEqual(['conduct.repeated_text']);
    service.pass(25 * HOUR);
    expect(await reasons('ann', CHANGED)).toEqual([]);
  });

  it('is held from the fifth author on, for a day', async () => {
    for (const name of ['ann', 'ben', 'cid', 'dan']) {
      expect(await reasons(name, `${name} says: ${OFFER} Ask ${name}.`)).toEqual([]);
    }
    expect(await reasons('eve', `eve says: ${OFFER} Ask eve.`)).toEqual(['spam.near_campaign']);
    service.pass(25 * HOUR);
    expect(await reasons('fay', `fay says: ${OFFER} Ask fay.`)).toEqual([]);
  });

  it('is another site’s affair there', async () => {
    await submit('ann', OFFER);
    const other = await service.client('submit', 'other');
    const comment = aComment({ author: author('ann'), body: CHANGED });
    expect((await other.post('/v1/comments', comment)).body.verdict.findings).toEqual([]);
  });

  it('is found in an edited text, and an edited text is found', async () => {
    const first = await submit('ann', 'At last! Will there be a lane for bicycles on the bridge?');
    const edit = async (id: string, body: string) =>
      (await service.cms.patch(`/v1/comments/${id}`, { body })).body.verdict.findings;
    expect(await edit(first.comment.id, OFFER)).toEqual([]);
    expect(await edit(first.comment.id, CHANGED)).toEqual([]);
    const second = await submit('ann', OFFER);
    expect(second.verdict.findings).toMatchObject([{ reason: 'conduct.nearly_repeated_text' }]);
  });

  it('is found by a preview, which leaves no trace itself', async () => {
    const preview = async (body: string) =>
      (await service.cms.post('/v1/preview', aComment({ author: author('ann'), body }))).body;
    expect(JSON.stringify(await preview(OFFER))).not.toContain('conduct.');
    await submit('ann', OFFER);
    expect(JSON.stringify(await preview(CHANGED))).toContain('conduct.nearly_repeated_text');
  });
});

describe('A burst (submitComment)', () => {
  it('is held from its sixth comment on, and edits are no part of it', async () => {
    const say = async (what: string) => submit('ann', `Remark ${what} of mine.`);
    for (const what of ['one', 'two', 'three', 'four']) {
      expect((await say(what)).comment.status).toBe('approved');
    }
    const { comment } = await say('five');
    for (const body of ['Remark fifth of mine.', 'Remark, the fifth one, of mine.']) {
      const edited = await service.cms.patch(`/v1/comments/${comment.id}`, { body });
      expect(edited.body.comment.status).toBe('approved');
    }
    expect((await say('six')).verdict.findings).toMatchObject([{ reason: 'conduct.too_fast' }]);
    service.pass(11);
    expect((await say('seven')).comment.status).toBe('approved');
  });
});

describe('An author’s rejected comments (submitComment)', () => {
  it('have the next ones held, and are forgotten in time', async () => {
    for (const body of ['fuck this', 'fuck that', 'fuck these', 'fuck those', 'fuck it all']) {
      await submit('ann', body);
      service.pass(60);
    }
    expect(await reasons('ann', 'Fair enough.')).toEqual([
      'conduct.author_history',
      'conduct.strikes',
    ]);
    service.pass(70 * 24 * HOUR);
    expect(await reasons('ann', 'Good morning.')).toEqual(['conduct.strikes']);
    service.pass(20 * 24 * HOUR);
    expect(await reasons('ann', 'Good evening.')).toEqual([]);
  });
});

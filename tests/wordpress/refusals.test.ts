import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { eventually } from '../support/eventually.js';
import { type Native, startNative } from '../support/wordpress/native.js';
import { inWordPress, written } from '../support/wordpress/written.js';

let native: Native;

beforeAll(async () => {
  native = await startNative();
  const { site, constants, between } = native;
  await site.configure({ ...constants, GATEPOST_URL: between.url });
});

afterEach(() => {
  native.between.rule();
});

afterAll(async () => native.stop());

const GOOD = 'The bridge is a good idea, and about time too.';

const there = async (id: string) => (await native.gatepost.get(`/v1/comments/${id}`)).body;

async function shownAfterCron(id: string): Promise<void> {
  await eventually(async () => {
    await native.cron();
    expect([await inWordPress(native.site, id), await native.inGatepost(id)]).toEqual([
      '1',
      'approved',
    ]);
  });
}

describe('The date of a comment', () => {
  /** Of a comment that could not be sent, WordPress has this date. */
  const waited = async (date: string): Promise<string> => {
    const { site, between } = native;
    between.rule({ instead: () => Response.json({}, { status: 503 }) });
    const { id } = await written(site, `${GOOD} (${date})`);
    const set = `UPDATE wp_comments SET comment_date_gmt = '${date}'`;
    await site.database.rows(`${set} WHERE comment_ID = ${id}`);
    between.rule();
    return id;
  };

  it('is left to Gatepost while it is posted, whatever the clocks say', async () => {
    const { id } = await written(native.site, GOOD);
    const { created_at, received_at } = await there(id);
    expect(created_at).toBe(received_at);
  });

  it('is kept where the comment waited', async () => {
    const id = await waited('2020-01-02 03:04:05');
    await shownAfterCron(id);
    expect(await there(id)).toMatchObject({ created_at: '2020-01-02T03:04:05.000Z' });
  });

  it.each([
    ['lies ahead of Gatepost’s clock', '2999-01-02 03:04:05'],
    ['is not known', '0000-00-00 00:00:00'],
    ['cannot be', '1970-01-02 03:04:05'],
  ])('does not keep the comment from being judged where it %s', async (_what, date) => {
    await shownAfterCron(await waited(date));
  });
});

describe('All of this', () => {
  it('leaves nothing for PHP to complain of', async () => {
    expect(await native.site.complaints()).not.toContain('plugins/gatepost');
  });
});

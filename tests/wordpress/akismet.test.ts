import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { eventually } from '../support/eventually.js';
import { freePort } from '../support/free-port.js';
import { type Browser, clicks, editorOf } from '../support/wordpress/browser.js';
import { type Gatepost, startGatepost } from '../support/wordpress/gatepost.js';
import { type Site, startSite } from '../support/wordpress/site.js';
import { inWordPress, type Written, written } from '../support/wordpress/written.js';

let gatepost: Gatepost;
let site: Site;
let editor: Browser;
/** What is to be ended, also where the beginning failed. */
const ends: (() => Promise<void>)[] = [];

beforeAll(async () => {
  gatepost = await startGatepost();
  ends.push(gatepost.stop);
  const { body } = await gatepost.post('/v1/keys/akismet', { name: 'WordPress' });
  site = await startSite(await freePort(), {
    GATEPOST_URL: gatepost.url,
    GATEPOST_MODE: 'akismet',
    WPCOM_API_KEY: body.key,
  });
  ends.push(site.stop);
  await site.php(`require_once ABSPATH . 'wp-admin/includes/plugin.php';
    activate_plugin('akismet/akismet.php');`);
  editor = await editorOf(site);
});

afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

async function inGatepost({ author }: Written): Promise<string | undefined> {
  const { body } = await gatepost.get('/v1/comments?limit=200');
  const all: { author: { name: string }; status: string }[] = body.data;
  return all.find(({ author: { name } }) => name === author)?.status;
}

async function bothHave(comment: Written, here: string, there: string): Promise<void> {
  await eventually(async () => {
    const has = [await inWordPress(site, comment.id), await inGatepost(comment)];
    expect(has).toEqual([here, there]);
  });
}

describe('The Akismet plugin of a WordPress whose requests are sent to Gatepost', () => {
  it.each([
    ['a good comment', 'The bridge is a good idea, and about time too.', '1', 'approved'],
    ['a profane comment', 'This is fucking bullshit.', 'spam', 'rejected'],
    ['an insult', 'You are a moron.', 'spam', 'pending'],
    [
      'an advertisement',
      'Buy cheap viagra online, best price, no prescription: http://pills.example ' +
        'http://pills2.example http://pills3.example http://pills4.example',
      'spam',
      'pending',
    ],
  ])('shows %s or marks it as spam, by the verdict', async (_what, comment, here, there) => {
    const stored = await written(site, comment);
    expect([await inWordPress(site, stored.id), await inGatepost(stored)]).toEqual([here, there]);
  });

  it('tells Gatepost what a moderator calls spam, and what she says is none', async () => {
    const stored = await written(site, 'You are an idiot, Minister.');
    await bothHave(stored, 'spam', 'pending');
    const spam = '/wp-admin/edit-comments.php?comment_status=spam';
    await clicks(editor, 'unspamcomment', { id: stored.id, list: spam });
    // WordPress puts a comment that was spam from the beginning among those that wait.
    await bothHave(stored, '0', 'approved');
    await clicks(editor, 'spamcomment', { id: stored.id });
    await bothHave(stored, 'spam', 'rejected');
  });

  it('holds a comment while Gatepost is down, and asks again', async () => {
    await gatepost.goesAway();
    const stored = await written(site, 'A comment from while nobody listened.');
    expect(await inWordPress(site, stored.id)).toBe('0');
    await gatepost.comesBack();
    await site.php(`do_action('akismet_schedule_cron_recheck');`);
    await bothHave(stored, '1', 'approved');
  });

  it('counts the key as good and says so', async () => {
    const verified = await site.php(`echo Akismet::verify_key(Akismet::get_api_key());`);
    expect(verified).toBe('valid');
  });
});

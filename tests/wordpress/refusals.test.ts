import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { eventually } from '../support/eventually.js';
import { type Asked, forbidden, type Rule } from '../support/wordpress/between.js';
import { type Browser, editorOf } from '../support/wordpress/browser.js';
import { type Native, startNative } from '../support/wordpress/native.js';
import { inWordPress, written } from '../support/wordpress/written.js';

let native: Native;
let editor: Browser;

beforeAll(async () => {
  native = await startNative({ behind: true });
  editor = await editorOf(native.site);
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
  }, 60);
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

const WORD = 'union select';

interface Way {
  readonly how: string;
  /** What is done so to some requests. */
  readonly to: (some: (asked: Asked) => boolean) => Rule;
}

describe.each<Way>([
  { how: 'refuses', to: (some) => ({ instead: (asked) => (some(asked) ? forbidden() : null) }) },
  { how: 'drops', to: (some) => ({ drops: some }) },
])('What something between WordPress and Gatepost $how', ({ how, to }) => {
  /** It takes a word for an attack. */
  const firewall = to(({ body }) => body.includes(WORD));


  const away = (): void => {
    native.between.rule({ instead: () => Response.json({}, { status: 503 }) });
  };

  it('waits by itself, and the key is not blamed', async () => {
    const { site, between } = native;
    away();
    const { id } = await written(site, `The ${WORD} committee ${how} it on Monday.`);
    const { id: next } = await written(site, `Whom the council ${how}, the minutes say.`);
    between.rule(firewall);
    await shownAfterCron(next);
    expect(await inWordPress(site, id)).toBe('0');
    const page = await editor.open('/wp-admin/edit-comments.php?comment_status=moderated');
    expect(page).toContain('Waits to be sent to Gatepost.');
    expect(await editor.open('/wp-admin/')).not.toContain('Gatepost refuses the key.');
    between.rule();
    await shownAfterCron(id);
  });

  it('keeps nothing else from being sent, however much of it there is', async () => {
    const { site, between } = native;
    away();
    // As many as are sent at once, and then one more.
    const ids = JSON.parse(
      await site.php(`remove_action('check_comment_flood', 'check_comment_flood_db');
        echo json_encode(array_map(fn($n) => wp_new_comment(['comment_post_ID' => 1,
          'comment_author' => "Member $n", 'comment_author_email' => "$n@members.example",
          'comment_author_url' => '', 'comment_content' => "The ${WORD} committee ${how} it $n times."]),
          range(1, 50)));`),
    ) as number[];
    const { id } = await written(site, `The mill by the river, which nobody ${how}, should be a library.`);
    between.rule(firewall);
    await shownAfterCron(id);
    expect(await inWordPress(site, String(ids[0]))).toBe('0');
    between.rule();
    await eventually(async () => {
      await native.cron();
      // They are much alike, and perhaps held.
      expect(await native.inGatepost(String(ids[0]))).not.toBe('status 404');
    }, 60);
  });

  it('is sent later also where it is a deletion, and keeps no comment waiting', async () => {
    const { site, between } = native;
    const { id: deleted } = await written(site, `What its author ${how}, and wants to have back.`);
    away();
    const { id } = await written(site, `The library ${how} its new roof.`);
    await site.php(`wp_set_current_user(1); wp_delete_comment(${deleted}, true);`);
    between.rule(to(({ method }) => method === 'DELETE'));
    await shownAfterCron(id);
    expect(await native.inGatepost(deleted)).toBe('approved');
    between.rule();
    await eventually(async () => {
      await native.cron();
      expect(await native.inGatepost(deleted)).toBe('deleted');
    });
  });
});

describe('All of this', () => {
  it('leaves nothing for PHP to complain of', async () => {
    expect(await native.site.complaints()).not.toContain('plugins/gatepost');
  });
});

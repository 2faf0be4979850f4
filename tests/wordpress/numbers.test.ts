import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { eventually } from '../support/eventually.js';
import { call } from '../support/service.js';
import { type Browser, clicks, editorOf } from '../support/wordpress/browser.js';
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

const textThere = async (id: string): Promise<string> =>
  (await native.gatepost.get(`/v1/comments/${id}`)).body.body;

/** An editor changes the text of a comment. */
const edits = async (id: string, text: string): Promise<string> =>
  native.site.php(
    `wp_set_current_user(1);
      wp_update_comment(['comment_ID' => ${id}, 'comment_content' => '${text}']);`,
  );

/** WordPress gives it to the comment that it stores next. */
const nextNumber = async (number: string): Promise<void> => {
  await native.site.database.rows(`ALTER TABLE wp_comments AUTO_INCREMENT = ${number}`);
};

const GOOD = 'The bridge is a good idea, and about time too.';
const ALSO_GOOD = 'The council meets on Monday, as far as I know.';
const INSULT = 'You are a moron.';

describe('A comment whose number Gatepost knows from another one', () => {
  const somebody = { name: 'Somebody', email: 'somebody@readers.example' };
  const first = { body: GOOD, thread: { external_id: '1' }, author: somebody };

  it.each([
    ['by another author', '2000', first],
    ['under another article', '3000', { ...first, thread: { external_id: '7' } }],
    ['with the same text by another author', '4000', { ...first, body: INSULT }],
  ])('%s is not shown by that one’s verdict', async (_whose, number, other) => {
    const { site, gatepost } = native;
    await gatepost.post('/v1/comments', { ...other, external_id: number });
    await nextNumber(number);
    const { id } = await written(site, INSULT);
    expect(id).toBe(number);
    expect(await inWordPress(site, id)).toBe('0');
    const page = await editor.open('/wp-admin/edit-comments.php?comment_status=moderated');
    expect(page).toContain(`it has another comment under the number ${number}`);
    await native.decidedInGatepost(number, 'reject');
    await native.decidedInGatepost(number, 'approve');
    await native.allDelivered();
    await native.cron();
    expect([await inWordPress(site, id), await textThere(id)]).toEqual(['0', other.body]);
    await clicks(editor, 'approvecomment', { id });
    expect([await inWordPress(site, id), await textThere(id)]).toEqual(['1', other.body]);
  });

  it('is not shown either by what is decided about that one before it is known to be', async () => {
    const { site, gatepost, between } = native;
    await gatepost.post('/v1/comments', { ...first, external_id: '4500' });
    await nextNumber('4500');
    between.rule({ arrives: async () => false });
    const { id } = await written(site, INSULT);
    await native.decidedInGatepost('4500', 'reject');
    await native.decidedInGatepost('4500', 'approve');
    await native.allDelivered();
    expect([id, await inWordPress(site, id)]).toEqual(['4500', '0']);
    between.rule();
    await eventually(async () => {
      await native.cron();
      const page = await editor.open('/wp-admin/edit-comments.php?comment_status=moderated');
      expect(page).toContain('it has another comment under the number 4500');
    });
    expect(await inWordPress(site, id)).toBe('0');
  });

  /** As WordPress has a comment before the plugin could note that it is to be sent. */
  const stored = async (number: string, text: string, type = 'comment'): Promise<void> => {
    await nextNumber(number);
    await native.site.php(
      `wp_insert_comment(['comment_post_ID' => 1, 'comment_approved' => 0,
        'comment_type' => '${type}', 'comment_content' => '${text}',
        'comment_author' => '${somebody.name}', 'comment_author_email' => '${somebody.email}']);`,
    );
  };

  it.each([
    ['another author’s', '4600', { ...first, author: { name: 'Other' } }, 'comment'],
    ['no comment of a reader', '4700', { ...first, body: INSULT }, 'order_note'],
  ])('is left alone while it is being stored: %s', async (_whose, number, other, type) => {
    const { site, gatepost } = native;
    await gatepost.post('/v1/comments', { ...other, external_id: number });
    await stored(number, INSULT, type);
    await native.decidedInGatepost(number, 'reject');
    await native.decidedInGatepost(number, 'approve');
    await native.allDelivered();
    await native.cron();
    expect([await inWordPress(site, number), await textThere(number)]).toEqual(['0', other.body]);
  });

  it('is judged by its own text where it is being stored with another one', async () => {
    await native.gatepost.post('/v1/comments', { ...first, external_id: '4800' });
    await stored('4800', INSULT);
    await native.decidedInGatepost('4800', 'approve');
    await native.allDelivered();
    await eventually(async () => {
      await native.cron();
      expect([await textThere('4800'), await native.inGatepost('4800')]).toEqual([INSULT, 'pending']);
    });
    expect(await inWordPress(native.site, '4800')).toBe('0');
  });

  /** Of the reader who then writes with the same number, and their earlier comment there. */
  const returning = async (author: string, number: string): Promise<void> => {
    const email = `${author.toLowerCase()}@readers.example`;
    const earlier = { ...first, author: { name: author, email }, external_id: number };
    await native.gatepost.post('/v1/comments', earlier);
    await nextNumber(number);
  };

  it('by the same author under the same article is judged by its own text', async () => {
    await returning('Returning', '5000');
    const { id } = await written(native.site, INSULT, 'Returning');
    expect([id, await inWordPress(native.site, id)]).toEqual(['5000', '0']);
    expect([await textThere(id), await native.inGatepost(id)]).toEqual([INSULT, 'pending']);
  });

  it('is not trashed because that one was withdrawn', async () => {
    await returning('Withdrawing', '6000');
    const path = `${native.gatepost.url}/v1/comments/6000`;
    await call(path, { key: native.gatepost.key, method: 'DELETE' });
    const { id } = await written(native.site, ALSO_GOOD, 'Withdrawing');
    expect([id, await inWordPress(native.site, id)]).toEqual(['6000', '0']);
  });
});

describe('A comment that was imported into Gatepost', () => {
  const imported = { thread: { external_id: '1' }, author: { name: 'Elder' }, body: ALSO_GOOD };
  const wrote = async (number: string): Promise<void> => {
    await nextNumber(number);
    await native.site.php(
      `wp_insert_comment(['comment_post_ID' => 1, 'comment_author' => 'Elder',
        'comment_content' => '${ALSO_GOOD}']);`,
    );
  };

  it('stands in WordPress as a moderator decides about it there', async () => {
    await wrote('6100');
    await native.gatepost.post('/v1/comments', { ...imported, external_id: '6100' });
    await native.decidedInGatepost('6100', 'reject');
    await native.bothHave('6100', 'spam', 'rejected');
    await native.decidedInGatepost('6100', 'approve');
    await native.bothHave('6100', '1', 'approved');
  });

  it('does so later where Gatepost cannot be asked about it', async () => {
    await wrote('6200');
    native.between.rule({ arrives: async () => false });
    await native.gatepost.post('/v1/comments', { ...imported, external_id: '6200' });
    await native.decidedInGatepost('6200', 'reject');
    await native.allDelivered();
    expect(await inWordPress(native.site, '6200')).toBe('1');
    native.between.rule();
    await eventually(async () => {
      await native.cron();
      expect(await inWordPress(native.site, '6200')).toBe('spam');
    });
  });
});

describe('A comment whose answer was lost', () => {
  /** Loses the answer to the next comment that is sent. */
  const losesOne = (): void => {
    let lost = false;
    native.between.rule({
      arrives: async ({ method }) => {
        const now = method === 'POST' && !lost;
        lost ||= now;
        return !now;
      },
    });
  };

  it('is shown by its verdict when it was sent again, whatever its text is made of', async () => {
    losesOne();
    const said = ' Ben &amp; Jerry said <em>no</em>:\r\n\r\n"1 < 2" \u00e4\u{1f600} ';
    const { id } = await written(native.site, said);
    expect([await inWordPress(native.site, id), await native.inGatepost(id)]).toEqual([
      '0',
      'approved',
    ]);
    await eventually(async () => {
      await native.cron();
      expect(await inWordPress(native.site, id)).toBe('1');
    });
    expect(native.between.passed.map(({ method }) => method)).not.toContain('PATCH');
  });

  it('and that was edited since is judged by its new text', async () => {
    losesOne();
    const { id } = await written(native.site, ALSO_GOOD);
    await edits(id, INSULT);
    await eventually(async () => {
      await native.cron();
      expect([await textThere(id), await native.inGatepost(id)]).toEqual([INSULT, 'pending']);
      expect(await editor.open('/wp-admin/edit-comments.php')).toContain('Held by policy.');
    });
    await native.cron();
    expect(await inWordPress(native.site, id)).toBe('0');
  });
});

describe('A comment that is edited while Gatepost judges it', () => {
  it('is not shown by the verdict of its earlier text', async () => {
    const { site, between, gatepost } = native;
    let answered = (): void => undefined;
    const isJudged = new Promise<void>((resolve) => {
      answered = resolve;
    });
    let told = (): void => undefined;
    const isEdited = new Promise<void>((resolve) => {
      told = resolve;
    });
    let first = true;
    between.rule({
      arrives: async () => {
        if (!first) return true;
        first = false;
        answered();
        await isEdited;
        return true;
      },
    });
    const writing = written(site, GOOD);
    await isJudged;
    const newest = (await gatepost.get('/v1/comments?limit=1')).body.data[0];
    await edits(newest.external_id, INSULT);
    told();
    const { id } = await writing;
    expect([await inWordPress(site, id), await textThere(id)]).toEqual(['0', INSULT]);
    await native.allDelivered();
    await native.cron();
    await native.bothHave(id, '0', 'pending');
  });
});

describe('All of this', () => {
  it('leaves nothing for PHP to complain of', async () => {
    expect(await native.site.complaints()).not.toContain('plugins/gatepost');
  });
});

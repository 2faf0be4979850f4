import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { eventually } from '../support/eventually.js';
import { type Browser, clicks, editorOf } from '../support/wordpress/browser.js';
import type { Gatepost } from '../support/wordpress/gatepost.js';
import { EVENTS, type Native, startNative } from '../support/wordpress/native.js';
import type { Constants, Site } from '../support/wordpress/site.js';
import { rejected, told as toldAt } from '../support/wordpress/told.js';
import { inWordPress as statusOf, written as wrote } from '../support/wordpress/written.js';

let native: Native;
let gatepost: Gatepost;
let site: Site;
let editor: Browser;
let secret = '';

beforeAll(async () => {
  native = await startNative();
  ({ gatepost, site, secret } = native);
  editor = await editorOf(site);
});

afterAll(async () => native.stop());

const constants = (): Constants => native.constants;
const written = async (comment: string): Promise<string> => (await wrote(site, comment)).id;
const inWordPress = async (id: string) => statusOf(site, id);
const inGatepost = async (id: string) => native.inGatepost(id);
const bothHave = async (id: string, here: string, there: string) =>
  native.bothHave(id, here, there);
const decidedInGatepost = async (id: string, action: 'approve' | 'reject') =>
  native.decidedInGatepost(id, action);
const allDelivered = async () => native.allDelivered();
const cron = async () => native.cron();

async function hangs(): Promise<void> {
  await gatepost.hangs();
  await site.configure({ ...constants(), GATEPOST_TIMEOUT: 1 });
}

const decisionsOf = async (id: string) => (await gatepost.get(`/v1/comments/${id}`)).body.decisions;

describe('A reader who writes into the comment form of WordPress', () => {
  it.each([
    ['a good comment', 'The bridge is a good idea, and about time too.', '1', 'approved'],
    ['a profane comment', 'This is fucking bullshit.', 'spam', 'rejected'],
    ['an insult', 'You are a moron.', '0', 'pending'],
    [
      'an advertisement',
      'Buy cheap viagra online, best price, no prescription: http://pills.example ' +
        'http://pills2.example http://pills3.example http://pills4.example',
      '0',
      'pending',
    ],
  ])('sees %s treated as the policy says', async (_what, comment, here, there) => {
    const id = await written(comment);
    expect([await inWordPress(id), await inGatepost(id)]).toEqual([here, there]);
  });

  it('is heard in full: who, where, what was answered, and the text as it is read', async () => {
    const said = 'Ben &amp; Jerry said <em>no</em>: "1 < 2", see the minutes.';
    const { id, author } = await wrote(site, said);
    const { body } = await gatepost.get(`/v1/comments/${id}`);
    expect(body).toMatchObject({
      external_id: id,
      body: 'Ben & Jerry said no: "1 < 2", see the minutes.',
      thread: { external_id: '1', title: 'Hello world!' },
      author: { name: author, email: `${author.toLowerCase()}@readers.example` },
    });
    expect(body.author.ip).toMatch(/^203\.0\.113\./u);
  });
});

describe('The list of comments', () => {
  it('says why, escaped, and never shows the key or the secret', async () => {
    await written('You are a moron.');
    const page = await editor.open('/wp-admin/edit-comments.php?comment_status=all');
    expect(page).toContain('Held by policy.');
    expect(page).toContain('insults a person instead of answering what was said. (moron)');
    expect(page).not.toContain(secret);
  });
});

describe('A moderator who clicks in WordPress', () => {
  it('decides in Gatepost too, in her name, and Gatepost does not answer back', async () => {
    const id = await written('You are an idiot.');
    await clicks(editor, 'approvecomment', { id });
    await bothHave(id, '1', 'approved');
    const decided = await decisionsOf(id);
    expect(decided).toHaveLength(2);
    expect(decided[1]).toMatchObject({
      actor: { kind: 'moderator', name: 'WordPress' },
      note: 'In WordPress by editor (user 1)',
    });
    await allDelivered();
    expect(await decisionsOf(id)).toHaveLength(2);
    await clicks(editor, 'unapprovecomment', { id });
    await bothHave(id, '0', 'pending');
    await clicks(editor, 'spamcomment', { id });
    await bothHave(id, 'spam', 'rejected');
    expect((await decisionsOf(id)).at(-1)).toMatchObject({ standard: 'spam' });
    await allDelivered();
    expect([await inWordPress(id), (await decisionsOf(id)).length]).toEqual(['spam', 4]);
  });

  it('trashes a comment, and Gatepost rejects it; restored, it is approved again', async () => {
    const id = await written('The council meets on Monday, as far as I know.');
    await clicks(editor, 'trashcomment', { id });
    await bothHave(id, 'trash', 'rejected');
    await site.php(`wp_set_current_user(1); wp_untrash_comment(${id});`);
    await bothHave(id, '1', 'approved');
  });

  it('cannot send back what the policy approved, and is told so', async () => {
    const id = await written('The old mill should be a library.');
    await clicks(editor, 'unapprovecomment', { id });
    await eventually(async () => {
      const page = await editor.open('/wp-admin/edit-comments.php?comment_status=moderated');
      expect(page).toContain('Approved in Gatepost, held here alone.');
    });
    expect([await inWordPress(id), await inGatepost(id)]).toEqual(['0', 'approved']);
  });

  it('edits a comment, and Gatepost has the new text and how it stands here', async () => {
    const id = await written('You are a moron, the budget is public.');
    const text = 'The budget is public. (Edited by a moron of an editor.)';
    await site.php(
      `wp_set_current_user(1); wp_update_comment(['comment_ID' => ${id},
        'comment_content' => '${text}', 'comment_approved' => '1']);`,
    );
    await bothHave(id, '1', 'approved');
    expect((await gatepost.get(`/v1/comments/${id}`)).body.body).toBe(text);
  });

  it('deletes a comment for good, and Gatepost shows it no more', async () => {
    const id = await written('A remark that its author asked to have deleted.');
    await site.php(`wp_set_current_user(1); wp_delete_comment(${id}, true);`);
    await eventually(async () => {
      await cron();
      expect([await inWordPress(id), await inGatepost(id)]).toEqual([undefined, 'deleted']);
    });
  });

  it('writes herself, and is approved on both sides', async () => {
    const id = await site.php(
      `wp_set_current_user(1); echo wp_new_comment(['comment_post_ID' => 1, 'user_id' => 1,
        'comment_author' => 'editor', 'comment_author_email' => 'editor@news.example',
        'comment_author_url' => '', 'comment_content' => 'Do not call each other morons, idiot.']);`,
    );
    await bothHave(id, '1', 'approved');
  });
});

describe('A moderator who decides in Gatepost', () => {
  it('decides in WordPress too, and WordPress does not answer back', async () => {
    const id = await written('You are a blockhead and a moron.');
    await decidedInGatepost(id, 'approve');
    await bothHave(id, '1', 'approved');
    await decidedInGatepost(id, 'reject');
    await bothHave(id, 'spam', 'rejected');
    await decidedInGatepost(id, 'approve');
    await bothHave(id, '1', 'approved');
    await allDelivered();
    await cron();
    expect(await decisionsOf(id)).toHaveLength(4);
  });

  it('was first where both decided, and the other is told to look again', async () => {
    const id = await written('You are a moron, I say.');
    await site.configure({ ...constants(), GATEPOST_WEBHOOK_SECRET: '' });
    await decidedInGatepost(id, 'reject');
    await clicks(editor, 'approvecomment', { id });
    await bothHave(id, 'spam', 'rejected');
    const page = await editor.open('/wp-admin/edit-comments.php?comment_status=spam');
    expect(page).toContain('Somebody else decided first. Look again.');
    await site.configure(constants());
  });
});

describe('While Gatepost is away', () => {
  it.each([
    ['down', 'A comment from while nobody listened.', async () => gatepost.goesAway()],
    ['slow', 'A comment from while nobody answered.', async () => hangs()],
  ])('because it is %s, a comment is held, and sent later', async (_how, comment, away) => {
    await away();
    const id = await written(comment);
    expect(await inWordPress(id)).toBe('0');
    expect(await editor.open('/wp-admin/edit-comments.php')).toContain(
      'Waits to be sent to Gatepost.',
    );
    await gatepost.comesBack();
    await site.configure(constants());
    await eventually(async () => {
      await cron();
      expect([await inWordPress(id), await inGatepost(id)]).toEqual(['1', 'approved']);
    });
  });

  it('a click counts in WordPress at once, and in Gatepost later', async () => {
    const id = await written('You are a moron, whoever you are.');
    expect(await inWordPress(id)).toBe('0');
    await gatepost.goesAway();
    await clicks(editor, 'approvecomment', { id });
    expect(await inWordPress(id)).toBe('1');
    await gatepost.comesBack();
    await eventually(async () => {
      await cron();
      expect([await inWordPress(id), await inGatepost(id)]).toEqual(['1', 'approved']);
    });
  });

  it('or refuses the key, nothing is lost, and the administrator is told', async () => {
    await site.configure({ ...constants(), GATEPOST_KEY: 'gp_nobody_nothing' });
    const id = await written('A comment from while the key was wrong.');
    expect(await inWordPress(id)).toBe('0');
    expect(await editor.open('/wp-admin/')).toContain('Gatepost refuses the key.');
    await site.configure(constants());
    await eventually(async () => {
      await cron();
      expect([await inWordPress(id), await inGatepost(id)]).toEqual(['1', 'approved']);
    });
    expect(await editor.open('/wp-admin/')).not.toContain('Gatepost refuses the key.');
  });
});

const told = async (event: unknown, signedWith: string, seconds?: number): Promise<number> =>
  toldAt(`${site.url}${EVENTS}`, event, {
    secret: signedWith,
    ...(seconds !== undefined && { seconds }),
  });

describe('What is posted to the address for events', () => {
  it('counts only with a good signature, and not when it is old', async () => {
    const id = await written('Whoever can sign may decide about this comment.');
    const other = `whsec_${Buffer.alloc(24).toString('base64')}`;
    expect(await told(rejected(id, 9), other)).toBe(401);
    expect(await told(rejected(id, 9), secret, Date.now() / 1000 - 400)).toBe(401);
    expect(await inWordPress(id)).toBe('1');
    expect(await told(rejected(id, 9), secret)).toBe(204);
    expect(await inWordPress(id)).toBe('spam');
  });

  it('says nothing new when it comes again, or after what came later', async () => {
    const id = await written('This comment was rejected, and then it was approved.');
    expect(await told(rejected(id, 2), secret)).toBe(204);
    expect(await inWordPress(id)).toBe('spam');
    const approved = { ...rejected(id, 3), type: 'comment.approved' };
    approved.data.after.status = 'approved';
    expect(await told(approved, secret)).toBe(204);
    expect(await told(rejected(id, 2), secret)).toBe(204);
    expect(await inWordPress(id)).toBe('1');
  });
});

describe('All of this', () => {
  it('leaves nothing for PHP to complain of', async () => {
    expect(await site.complaints()).not.toContain('plugins/gatepost');
  });
});

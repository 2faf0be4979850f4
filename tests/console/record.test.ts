import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ADMIN_KEY, type Desk, openDesk, picture } from '../support/console/desk.js';
import { fillNewsroom } from '../support/console/newsroom.js';
import { violations } from '../support/console/violations.js';

interface Listed {
  readonly id: string;
  readonly version: number;
  readonly status: string;
}

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await fillNewsroom(desk);
});
afterAll(async () => desk.close());

const file = async (external_id: string): Promise<Listed> =>
  desk.call<Listed>('GET', `/v1/comments/${external_id}`);
const said = (page: Page, text: string) => page.locator('.toast').getByText(text).waitFor();

/** In both themes, the one after the other, on the page as it stands. */
async function violationsInBoth(page: Page): Promise<readonly string[]> {
  const light = await violations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(page);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark];
}

describe('the page of a comment', () => {
  it('has its revisions, decisions, appeals, notices, notes and what its author is told', async () => {
    const { version } = await file('5');
    await desk.call('POST', '/v1/comments/5/reject', {
      seen_version: version,
      reason: 'Please leave the person alone.',
      note: 'the third time',
    });
    const author = { author: 'otto', text: 'It was meant in fun, she knows me.' };
    await desk.call('POST', '/v1/comments/5/appeals', author);
    await desk.call('PATCH', '/v1/comments/5', {
      body: 'Only somebody who never drives there would close the road at noon.',
    });
    await desk.call('POST', '/v1/comments/5/notices', {
      notifier: { name: 'Ada', email: 'ada@example.org' },
      explanation: 'It says that I closed the road, which is a lie about me.',
      good_faith: true,
    });
    const page = await desk.open(ADMIN_KEY, '/console/comments/5');
    await page.locator('.diff del').getByText('complete idiot').waitFor();
    for (const text of [
      'Please leave the person alone.',
      'the third time',
      'It was meant in fun, she knows me.',
      'It says that I closed the road, which is a lie about me.',
      'otto@reader.example',
    ]) {
      await page.getByText(text).first().waitFor();
    }
    await page.locator('.statement').waitFor();
    await page.locator('.score').first().waitFor();
    await picture(page, 'console-comment');
    expect(await violationsInBoth(page)).toEqual([]);
    await page.context().close();
  });

  it('decides, says so, and takes it back; and stays true while others decide', async () => {
    const page = await desk.open(ADMIN_KEY, '/console/comments/11');
    await page.locator('.comment-main').waitFor();
    await page.getByRole('button', { name: 'Approve' }).click();
    await said(page, 'Approved: Jon Ashworth');
    await page.locator('.pane-told').getByText('Approved').waitFor();
    await page.locator('.history').getByRole('button', { name: 'Take back' }).click();
    await page.locator('.pane-told').getByText('Waiting').waitFor();
    const { version } = await file('11');
    await desk.call('POST', '/v1/comments/11/reject', { seen_version: version });
    await page.locator('.pane-told').getByText('Rejected').waitFor();
    await page.context().close();
  });

  it('says of a comment that is not there that it is not', async () => {
    const page = await desk.open(ADMIN_KEY, '/console/comments/cmt_none');
    await page.getByRole('alert').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});

describe('the page of an author', () => {
  it('explains the standing, and blocks and lets go', async () => {
    const page = await desk.open(ADMIN_KEY, '/console/authors/sam');
    await page.getByText('The rules were right').waitFor();
    await page.getByRole('button', { name: 'Warn' }).click();
    await page.locator('dialog textarea').fill('Please leave the mayor at peace.');
    await page.locator('dialog button[type=submit]').click();
    await page.getByText('Please leave the mayor at peace.').waitFor();
    await page.getByRole('button', { name: 'Block' }).click();
    await page.locator('dialog input[required]').fill('threatens');
    await page.locator('dialog button[type=submit]').click();
    await page.locator('.block-in-force').waitFor();
    const close = page.locator('.toast .icon-button');
    while ((await close.count()) > 0) await close.first().click();
    await picture(page, 'console-author');
    expect(await violationsInBoth(page)).toEqual([]);
    expect((await file('8')).status).toBe('rejected');
    await page.getByRole('button', { name: 'Lift the block' }).click();
    await page.locator('dialog button[type=submit]').click();
    await said(page, 'The block is lifted. Comments back: 1.');
    expect((await file('8')).status).toBe('pending');
    await page.context().close();
  });

  it('gives out and erases what is held, for administrators', async () => {
    const page = await desk.open(ADMIN_KEY, '/console/authors/deals');
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save all data' }).click();
    expect((await saved).suggestedFilename()).toMatch(/^aut_\w+\.json$/u);
    const name = (await saved).suggestedFilename().replace('.json', '');
    await page.getByRole('button', { name: 'Erase' }).click();
    const submit = page.locator('dialog button[type=submit]');
    expect(await submit.isDisabled()).toBe(true);
    await page.getByLabel(`To confirm, write ${name}`).fill(name);
    await submit.click();
    await said(page, 'being erased');
    const moderator = await desk.keyFor('Anna Weiss', 'moderate');
    const other = await desk.open(moderator, `/console/authors/${name}`);
    await other.getByText('The personal data was erased.').waitFor();
    expect(await other.getByRole('button', { name: 'Erase' }).count()).toBe(0);
    await Promise.all([page.context().close(), other.context().close()]);
  });
});

describe('the page of a thread', () => {
  it('closes and premoderates it, and has its comments by status in the address', async () => {
    const page = await desk.open(ADMIN_KEY, '/console/threads/bridge');
    await page.getByRole('switch', { name: /Open to comments/u }).click();
    await page.getByText('New comments are refused.').waitFor();
    await page.getByRole('switch', { name: /Read before it is shown/u }).click();
    await page.getByText('Every comment waits for a person.').waitFor();
    expect(await desk.call('GET', '/v1/threads/bridge')).toMatchObject({
      state: 'closed',
      premoderated: true,
    });
    await page.getByRole('button', { name: 'Approved' }).click();
    await page.getByText('The ferry could run').waitFor();
    expect(new URL(page.url()).search).toBe('?status=approved');
    await picture(page, 'console-thread');
    expect(await violationsInBoth(page)).toEqual([]);
    await page.context().close();
  });
});

describe('the search', () => {
  it('finds words whatever became of the comment, and marks them', async () => {
    const page = await desk.open(ADMIN_KEY, '/console/search');
    await page.getByRole('searchbox').fill('FERRY');
    await page.keyboard.press('Enter');
    await page.locator('.found').getByText('ferry').waitFor();
    expect(new URL(page.url()).search).toBe('?text=FERRY');
    await page.getByRole('searchbox').fill('jon');
    await page.keyboard.press('Enter');
    await page.locator('.people').getByText('Jon Ashworth').waitFor();
    await page.context().close();
  });

  it('is a link: filters in the address show the same to a colleague', async () => {
    const key = await desk.keyFor('Ben Okafor', 'moderate');
    const page = await desk.open(key, '/console/search?status=rejected&standard=profanity');
    await page.locator('.comment-card').first().waitFor();
    expect(await page.locator('.comment-card .status-rejected').count()).toBe(
      await page.locator('.comment-card').count(),
    );
    await picture(page, 'console-search');
    expect(await violationsInBoth(page)).toEqual([]);
    await page.locator('.comment-card-time').first().click();
    await page.locator('.comment-main').waitFor();
    await page.context().close();
  });
});

describe('these pages', () => {
  it.each(['comments/5', 'authors/otto', 'threads/bridge', 'search?text=bridge'])(
    'fit a phone without sideways scrolling: %s',
    async (path) => {
      const look = { width: 360, height: 740 };
      const page = await desk.open(ADMIN_KEY, `/console/${path}`, look);
      await page.locator('.page h1').waitFor();
      await page.locator('.loading').first().waitFor({ state: 'detached' });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    },
  );
});

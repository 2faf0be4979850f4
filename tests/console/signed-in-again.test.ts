import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Desk, openDesk } from '../support/console/desk.js';
import { fillNewsroom } from '../support/console/newsroom.js';

interface Notes {
  readonly notes: { readonly latest: readonly { body: string; created_by: string }[] };
}

let desk: Desk;
let ada: string;
let ben: string;
beforeAll(async () => {
  desk = await openDesk();
  await fillNewsroom(desk);
  ada = await desk.keyFor('Ada Byron', 'moderate');
  ben = await desk.keyFor('Ben Okafor', 'moderate');
});
afterAll(async () => desk.close());

const notesOn = async (comment: string): Promise<Notes['notes']['latest']> =>
  (await desk.call<Notes>('GET', `/v1/comments/${comment}`)).notes.latest;

/** Another tab of the browser exchanges a key for a session, and the cookie of all tabs with it. */
async function signInElsewhere(page: Page, key: string): Promise<void> {
  const headers = { authorization: `Bearer ${key}` };
  const answer = await page.context().request.post(`${desk.url}/v1/session`, { headers });
  expect(answer.status()).toBe(201);
}

async function signIn(page: Page, key: string): Promise<void> {
  await page.locator('#key').fill(key);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('main.content').waitFor();
}

async function signOut(page: Page): Promise<void> {
  await page.locator('.account summary').click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.locator('#key').waitFor();
}

/** Nobody is signed in any longer, which the page is told when something happens. */
async function endSession(page: Page): Promise<void> {
  await page.locator('.connection-on').waitFor();
  await page.context().clearCookies();
  await desk.call('POST', '/v1/comments', {
    thread: { external_id: 'bridge' },
    author: { external_id: 'somebody', name: 'Somebody' },
    body: 'You are a clueless moron.',
  });
  await page.getByText('Your session has ended.', { exact: false }).waitFor();
}

async function noticeOn(comment: string): Promise<string> {
  const { id } = await desk.call<{ id: string }>('POST', `/v1/comments/${comment}/notices`, {
    notifier: { name: 'Ida Rhodes', email: 'ida@reader.example' },
    url: `https://news.example/bridge#comment-${comment}`,
    explanation: 'It gives away where I live.',
    good_faith: true,
  });
  return `/console/notices/${id}`;
}

async function appealFor(comment: string): Promise<string> {
  const { version } = await desk.call<{ version: number }>('GET', `/v1/comments/${comment}`);
  await desk.call('POST', `/v1/comments/${comment}/reject`, { seen_version: version });
  const said = { author: 'otto', text: 'I meant the two teams.' };
  const { id } = await desk.call<{ id: string }>('POST', `/v1/comments/${comment}/appeals`, said);
  return `/console/appeals/${id}`;
}

async function writeNote(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Write one' }).click();
  await page.locator('dialog textarea').fill(text);
}

describe('a tab in which nobody signed in anew', () => {
  it('does what it is asked to, where the same person did so in another', async () => {
    const page = await desk.open(ada, '/console/comments/4');
    await page.locator('.comment-main').waitFor();
    await signInElsewhere(page, ada);
    await writeNote(page, 'From the first tab');
    await page.keyboard.press('Control+Enter');
    await page.locator('.toast').getByText('The note is saved.').waitFor();
    expect(await notesOn('4')).toMatchObject([{ body: 'From the first tab' }]);
    await page.context().close();
  });

  it('begins anew as somebody else, where they did, and does nothing in their name', async () => {
    const page = await desk.open(ada, '/console/comments/9');
    await page.locator('.comment-main').waitFor();
    await signInElsewhere(page, ben);
    await writeNote(page, 'Written by Ada');
    await page.keyboard.press('Control+Enter');
    await page.locator('.account-name').getByText('Ben Okafor').waitFor();
    await page.locator('.comment-main').waitFor();
    expect(await page.locator('dialog').count()).toBe(0);
    expect(await notesOn('9')).toEqual([]);
    await page.context().close();
  });

  it('asks once more, and not for ever', async () => {
    const page = await desk.open(ada, '/console/comments/11');
    await page.locator('.comment-main').waitFor();
    await signInElsewhere(page, ada);
    let sent = 0;
    await page.route('**/notes', async (route) => {
      sent += 1;
      const headers = { ...route.request().headers(), 'x-csrf-token': 'of another' };
      await route.continue({ headers });
    });
    await writeNote(page, 'Never stored');
    await page.keyboard.press('Control+Enter');
    await page.locator('dialog').getByRole('alert').waitFor();
    expect(sent).toBe(2);
    await page.context().close();
  });
});

describe('what somebody is writing', () => {
  it.each([
    { what: 'a note', path: async () => '/console/comments/4', open: 'Write one' },
    { what: 'a warning', path: async () => '/console/authors/sam', open: 'Warn' },
    { what: 'the answer to a notice', path: async () => noticeOn('8'), open: null },
    { what: 'the answer to an appeal', path: async () => appealFor('6'), open: null },
  ])('is there after the session has ended: $what', async ({ path, open }) => {
    const page = await desk.open(ada, await path());
    const field = page.locator('.content textarea[required]');
    const opened = async (): Promise<void> => {
      if (open !== null) await page.getByRole('button', { name: open }).first().click();
    };
    await opened();
    await field.fill('Half of a sentence');
    await endSession(page);
    await signIn(page, ben);
    await opened();
    expect(await field.inputValue()).toBe('');
    if (open !== null) await page.getByRole('button', { name: 'Cancel' }).click();
    await signOut(page);
    await signIn(page, ada);
    await opened();
    expect(await field.inputValue()).toBe('Half of a sentence');
    await page.context().close();
  });

  it('is gone once it is sent, or given up', async () => {
    const page = await desk.open(ada, '/console/comments/12');
    await writeNote(page, 'Of no use');
    await page.keyboard.press('Escape');
    await writeNote(page, 'Of use');
    await page.keyboard.press('Control+Enter');
    await page.locator('.toast').getByText('The note is saved.').waitFor();
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    await page.getByRole('button', { name: 'Write one' }).click();
    expect(await page.locator('dialog textarea').inputValue()).toBe('');
    await page.context().close();
  });

  it('is gone with whoever signs out', async () => {
    const page = await desk.open(ada, await noticeOn('3'));
    await page.getByLabel('Why; the notifier').fill('Half of a sentence');
    await page.getByLabel('Remove the comment').check();
    await page.getByLabel('Law and section').fill('Section 1');
    expect(await page.evaluate('sessionStorage.length')).toBe(1);
    await signOut(page);
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    await signIn(page, ada);
    expect(await page.getByLabel('Why; the notifier').inputValue()).toBe('');
    await page.context().close();
  });
});

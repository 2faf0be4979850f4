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

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ADMIN_KEY, type Desk, openDesk, picture } from '../support/console/desk.js';
import { violations } from '../support/console/violations.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => desk.close());

/** What axe says of the page as it stands, in both themes. */
async function inBothThemes(page: Page): Promise<readonly string[]> {
  const light = await violations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(page);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark];
}

describe('keys', () => {
  it('are made, shown once, good at once, and revoked', async () => {
    const page = await desk.open(ADMIN_KEY, '/console/keys');
    await page.getByRole('textbox', { name: 'Name' }).fill('Anna <b>(newsroom)</b>');
    await page.getByRole('button', { name: 'Make a key' }).click();
    const secret = await page.locator('.secret code').innerText();
    expect(secret).toMatch(/^gp_/u);
    const row = page.getByRole('row', { name: /Anna <b>\(newsroom\)<\/b>/u });
    await row.waitFor();
    expect(await inBothThemes(page)).toEqual([]);
    await picture(page, 'console-keys');

    const annas = await desk.open(secret);
    expect(await annas.getByRole('link', { name: 'Keys' }).count()).toBe(0);
    await row.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await row.waitFor({ state: 'detached' });
    await annas.reload();
    await annas.locator('.sign-in').waitFor();
    await Promise.all([annas.context().close(), page.context().close()]);
  });
});

describe('webhooks', () => {
  it('are made, tried, switched off and deleted, with what became of each delivery', async () => {
    const page = await desk.open(ADMIN_KEY, '/console/webhooks');
    await page.getByRole('textbox', { name: 'Address' }).fill('https://hooks.example.invalid/in');
    await page.getByRole('textbox', { name: 'What it is for' }).fill('the newsroom’s chat');
    await page.getByText('Only these').click();
    await page.getByRole('checkbox', { name: 'comment.held' }).check();
    await page.getByRole('button', { name: 'Add a webhook' }).click();
    await page.getByRole('link', { name: 'https://hooks.example.invalid/in' }).waitFor();
    // Shown this once, and so also once the webhook stands in the list.
    expect(await page.locator('.secret code').innerText()).toMatch(/^whsec_/u);
    await page.getByRole('link', { name: 'https://hooks.example.invalid/in' }).click();
    await page.getByRole('button', { name: 'Send a test' }).click();
    await page.getByText('The test: Given up.').waitFor();
    await page.locator('td button[aria-expanded]').first().click();
    await page.getByText(/Attempt 1: .*\(unreachable\)/u).waitFor();
    expect(await inBothThemes(page)).toEqual([]);
    await picture(page, 'console-webhook');

    await page.getByRole('button', { name: 'Switch off' }).click();
    await page.getByText('Off: switched off by an administrator').waitFor();
    await page.getByRole('button', { name: 'New secret' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'New secret' }).click();
    await page.locator('.secret code').waitFor();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Events are sent nowhere.').waitFor();
    await page.context().close();
  });
});

describe('the model', () => {
  it('says what it came with, and learns from moderators when asked to', async () => {
    const page = await desk.open(ADMIN_KEY, '/console/model');
    await page.getByText('Nothing was learnt yet.', { exact: false }).waitFor();
    expect(await page.locator('.model-metrics tbody tr').count()).toBeGreaterThan(3);
    await page.getByRole('button', { name: 'Learn now' }).click();
    await page.getByText('Version 1 is learnt.').waitFor();
    await page.getByRole('cell', { name: 'Too few decisions yet' }).waitFor();
    await page.getByRole('button', { name: 'Switch it off' }).click();
    await page.getByText('It is switched off', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Go on with the newest' }).click();
    expect(await inBothThemes(page)).toEqual([]);
    await picture(page, 'console-model');
    await page.context().close();
  });
});

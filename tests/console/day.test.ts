import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ADMIN_KEY, type Desk, openDesk, picture } from '../support/console/desk.js';
import { type FirstLoad, firstLoad } from '../support/console/first-load.js';
import { violations } from '../support/console/violations.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => desk.close());

const here = (page: Page) => page.locator('.row-here');
const connection = (page: Page) => page.locator('.connection');

async function submit(external_id: string, body: string): Promise<void> {
  await desk.call('POST', '/v1/comments', {
    external_id,
    thread: { external_id: 'bridge', title: 'The old bridge closes' },
    author: { external_id: `reader of ${external_id}`, name: `Reader of ${external_id}` },
    body,
  });
}

describe('a day at the desk', () => {
  it('begins on an empty console, with a key for the CMS and the line to paste', async () => {
    const page = await desk.open(ADMIN_KEY);
    await page.getByRole('heading', { name: 'No comment has come yet' }).waitFor();
    await picture(page, 'console-first-run');
    await page.getByRole('button', { name: 'Make one now' }).click();
    await page.getByText('The key for your CMS is in the line.', { exact: false }).waitFor();
    const line = await page.locator('.first-run pre').innerText();
    const [, key = ''] = /Bearer (gp_[\w-]+)/u.exec(line) ?? [];
    const [, body = ''] = /-d '(.*)'/u.exec(line) ?? [];
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const answer = await fetch(`${desk.url}/v1/comments`, { method: 'POST', headers, body });
    expect(answer.status).toBe(201);
    await here(page).waitFor();
    expect(await here(page).innerText()).toContain('Robin');
    await page.keyboard.press('a');
    await page.locator('.toast').getByText('Approved: Robin').waitFor();
    await page.context().close();
  });

  it('goes on when the service was killed and came back, with the same session', async () => {
    await submit('before', 'What a moron you are.');
    const page = await desk.open(ADMIN_KEY);
    await here(page).waitFor();
    await page.locator('.connection-on').waitFor();
    await desk.restart();
    await page.locator('.connection-on').waitFor();
    expect(await connection(page).getAttribute('title')).toBe('Live');
    await submit('after', 'You clueless idiot.');
    await page.getByRole('button', { name: '1 new' }).click();
    await page.locator('.row', { hasText: 'Reader of after' }).waitFor();
    await page.keyboard.press('a');
    await page.locator('.toast').getByText(/Approved/u).waitFor();
    await page.context().close();
  });
});

describe('signing in', () => {
  it('tells a wrong key and one that is only for a CMS from a good one', async () => {
    const page = await desk.browser.newPage();
    await page.goto(`${desk.url}/console/`);
    const key = page.getByRole('textbox', { name: 'Your key' });
    await key.fill('gp_wrong_key');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('The key is unknown, wrong or revoked.').waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'console-sign-in');
    await key.fill(await desk.keyFor('our CMS', 'submit'));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('This key may only submit comments.', { exact: false }).waitFor();
    await key.fill(ADMIN_KEY);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.locator('.content').waitFor();
    await page.close();
  });

  it('leaves no key and no session where a script could read it', async () => {
    const page = await desk.open(ADMIN_KEY);
    const kept = '[document.cookie, ...Object.values(localStorage), ...Object.values(sessionStorage)]';
    expect((await page.evaluate<string[]>(kept)).join('')).not.toMatch(/gp/u);
    await page.context().close();
  });

  it('ends with the session, says so, and goes on where one was', async () => {
    const key = await desk.keyFor('Gone Tomorrow', 'moderate');
    const page = await desk.open(key, '/console/search');
    await page.context().clearCookies();
    // Something happens, the page asks anew, and is told that nobody is signed in.
    await submit('meanwhile', 'What a moron you are.');
    await page.getByText('Your session has ended.', { exact: false }).waitFor();
    await page.locator('#key').fill(key);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.locator('.content').waitFor();
    expect(new URL(page.url()).pathname).toBe('/console/search');
    await page.context().close();
  });
});

const KILOBYTE = 1_000;
const FIRST_LOAD_KB_MAX = 120;

describe('the first load', () => {
  it('fits into 120 kB, and is usable soon', async () => {
    const loads: FirstLoad[] = [];
    for (let time = 0; time < 5; time += 1) loads.push(await firstLoad(desk, ADMIN_KEY));
    const median = (of: (load: FirstLoad) => number): number =>
      loads.map(of).sort((one, other) => one - other)[2] ?? NaN;
    const kilobytes = median(({ bytes }) => bytes) / KILOBYTE;
    const signIn = median(({ signInMilliseconds }) => signInMilliseconds);
    const queue = median(({ queueMilliseconds }) => queueMilliseconds);
    process.stdout.write(
      `first load of the console, cold cache, medians of 5: ${kilobytes.toFixed(1)} kB over the ` +
        `wire; the form to sign in after ${signIn.toFixed(0)} ms; the queue with its first comment ` +
        `${queue.toFixed(0)} ms after a reload while signed in\n`,
    );
    expect(kilobytes).toBeLessThan(FIRST_LOAD_KB_MAX);
  });
});

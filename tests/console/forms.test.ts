import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ADMIN_KEY, type Desk, openDesk } from '../support/console/desk.js';
import { fillNewsroom } from '../support/console/newsroom.js';

/** Any form takes them, one that asks for an address too. */
const EARLIER = 'https://earlier.example/text';
const AT_ONCE = 'https://at-once.example/text';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await fillNewsroom(desk);
});
afterAll(async () => desk.close());

/** Waits for a request that writes. */
const written = async (page: Page): Promise<Request> =>
  page.waitForRequest((request) => !['GET', 'HEAD'].includes(request.method()));

/**
 * Puts a text in place of what the field has and sends the form before the page can be painted,
 * as a text expander does that presses Enter itself.
 */
async function sendAtOnce(page: Page, field: string, text: string): Promise<void> {
  await page.locator(field).fill(EARLIER);
  await page.locator(field).focus();
  await page.evaluate(`(async () => {
    const field = document.activeElement;
    field.select();
    document.execCommand('insertText', false, ${JSON.stringify(text)});
    for (let turn = 0; turn < 10; turn += 1) await null;
    field.form.requestSubmit();
  })()`);
}

describe('a form', () => {
  it.each([
    { path: '/console/comments/11', name: 'Write one', field: 'dialog textarea' },
    { path: '/console/authors/sam', name: 'Warn', field: 'dialog textarea' },
    { path: '/console/authors/sam', name: 'Block', field: 'dialog input[required]' },
    { path: '/console/blocks', name: 'New block', field: 'dialog input[maxlength="320"]' },
    { path: '/console/keys', name: null, field: '.keys-form input' },
    { path: '/console/webhooks', name: null, field: '.webhooks-form input[type=url]' },
  ])('sends what is written in it when it is sent: $path $name', async ({ path, name, field }) => {
    const page = await desk.open(ADMIN_KEY, path);
    if (name !== null) await page.getByRole('button', { name }).first().click();
    for (const each of await page.locator('dialog input[required]').all()) await each.fill(EARLIER);
    const request = written(page);
    await sendAtOnce(page, field, AT_ONCE);
    expect((await request).postData()).toContain(AT_ONCE);
    await page.context().close();
  });

  it('sends with a block that is lifted what is written when it is lifted', async () => {
    const block = { kind: 'name', value: 'A loud name', reason: 'Noise' };
    const { id } = await desk.call<{ id: string }>('POST', '/v1/blocks', block);
    const page = await desk.open(ADMIN_KEY, `/console/blocks/${id}`);
    const request = written(page);
    await sendAtOnce(page, '.block-lift input[maxlength]', AT_ONCE);
    expect(new URL((await request).url()).searchParams.get('reason')).toBe(AT_ONCE);
    await page.context().close();
  });

  it('is sent once, however often one sends it before there is an answer', async () => {
    const page = await desk.open(ADMIN_KEY, '/console/comments/4');
    await page.getByRole('button', { name: 'Write one' }).click();
    await page.locator('dialog textarea').fill('Once and no more');
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let sent = 0;
    await page.route('**/notes', async (route) => {
      sent += 1;
      await held;
      await route.continue();
    });
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('Control+Enter');
    release();
    await page.locator('.toast').getByText('The note is saved.').waitFor();
    expect(sent).toBe(1);
    await page.context().close();
  });
});

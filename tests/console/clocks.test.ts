import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ADMIN_KEY, type Desk, openDesk } from '../support/console/desk.js';
import { submit } from '../support/console/submit.js';

const QUEUE = '/console/queue';
const TWO_HOURS = 120;
/** A claim of the console lasts a quarter of an hour. */
const CLAIM_OVER = '15:01';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => desk.close());

const rowOf = (page: Page, external_id: string) =>
  page.locator('.row', { hasText: `Reader of ${external_id}` });

describe('a browser whose clock is wrong', () => {
  it.each([
    { name: 'slow', ahead: -TWO_HOURS },
    { name: 'fast', ahead: TWO_HOURS },
  ])('and $name is told of newcomers, and how long ago they came', async ({ name, ahead }) => {
    await submit(desk, `before ${name}`);
    const page = await desk.open(ADMIN_KEY, QUEUE, { ahead });
    await rowOf(page, `before ${name}`).waitFor();
    await page.locator('.connection-on').waitFor();
    await submit(desk, `new ${name}`);
    await page.getByRole('button', { name: '1 new' }).click();
    const age = rowOf(page, `new ${name}`).locator('.row-age');
    expect(await age.innerText()).toMatch(/^(now|1 min ago)$/u);
    await page.context().close();
  });

  it('and fast shows a colleague’s claim', async () => {
    const { comment } = await submit(desk, 'claimed');
    const page = await desk.open(await desk.keyFor('Ben Okafor', 'moderate'), QUEUE, {
      ahead: TWO_HOURS,
    });
    await rowOf(page, 'claimed').locator('.row-open').click();
    await page.locator('.connection-on').waitFor();
    await desk.call('POST', `/v1/queue/claims/${comment.id}`, { minutes: 15 });
    await rowOf(page, 'claimed').locator('.tag-claimed').waitFor();
    await page.locator('.pane-told .tag-claimed').waitFor();
    await page.context().close();
  });
});

describe('a claim that runs out while one looks', () => {
  it('is shown no longer, and can be taken again by the same key', async () => {
    const { comment } = await submit(desk, 'theirs');
    await submit(desk, 'mine');
    await desk.call('POST', `/v1/queue/claims/${comment.id}`, { minutes: 15 });
    const page = await desk.open(await desk.keyFor('Anna Weiss', 'moderate'), QUEUE, { ahead: 0 });
    await rowOf(page, 'theirs').locator('.tag-claimed').waitFor();
    await rowOf(page, 'mine').locator('.row-open').click();
    await page.keyboard.press('c');
    await rowOf(page, 'mine').locator('.tag-mine').waitFor();
    await page.locator('.action-bar').getByRole('button', { name: 'Give back' }).waitFor();
    // From here on a quarter of an hour passes in the browser alone.
    await page.route('**/v1/**', () => undefined);
    await page.clock.fastForward(CLAIM_OVER);
    await page.locator('.action-bar').getByRole('button', { name: 'Take' }).waitFor();
    expect(await page.locator('.tag-mine, .tag-claimed').count()).toBe(0);
    const asked = page.waitForRequest(/\/v1\/queue\/claims\//u);
    await page.keyboard.press('c');
    expect((await asked).method()).toBe('POST');
    await page.context().close();
  });
});

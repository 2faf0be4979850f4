import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Desk, openDesk } from '../support/console/desk.js';
import { submit } from '../support/console/submit.js';
import { hidden, turn } from '../support/console/tabs.js';

/** More than the six connections that a browser has to one place, for all of its tabs. */
const TABS = 8;

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => desk.close());

describe('many tabs of the console', () => {
  it('are read by the browser, because those that nobody sees hold no connection', async () => {
    await submit(desk, 'many');
    const page = await desk.open(await desk.keyFor('Mira Sand', 'moderate'), '/console/queue');
    await page.locator('.connection-on').waitFor();
    await page.context().addInitScript(hidden(true));
    for (let count = 0; count < TABS; count += 1) {
      const tab = await page.context().newPage();
      await tab.goto(`${desk.url}/console/queue`);
      await tab.locator('.row-here').waitFor();
    }
    await page.context().close();
  });

  it('hear, when one comes back to them, first what happened meanwhile', async () => {
    const { comment } = await submit(desk, 'meanwhile');
    const page = await desk.open(await desk.keyFor('Nora Feld', 'moderate'), '/console/queue');
    await page.locator('.connection-on').waitFor();
    await page.getByRole('button', { name: /Reader of meanwhile/u }).click();
    await submit(desk, 'heard');
    await page.getByRole('button', { name: '1 new' }).waitFor();
    const head = await desk.call<{ sequence: number }>('GET', '/v1/audit/head');
    await turn(page, 'away');
    await page.locator('.connection:not(.connection-on)').waitFor();
    const { id, version } = comment;
    await desk.call('POST', `/v1/comments/${id}/approve`, { seen_version: version });
    expect(await page.locator('.pane-fate').count()).toBe(0);
    // From the last that was heard on.
    const stream = page.waitForRequest(`**/v1/events?last_event_id=${head.sequence}`);
    await turn(page, 'back');
    await stream;
    await page.locator('.pane-fate').getByText('Approved').waitFor();
    await page.locator('.connection-on').waitFor();
    await page.context().close();
  });
});

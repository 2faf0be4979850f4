import { afterAll, beforeAll, expect, it } from 'vitest';

import { type Desk, openDesk } from '../support/console/desk.js';
import { submit } from '../support/console/submit.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => desk.close());

it('A page that knows a place beyond the end of the record hears again what happens', async () => {
  const key = await desk.keyFor('Mira Sand', 'moderate');
  const page = await desk.open(key, '/console/queue');
  await page.locator('.connection-on').waitFor();
  // As the record was when the page was opened, before it was restored from a backup.
  const lost = JSON.stringify({ sequence: 999_999, hash: '0'.repeat(64) });
  const head = { contentType: 'application/json', body: lost };
  await page.route('**/v1/audit/head', async (route) => route.fulfill(head), { times: 1 });
  const refused = page.waitForResponse(/last_event_id=999999/u);
  await page.reload();
  expect((await refused).status()).toBe(400);
  await page.locator('.connection-on').waitFor();
  await submit(desk, 'after');
  await page.getByText('1 new').or(page.getByText('Reader of after')).first().waitFor();
  await page.context().close();
});

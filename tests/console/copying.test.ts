import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ADMIN_KEY, type Desk, openDesk } from '../support/console/desk.js';

const BODY = 'You are a clueless moron, and so is everybody who goes there.';

/** As somebody does who draws the mouse over all of the text. */
const SELECTED = `(() => {
  getSelection().selectAllChildren(document.querySelector('.pane-text'));
  return getSelection().toString().trim();
})()`;

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => desk.close());

describe('a comment’s text', () => {
  it('is copied as its author wrote it, without the numbers of the marks', async () => {
    await desk.call('POST', '/v1/comments', {
      external_id: 'copied',
      thread: { external_id: 'bridge' },
      author: { external_id: 'reader', name: 'Reader' },
      body: BODY,
    });
    const page = await desk.open(ADMIN_KEY, '/console/queue');
    await page.locator('.pane-text .mark-number').first().waitFor();
    expect(await page.evaluate(SELECTED)).toBe(BODY);
    await page.context().close();
  });
});

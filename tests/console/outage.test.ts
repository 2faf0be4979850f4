import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ADMIN_KEY, type Desk, openDesk } from '../support/console/desk.js';
import { fillNewsroom } from '../support/console/newsroom.js';

/** Longer than what was read counts as fresh. */
const LATER_MILLISECONDS = 10_000;
/** The page waits before each try, and longer before the next. */
const TURN_MILLISECONDS = 1_000;

const WRITTEN = 'Half of a sentence that somebody thought about';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await fillNewsroom(desk);
});
afterAll(async () => desk.close());

/** The service is gone when somebody comes back to the page, which asks anew for what it shows. */
async function outage(page: Page): Promise<void> {
  await page.route('**/v1/**', (route) => route.abort());
  await page.clock.runFor(LATER_MILLISECONDS);
  await page.evaluate(`document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))`);
  const problem = page.getByRole('alert').getByText('The service does not answer').first();
  while (!(await problem.isVisible())) await page.clock.runFor(TURN_MILLISECONDS);
}

/** A page whose clock the test turns. */
async function open(path: string): Promise<Page> {
  const page = await desk.open(ADMIN_KEY, '/console/keys');
  await page.clock.install();
  await page.goto(`${desk.url}${path}`);
  return page;
}

async function noticed(): Promise<string> {
  const { id } = await desk.call<{ id: string }>('POST', '/v1/comments/8/notices', {
    notifier: { name: 'Ada Byron', email: 'ada@reader.example' },
    url: 'https://news.example/bridge#comment-8',
    explanation: 'It gives away where I live.',
    good_faith: true,
  });
  return id;
}

async function appealed(): Promise<string> {
  const { version } = await desk.call<{ version: number }>('GET', '/v1/comments/6');
  await desk.call('POST', '/v1/comments/6/reject', { seen_version: version });
  const said = { author: 'otto', text: 'I meant the two teams.' };
  return (await desk.call<{ id: string }>('POST', '/v1/comments/6/appeals', said)).id;
}

describe('an outage of the service', () => {
  it('leaves the answer to a notice that somebody is writing', async () => {
    const page = await open(`/console/notices/${await noticed()}`);
    const reason = page.getByLabel('Why; the notifier');
    await reason.fill(WRITTEN);
    await outage(page);
    expect(await reason.inputValue()).toBe(WRITTEN);
    await page.context().close();
  });

  it('leaves the answer to an appeal, also where its list is asked for otherwise', async () => {
    const page = await open(`/console/appeals/${await appealed()}`);
    const reason = page.getByLabel('Why; the author reads it');
    await reason.fill(WRITTEN);
    await outage(page);
    await page.getByRole('button', { name: 'All' }).click();
    await page.locator('.two-list').getByRole('alert').waitFor();
    expect(await reason.inputValue()).toBe(WRITTEN);
    await page.unroute('**/v1/**');
    await page.locator('.two-list').getByRole('button', { name: 'Try again' }).click();
    await page.locator('.two-list').getByText('two teams').waitFor();
    await page.context().close();
  });

  it.each([
    ['/console/comments/11', 'Write one', '.not-renewed'],
    ['/console/authors/sam', 'Warn', '.not-renewed'],
    ['/console/blocks', 'New block', '.two-list .problem'],
  ])('leaves what somebody is writing on %s', async (path, name, problem) => {
    const field = 'dialog [required][maxlength="500"], dialog textarea';
    const page = await open(path);
    await page.getByRole('button', { name }).first().click();
    await page.locator(field).fill(WRITTEN);
    await outage(page);
    expect(await page.locator(field).inputValue()).toBe(WRITTEN);
    await page.unroute('**/v1/**');
    await page.keyboard.press('Escape');
    await page.locator(problem).getByRole('button', { name: 'Try again' }).click();
    await page.locator(problem).waitFor({ state: 'detached' });
    await page.context().close();
  });

  it.each(['webhooks', 'keys'])('leaves what an administrator is writing of %s', async (place) => {
    const page = await open(`/console/${place}`);
    await page.locator('.content input[required]').first().fill('https://cms.example/hook');
    await outage(page);
    const kept = await page.locator('.content input[required]').first().inputValue();
    expect(kept).toBe('https://cms.example/hook');
    await page.context().close();
  });
});

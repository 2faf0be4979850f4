import type { Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ADMIN_KEY, type Desk, openDesk, picture } from '../support/console/desk.js';
import { fillNewsroom } from '../support/console/newsroom.js';
import { violations } from '../support/console/violations.js';

const NOTICES = '/console/notices';

interface Notice {
  readonly id: string;
  readonly status: string;
  readonly answer: string | null;
}

let desk: Desk;

async function noticed(comment: string, said: object): Promise<Notice> {
  return desk.call('POST', `/v1/comments/${comment}/notices`, {
    notifier: { name: 'Ada Byron', email: 'ada@reader.example' },
    url: `https://news.example/bridge#comment-${comment}`,
    explanation: 'It gives away where I live, so that people can come to my door.',
    good_faith: true,
    ...said,
  });
}

beforeAll(async () => {
  desk = await openDesk();
  await fillNewsroom(desk);
});
afterAll(async () => desk.close());

describe('notices of illegal content', () => {
  it('are removed on the law that they name, and the notifier’s answer is shown', async () => {
    const { id } = await noticed('8', { law: 'Section 126a of the criminal code' });
    const flagger = { name: 'Hate Aid Office', email: 'office@flagger.example' };
    await noticed('12', { notifier: flagger, trusted_flagger: true });
    const page = await desk.open(await desk.keyFor('Ben Okafor', 'moderate'), NOTICES);
    await page.locator('.two-item').getByText('Trusted flagger').waitFor();
    await page.getByRole('link', { name: /Ada Byron/u }).click();
    await page.getByText('14 Elm Street').first().waitFor();
    await page.locator('.glance .counts').waitFor();
    await picture(page, 'console-notices');
    await page.getByLabel('Remove the comment').check();
    expect(await page.getByLabel('Law and section').inputValue()).toContain('126a');
    await page.getByLabel('Why; the notifier').fill('It says where somebody lives.');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Answer the notice' }).click();
    await page.locator('.toast').getByText('The comment was removed.').waitFor();
    await page.getByRole('heading', { name: 'Hate Aid Office' }).waitFor();
    await page.goto(`${desk.url}${NOTICES}/${id}`);
    await page.locator('.notice-answer').getByText('A person decided this').waitFor();
    expect(await desk.call<Notice>('GET', `/v1/notices/${id}`)).toMatchObject({ status: 'removed' });
    await page.context().close();
  });

  it('are not answered about a text that the moderator did not see', async () => {
    const { id } = await noticed('6', { law: 'None that I know' });
    const page = await desk.open(ADMIN_KEY, NOTICES);
    await page.clock.install();
    await page.goto(`${desk.url}${NOTICES}/${id}`);
    await page.getByLabel('Keep it').check();
    await page.getByLabel('Why; the notifier').fill('It says nothing of the kind.');
    await desk.call('PATCH', '/v1/comments/6', { body: 'The referee was late, too.' });
    // Somebody comes back to the page, which asks anew for what it shows.
    await page.clock.runFor(60_000);
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))");
    await page.getByText('The referee was late, too.').first().waitFor();
    await page.getByRole('button', { name: 'Answer the notice' }).click();
    await page.locator('.conflict').getByText('Look at it').waitFor();
    expect(await desk.call<Notice>('GET', `/v1/notices/${id}`)).toMatchObject({ status: 'open' });
    await page.getByRole('button', { name: 'Answer the notice' }).click();
    await page.locator('.toast').getByText('The notice was not followed.').waitFor();
    await page.context().close();
  });

  it('are kept with a reason; who comes second is told what came of it', async () => {
    const { id } = await noticed('4', { law: 'None that I know' });
    const page = await desk.open(ADMIN_KEY, `${NOTICES}/${id}`);
    await page.getByLabel('Keep it').check();
    await page.getByLabel('Why; the notifier').fill('It asks a question.');
    const decide = async (route: Route): Promise<void> => {
      const body = { action: 'keep', reason: 'Nothing in it is illegal.', seen_version: 1 };
      await desk.call('POST', `/v1/notices/${id}/decide`, body);
      await route.continue();
    };
    await page.route('**/decide', decide, { times: 1 });
    await page.getByRole('button', { name: 'Answer the notice' }).click();
    await page.locator('.toast').getByText('Somebody else has answered').waitFor();
    await page.locator('.notice-answer').getByText('Nothing in it is illegal.').first().waitFor();
    await page.context().close();
  });

  it('are calm in the dark, and fit a phone', async () => {
    const dark = await desk.open(ADMIN_KEY, `${NOTICES}?status=all`, { theme: 'dark' });
    await dark.locator('.two-item').last().click();
    await dark.locator('.glance .counts').waitFor();
    expect(await violations(dark)).toEqual([]);
    await dark.context().close();
    const phone = await desk.open(ADMIN_KEY, NOTICES, { width: 360, height: 740 });
    await phone.locator('.two-item').first().click();
    await phone.locator('.glance .counts').waitFor();
    await picture(phone, 'console-notices-phone');
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await phone.context().close();
  });
});

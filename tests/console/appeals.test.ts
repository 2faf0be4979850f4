import type { Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ADMIN_KEY, type Desk, openDesk, picture } from '../support/console/desk.js';
import { fillNewsroom } from '../support/console/newsroom.js';
import { violations } from '../support/console/violations.js';

const APPEALS = '/console/appeals';

interface Appeal {
  readonly id: string;
  readonly status: string;
  readonly outcome_reason: string | null;
}

let desk: Desk;
let anna: string;
let ben: string;

/** Anna rejects a comment of the newsroom, and its author appeals. */
async function appealed(comment: string, author: string, text: string): Promise<Appeal> {
  const file = await desk.call<{ version: number }>('GET', `/v1/comments/${comment}`);
  const answer = await fetch(`${desk.url}/v1/comments/${comment}/reject`, {
    method: 'POST',
    headers: { authorization: `Bearer ${anna}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      seen_version: file.version,
      reason: 'Please answer the argument and leave the person alone.',
      standard: 'personal_attack',
      note: 'third time this week',
    }),
  });
  expect(answer.status).toBe(200);
  return desk.call('POST', `/v1/comments/${comment}/appeals`, { author, text });
}

beforeAll(async () => {
  desk = await openDesk();
  await fillNewsroom(desk);
  anna = await desk.keyFor('Anna Weiss', 'moderate');
  ben = await desk.keyFor('Ben Okafor', 'moderate');
});
afterAll(async () => desk.close());

describe('appeals', () => {
  it('come in by themselves, with both sides, and are answered with a reason', async () => {
    const page = await desk.open(ben, APPEALS);
    await page.getByText('No appeal waits for an answer').waitFor();
    const { id } = await appealed('6', 'otto', 'I meant the two teams, <b>not</b> the readers.');
    await appealed('10', 'ruth', 'It is about the bridge, and about nobody.');
    await page.getByRole('link', { name: /otto_1954.*two teams/su }).click();
    await page.getByRole('heading', { name: 'otto_1954' }).waitFor();
    await page.locator('.history').getByText('Anna Weiss').waitFor();
    await page.getByText('The reasons that the author was given').click();
    await page.locator('.appeal-statement .card').waitFor();
    await page.locator('.glance .counts').waitFor();
    await page.getByText('The reasons that the author was given').click();
    await picture(page, 'console-appeals');
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Why; the author reads it').fill('It was about the teams.');
    await page.getByRole('button', { name: 'Overturn and' }).click();
    await page.locator('.toast').getByText('The decision is overturned').waitFor();
    // What waits next is there, and the focus with it.
    await page.getByRole('heading', { name: 'רות לוי' }).waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('appeal-heading');
    expect(await desk.call<Appeal>('GET', `/v1/appeals/${id}`)).toMatchObject({
      ...{ status: 'overturned', outcome_reason: 'It was about the teams.' },
    });
    await page.context().close();
  });

  it('are not answered by whoever decided, while others could', async () => {
    const page = await desk.open(anna, APPEALS);
    await page.getByRole('link', { name: /רות לוי/u }).click();
    await page.getByText('This decision is yours').waitFor();
    await page.getByLabel('Why; the author reads it').fill('No.');
    await page.getByRole('button', { name: 'The decision stays' }).click();
    await page.getByText('one of them has to answer').waitFor();
    await page.context().close();
  });

  it('show what happened where somebody was quicker', async () => {
    const { id } = await appealed('9', 'lena', 'It is the truth.');
    const page = await desk.open(ben, `${APPEALS}/${id}`);
    await page.getByLabel('Why; the author reads it').fill('It stays.');
    await page.route('**/v1/events*', (route) => route.abort());
    const versionNow = async (): Promise<number> =>
      (await desk.call<{ version: number }>('GET', '/v1/comments/9')).version;
    // Another decision about the comment, of which this page does not hear.
    const decide = async (route: Route): Promise<void> => {
      const body = { seen_version: await versionNow(), reason: 'For another reason.' };
      await desk.call('POST', '/v1/comments/9/reject', body);
      await route.continue();
    };
    await page.route('**/resolve', decide, { times: 1 });
    await page.getByRole('button', { name: 'The decision stays' }).click();
    await page.locator('.conflict').getByText('For another reason.').waitFor();
    expect(await violations(page)).toEqual([]);
    const resolve = async (route: Route): Promise<void> => {
      const body = { outcome: 'upheld', reason: 'By the editor.', seen_version: await versionNow() };
      await desk.call('POST', `/v1/appeals/${id}/resolve`, body);
      await route.continue();
    };
    await page.route('**/resolve', resolve, { times: 1 });
    await page.getByRole('button', { name: 'The decision stays' }).click();
    await page.locator('.appeal-answer').getByText('By the editor.').waitFor();
    await page.context().close();
  });

  it('are calm in the dark, and fit a phone', async () => {
    const dark = await desk.open(ADMIN_KEY, `${APPEALS}?status=all`, { theme: 'dark' });
    await dark.locator('.two-item').first().click();
    await dark.locator('.glance .counts').waitFor();
    await picture(dark, 'console-appeals-dark');
    expect(await violations(dark)).toEqual([]);
    await dark.context().close();
    const phone = await desk.open(ADMIN_KEY, `${APPEALS}?status=all`, { width: 360, height: 740 });
    await phone.locator('.two-item').first().click();
    await phone.locator('.glance .counts').waitFor();
    await picture(phone, 'console-appeals-phone');
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(await violations(phone)).toEqual([]);
    await phone.locator('.two-back').click();
    await phone.locator('.two-item').first().waitFor();
    await phone.context().close();
  });
});

import { readFile } from 'node:fs/promises';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ADMIN_KEY, type Desk, openDesk, picture } from '../support/console/desk.js';
import { fillMonth, MONTH } from '../support/console/month.js';
import { violations } from '../support/console/violations.js';

interface Comment {
  readonly comment: { readonly id: string; readonly version: number };
}

const STATISTICS = '/console/statistics';
const HELD = 'You are a clueless moron, says number';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => desk.close());

async function submit(body: string, section: string): Promise<Comment['comment']> {
  const { comment } = await desk.call<Comment>('POST', '/v1/comments', {
    thread: { external_id: section, title: `=About ${section}`, section },
    author: { external_id: `author of ${body}`, name: 'Robin' },
    body,
  });
  return comment;
}

const figure = (page: Page, heading: string) =>
  page.locator('.figure').filter({ has: page.getByRole('heading', { name: heading }) });

async function cells(page: Page, heading: string): Promise<readonly string[]> {
  await figure(page, heading).getByRole('button', { name: `Table: ${heading}` }).click();
  return figure(page, heading).locator('tbody tr').allInnerTexts();
}

describe('the statistics of a month', () => {
  it('are drawn and listed by day, by rule and by moderator', async () => {
    const month = await openDesk({}, fillMonth);
    const address = `${STATISTICS}?first=${MONTH.first}&last=${MONTH.last}&zone=Europe/Vienna`;
    const page = await month.open(ADMIN_KEY, address);
    await figure(page, 'Appeals').locator('canvas').waitFor();
    await picture(page, 'console-statistics');
    await figure(page, 'Time to decision').locator('.plot-canvas').hover();
    await figure(page, 'Time to decision').locator('.plot-at').waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page)).toEqual([]);
    expect(await cells(page, 'Volume')).toHaveLength(28);
    await page.getByRole('button', { name: 'Moderator', exact: true }).click();
    await page.locator('.bars li', { hasText: 'Anna Gruber' }).waitFor();
    const moderators = await cells(page, 'By moderator');
    expect(moderators.map((row) => row.split('\t')[0])).toEqual(['Ben Ito', 'Anna Gruber']);
    await month.close();
  });
});

describe('the statistics', () => {
  it('say of an empty site that there is nothing, and hold', async () => {
    const page = await desk.open(ADMIN_KEY, STATISTICS);
    await figure(page, 'Volume').getByText('Nothing in this period.').waitFor();
    await figure(page, 'Age of the queue').getByText('Nothing in this period.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it('draw what happened, with a table and a file behind each picture', async () => {
    for (let number = 0; number < 12; number += 1) {
      await submit(`A word about the matter, number ${number} of them.`, 'sport');
      const held = await submit(`${HELD} ${number}.`, 'local');
      if (number > 8) continue;
      const action = number % 3 === 0 ? 'approve' : 'reject';
      const seen = { seen_version: held.version };
      await desk.call('POST', `/v1/comments/${held.id}/${action}`, seen);
    }
    const page = await desk.open(ADMIN_KEY, `${STATISTICS}?days=7&zone=Europe/Vienna`);
    await figure(page, 'Volume').locator('canvas').waitFor();
    expect(await violations(page)).toEqual([]);
    const days = await cells(page, 'Volume');
    expect(days).toHaveLength(7);
    // Midnight may pass while it is filled.
    const sums = [0, 1, 2, 3].map((at) =>
      days.reduce((sum, day) => sum + Number(day.split('\t')[at + 1]), 0),
    );
    expect(sums).toEqual([12, 12, 0, 24]);
    const ages = await cells(page, 'Age of the queue');
    expect(ages[0]?.replace(/\s+/gu, ' ')).toBe('< 5 mins 3');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV: By thread' }).click(),
    ]);
    const text = await readFile(await file.path(), 'utf8');
    // A title that a spreadsheet would take for a formula stays a text.
    expect(text).toMatch(/^\ufeffThread,Came in,/u);
    expect(text).toContain("'=About sport,12,12,0,0,");
    await page.context().close();
  });

  it('say how precise a rule is, and lead to it', async () => {
    const page = await desk.open(ADMIN_KEY, STATISTICS);
    const row = page.locator('.precision li', { hasText: 'Personal attacks' });
    expect((await row.innerText()).replace(/\s+/gu, ' ')).toContain('66.7% of 9');
    await row.getByRole('link').click();
    await page.getByRole('button', { name: 'Personal attacks', expanded: true }).waitFor();
    await page.context().close();
  });

  it('keep days, zone and group in the address, which can be sent on', async () => {
    const page = await desk.open(ADMIN_KEY, STATISTICS);
    await page.getByRole('button', { name: '90 days' }).click();
    await page.getByLabel('Time zone of the days').fill('Pacific/Auckland');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Section', exact: true }).click();
    await page.locator('.bars li', { hasText: 'sport' }).waitFor();
    const { search } = new URL(page.url());
    expect(search).toContain('days=90');
    expect(search).toContain('zone=Pacific%2FAuckland');
    const colleague = await desk.open(ADMIN_KEY, `${STATISTICS}${search}`);
    await colleague.locator('.bars li', { hasText: 'sport' }).waitFor();
    const zone = colleague.getByLabel('Time zone of the days');
    expect(await zone.inputValue()).toBe('Pacific/Auckland');
    await colleague.context().close();
    await page.context().close();
  });

  it('fit a phone in the dark', async () => {
    const look = { theme: 'dark', width: 390, height: 844 } as const;
    const page = await desk.open(await desk.keyFor('Anna', 'moderate'), STATISTICS, look);
    await figure(page, 'Volume').locator('canvas').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});

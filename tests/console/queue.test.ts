import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ADMIN_KEY, type Desk, openDesk, picture } from '../support/console/desk.js';
import { fillNewsroom } from '../support/console/newsroom.js';
import { submit } from '../support/console/submit.js';
import { violations } from '../support/console/violations.js';

interface Listed {
  readonly data: readonly { readonly external_id: string; readonly status: string }[];
}

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => desk.close());

const QUEUE = '/console/queue';
const here = (page: Page) => page.locator('.row-here');
const toast = (page: Page) => page.locator('.toast');
const authorHere = async (page: Page): Promise<string> =>
  here(page).locator('.row-author').innerText();
const statusOf = async (external_id: string): Promise<string> => {
  const { data } = await desk.call<Listed>('GET', '/v1/comments?limit=200');
  return data.find((each) => each.external_id === external_id)?.status ?? 'none';
};

describe('the queue', () => {
  it('says on a new site how the first comment comes, and fills in by itself', async () => {
    const page = await desk.open(ADMIN_KEY, QUEUE);
    await page.locator('.first-run').waitFor();
    expect(await violations(page)).toEqual([]);
    await submit(desk, 'first', 'You are a clueless moron.');
    await here(page).waitFor();
    expect(await authorHere(page)).toBe('Reader of first');
    await page.keyboard.press('a');
    await page.locator('.queue-empty').waitFor();
    await page.context().close();
  });

  it('shows a comment with what was found in it, who wrote it and what readers said', async () => {
    await fillNewsroom(desk);
    const page = await desk.open(await desk.keyFor('Nora Feld', 'moderate'), QUEUE);
    await page.getByRole('button', { name: /otto_1954.*pathetic/su }).click();
    const finding = page.locator('.finding').first();
    await finding.hover();
    expect(await page.locator('.pane-text .mark-lit').count()).toBeGreaterThan(0);
    await page.locator('.mark-number').first().focus();
    expect(await page.getByRole('tooltip').innerText()).toContain('held for it');
    await page.getByText('Wrote to him on Monday').waitFor();
    await page.locator('.score').first().waitFor();
    await page.getByRole('button', { name: /Nobody asked the people/u }).click();
    await page.getByText('two evenings about it').first().waitFor();
    await page.getByRole('button', { name: /Only a complete idiot/u }).click();
    await page.locator('.parent').getByText('At last. The town').waitFor();
    await page.locator('.score').first().waitFor();
    await picture(page, 'console-queue');
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it('is worked through by keys alone: next, approve, reject with a reason, undo', async () => {
    const page = await desk.open(ADMIN_KEY, QUEUE);
    await here(page).waitFor();
    expect(await authorHere(page)).toBe('Sam');
    await page.keyboard.press('j');
    expect(await authorHere(page)).toBe('otto_1954');
    await page.keyboard.press('k');
    await page.keyboard.press('r');
    await page.locator('dialog textarea').fill('It says where somebody lives.');
    await page.keyboard.press('Enter');
    await toast(page).getByText('Rejected: Sam').waitFor();
    expect([await authorHere(page), await statusOf('8')]).toEqual(['otto_1954', 'rejected']);
    expect(await page.evaluate('document.activeElement.dataset.id')).toBe(
      await here(page).locator('.row-open').getAttribute('data-id'),
    );
    await page.keyboard.press('a');
    await toast(page).getByText('Approved: otto_1954').waitFor();
    await page.keyboard.press('u');
    await toast(page).getByText('Taken back').waitFor();
    await page.keyboard.press('u');
    await page.locator('.row', { hasText: '14 Elm Street' }).waitFor();
    expect([await statusOf('6'), await statusOf('8')]).toEqual(['pending', 'pending']);
    await page.context().close();
  });

  it('writes a note, blocks an author and shows its keys', async () => {
    const page = await desk.open(ADMIN_KEY, QUEUE);
    await here(page).waitFor();
    await page.keyboard.press('?');
    await page.locator('dialog .keys').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await page.locator('dialog textarea').fill('Asked the town hall.');
    await page.locator('dialog button[type=submit]').click();
    await page.locator('.note').getByText('Asked the town hall.').waitFor();
    await page.getByRole('button', { name: /Best Deals Online.*Earn/su }).click();
    await page.keyboard.press('b');
    await page.locator('dialog input[required]').fill('advertises');
    expect(await violations(page)).toEqual([]);
    await page.locator('dialog button[type=submit]').click();
    await toast(page).getByText('is blocked').waitFor();
    await page.locator('.row', { hasText: 'Best Deals Online' }).waitFor({ state: 'detached' });
    expect(await statusOf('7')).toBe('rejected');
    await page.context().close();
  });

  it('decides about many at once after a look at them, each for itself', async () => {
    await submit(desk, 'many-1', 'You are a moron, and so is he.');
    await submit(desk, 'many-2', 'What a moron you are.');
    const page = await desk.open(ADMIN_KEY, QUEUE);
    for (const name of ['Reader of many-1', 'Reader of many-2']) {
      await page.getByRole('checkbox', { name: `Select the comment by ${name}` }).check();
    }
    await page.locator('.bulk-bar').getByRole('button', { name: 'Reject' }).click();
    expect(await page.locator('.bulk-preview li').count()).toBe(2);
    const headers = {
      authorization: `Bearer ${await desk.keyFor('Edda Storm', 'moderate')}`,
      'content-type': 'application/json',
    };
    const body = JSON.stringify({ seen_version: 1 });
    await fetch(`${desk.url}/v1/comments/many-2/approve`, { method: 'POST', headers, body });
    await page.locator('dialog').getByRole('button', { name: 'Reject all 2' }).click();
    await page.locator('.bulk-results').getByText('One is decided.').waitFor();
    expect(await page.locator('.bulk-results li').count()).toBe(1);
    expect([await statusOf('many-1'), await statusOf('many-2')]).toEqual(['rejected', 'approved']);
    await page.context().close();
  });

  it('decides about all that fits the filters of the address, after a dry run', async () => {
    for (const name of ['all-1', 'all-2']) {
      await desk.call('POST', '/v1/comments', {
        external_id: name,
        thread: { external_id: 'opera', section: 'culture' },
        author: { name: 'Somebody' },
        body: `You moron, ${name}.`,
      });
    }
    const page = await desk.open(ADMIN_KEY, `${QUEUE}?section=culture`);
    await here(page).waitFor();
    expect(await page.locator('.row').count()).toBe(2);
    await page.locator('.bulk-bar').getByRole('button', { name: 'Approve' }).click();
    await page.locator('dialog').getByRole('button', { name: 'Approve all 2' }).click();
    await page.locator('.bulk-results').getByText('2 are decided.').waitFor();
    expect([await statusOf('all-1'), await statusOf('all-2')]).toEqual(['approved', 'approved']);
    await page.locator('.bulk-results').getByRole('button').click();
    await page.getByText('Nothing fits these filters').waitFor();
    await page.context().close();
  });
});

describe('two moderators at once', () => {
  it('see each other’s claims and decisions, and a conflict as what happened', async () => {
    const anna = await desk.open(await desk.keyFor('Anna Weiss', 'moderate'), QUEUE);
    const ben = await desk.open(await desk.keyFor('Ben Okafor', 'moderate'), QUEUE);
    await Promise.all([here(anna).waitFor(), here(ben).waitFor()]);
    await anna.keyboard.press('c');
    await here(ben).getByText('Anna Weiss').waitFor();
    await ben.keyboard.press('a');
    await toast(ben).getByText('Anna Weiss is working on it.').waitFor();
    await toast(ben).getByRole('button', { name: 'Look' }).click();
    await ben.locator('.conflict').waitFor();
    await picture(ben, 'console-conflict');
    expect(await violations(ben)).toEqual([]);
    await anna.keyboard.press('a');
    await ben.locator('.pane-fate').getByText('Anna Weiss').waitFor();
    expect(await statusOf('8')).toBe('approved');
    await Promise.all([anna.context().close(), ben.context().close()]);
  });

  it('decide at the same moment, and the second is told who was quicker', async () => {
    const page = await desk.open(await desk.keyFor('Cem Demir', 'moderate'), QUEUE);
    await here(page).waitFor();
    await page.route('**/v1/events*', (route) => route.abort());
    const stale = await desk.open(await desk.keyFor('Dora Lind', 'moderate'), QUEUE);
    await here(stale).waitFor();
    const name = await authorHere(stale);
    // Whoever does not hear of it decides about what they saw.
    await stale.route('**/approve', async (route) => {
      await page.keyboard.press('a');
      await toast(page).getByText(`Approved: ${name}`).waitFor();
      await route.continue();
    });
    await stale.keyboard.press('a');
    await toast(stale).getByText('Cem Demir was quicker').waitFor();
    await Promise.all([page.context().close(), stale.context().close()]);
  });

  it('take the next few for themselves, and give back what they hold', async () => {
    const page = await desk.open(await desk.keyFor('Eda Kaya', 'moderate'), QUEUE);
    await here(page).waitFor();
    await page.getByRole('button', { name: 'Take the next 10' }).click();
    await toast(page).getByText('Yours for a quarter of an hour').waitFor();
    expect(new URL(page.url()).search).toBe('?claimed=mine');
    await here(page).getByText('Yours').waitFor();
    await page.getByRole('button', { name: 'Give all back' }).click();
    await toast(page).getByText('Given back').waitFor();
    await here(page).waitFor();
    await expect.poll(async () => page.locator('.row .tag-mine').count()).toBe(0);
    await page.context().close();
  });

  it('are told how many came in, and the list moves only when they want it to', async () => {
    const page = await desk.open(ADMIN_KEY, QUEUE);
    await here(page).waitFor();
    const before = await page.locator('.row-author').allInnerTexts();
    await submit(desk, 'new-1', 'You utter moron, go home.');
    await page.getByRole('button', { name: '1 new' }).waitFor();
    expect(await page.locator('.row-author').allInnerTexts()).toEqual(before);
    await page.getByRole('button', { name: '1 new' }).click();
    await page.locator('.row', { hasText: 'Reader of new-1' }).waitFor();
    await page.context().close();
  });
});

describe('the queue elsewhere', () => {
  it('is calm in the dark, and without violations', async () => {
    const key = await desk.keyFor('Nora Feld', 'moderate');
    const page = await desk.open(key, QUEUE, { theme: 'dark' });
    await page.locator('.score').first().waitFor();
    await picture(page, 'console-queue-dark');
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it('fits a phone: the list, then the comment, then back', async () => {
    const look = { width: 360, height: 740 };
    const page = await desk.open(await desk.keyFor('Nora Feld', 'moderate'), QUEUE, look);
    await page.locator('.row-open').first().click();
    await page.locator('.pane-text').waitFor();
    await page.locator('.score').first().waitFor();
    await picture(page, 'console-queue-phone');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(await violations(page)).toEqual([]);
    await page.locator('.queue-back').click();
    await page.locator('.row-open').first().waitFor();
    await page.context().close();
  });

  it('speaks German to who reads German', async () => {
    const page = await desk.open(ADMIN_KEY, QUEUE, { locale: 'de-DE' });
    await page.getByRole('button', { name: /Freigeben/u }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('de');
    await page.locator('.finding-message', { hasText: 'Der Kommentar' }).first().waitFor();
    await page.context().close();
  });
});

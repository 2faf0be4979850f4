import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ADMIN_KEY, type Desk, openDesk, picture } from '../support/console/desk.js';
import { fillNewsroom } from '../support/console/newsroom.js';
import { violations } from '../support/console/violations.js';

const BLOCKS = '/console/blocks';

let desk: Desk;

const statusOf = async (comment: string): Promise<string> =>
  (await desk.call<{ status: string }>('GET', `/v1/comments/${comment}`)).status;

beforeAll(async () => {
  desk = await openDesk();
  await fillNewsroom(desk);
});
afterAll(async () => desk.close());

describe('blocks', () => {
  it('are made with what they reach back to, and lifted with what they took down', async () => {
    const page = await desk.open(await desk.keyFor('Ben Okafor', 'moderate'), BLOCKS);
    await page.getByText('Nobody is blocked.').waitFor();
    await page.getByRole('button', { name: 'New block' }).click();
    const dialog = page.locator('dialog');
    await dialog.getByLabel('Which').fill('lena@reader.example');
    await dialog.getByLabel('Reason, for the record').fill('writes for the ferry company');
    await dialog.getByLabel('Also reject').selectOption({ index: 2 });
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Block' }).click();
    await page.getByRole('heading', { name: 'lena@reader.example' }).waitFor();
    expect(await statusOf('2')).toBe('rejected');
    await page.getByText('Bring back the comment that it alone keeps down').waitFor();
    await page.getByLabel('Why, for the record').fill('it was somebody else');
    await page.getByRole('button', { name: 'Lift the block' }).click();
    await page.locator('.toast').getByText('The block is lifted.').waitFor();
    await page.getByText('it was somebody else').waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('block-heading');
    expect(await statusOf('2')).toBe('approved');
    await page.context().close();
  });

  it('are filtered by the address: by kind, and past ones when one wants them', async () => {
    await desk.call('POST', '/v1/authors/deals/block', { reason: 'advertises', days: 30 });
    await desk.call('POST', '/v1/blocks', {
      ...{ kind: 'ip', value: '203.0.113.0/24', mode: 'hold', reason: 'a wave of spam' },
      note: 'Asked the provider on Monday.',
    });
    await desk.call('POST', '/v1/blocks', {
      ...{ kind: 'email_domain', value: 'mailinator.com', reason: 'throw-away addresses' },
    });
    const page = await desk.open(ADMIN_KEY, BLOCKS);
    await page.locator('.two-item').getByText('Best Deals Online').waitFor();
    expect(await page.locator('.two-item').count()).toBe(3);
    await page.getByLabel('Past ones too').check();
    await page.locator('.two-item').getByText('lena@reader.example').waitFor();
    await page.getByLabel('What is blocked').selectOption('ip');
    await page.getByRole('link', { name: /203\.0\.113\.0/u }).click();
    await page.getByText('Asked the provider').waitFor();
    expect(new URL(page.url()).search).toBe('?kind=ip&past=1');
    await page.getByLabel('What is blocked').selectOption('');
    await page.locator('.two-item').getByText('mailinator.com').waitFor();
    await picture(page, 'console-blocks');
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it('are calm in the dark, and fit a phone', async () => {
    const dark = await desk.open(ADMIN_KEY, BLOCKS, { theme: 'dark' });
    await dark.getByRole('link', { name: /Best Deals Online/u }).click();
    await dark.getByRole('heading', { name: 'Best Deals Online' }).waitFor();
    expect(await violations(dark)).toEqual([]);
    await dark.context().close();
    const phone = await desk.open(ADMIN_KEY, BLOCKS, { width: 360, height: 740 });
    await phone.locator('.two-item').first().click();
    await phone.locator('.block-pane').waitFor();
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await picture(phone, 'console-blocks-phone');
    await phone.context().close();
  });
});

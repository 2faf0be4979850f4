import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ADMIN_KEY, type Desk, openDesk, picture } from '../support/console/desk.js';
import { fillNewsroom } from '../support/console/newsroom.js';
import { violations } from '../support/console/violations.js';

const RECORD = '/console/audit';

interface Entries {
  readonly data: { readonly sequence: number; readonly after: { status?: string } | null }[];
}

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await fillNewsroom(desk);
  await desk.call('POST', '/v1/comments/12/reject', { seen_version: 1, standard: 'threat' });
  await desk.call('POST', '/v1/authors/sam/block', { reason: 'threatens', days: 7 });
});
afterAll(async () => desk.close());

describe('the record', () => {
  it('says who did what, what became otherwise, and is checked by the browser', async () => {
    const page = await desk.open(ADMIN_KEY, RECORD);
    await page.getByText(/Checked by this browser: all \d+ shown/u).waitFor();
    const rejected = page.locator('.record-entry', { hasText: 'rejected a comment' }).first();
    expect(await rejected.innerText()).toContain('Waiting');
    await picture(page, 'console-record');
    await rejected.getByText('To the letter').click();
    await rejected.getByText('decision_digest').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('What was done').selectOption('author.blocked');
    await page.locator('.record-entry', { hasText: 'blocked an author' }).waitFor();
    await page.locator('.record-entry', { hasText: 'sent a comment' }).waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('?kind=author.blocked');
    await page.context().close();
  });

  it('shows in the browser an entry that is not what was hashed', async () => {
    const page = await desk.open(ADMIN_KEY, '/console/queue');
    await page.route(/\/v1\/audit\?/u, async (route) => {
      const answer = await route.fetch();
      const body = (await answer.json()) as Entries;
      const forged = body.data.find(({ after }) => after?.status === 'rejected');
      if (forged?.after) forged.after.status = 'approved';
      await route.fulfill({ response: answer, json: body });
    });
    await page.goto(`${desk.url}${RECORD}?kind=comment.rejected`);
    await page.getByText('One of the entries shown is not as it was hashed').waitFor();
    await page.getByText('What it says is not what was hashed').waitFor();
    await page.context().close();
  });

  it('is verified by the service, also against an end that was noted', async () => {
    const { sequence, hash } = await desk.call<{ sequence: number; hash: string }>(
      'GET',
      '/v1/audit/head',
    );
    const page = await desk.open(ADMIN_KEY, RECORD);
    expect(await page.locator('.record-head-written').innerText()).toBe(`${sequence}:${hash}`);
    await page.getByLabel('An end that you noted').fill(`${sequence}:${hash}`);
    await page.getByRole('button', { name: 'Verify the whole record' }).click();
    await page.getByText('The record is whole.').waitFor();
    await page.getByLabel('An end that you noted').fill(`2:${'f'.repeat(64)}`);
    await page.getByRole('button', { name: 'Verify the whole record' }).click();
    await page.getByText('its hash is not the one that was noted for it').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it('is calm in the dark, fits a phone, and lets moderators read it', async () => {
    const dark = await desk.open(ADMIN_KEY, RECORD, { theme: 'dark' });
    await dark.getByText(/Checked by this browser/u).waitFor();
    expect(await violations(dark)).toEqual([]);
    await dark.context().close();
    const key = await desk.keyFor('Ben Okafor', 'moderate');
    const phone = await desk.open(key, RECORD, { width: 360, height: 740 });
    await phone.locator('.record-entry').first().waitFor();
    expect(await phone.getByRole('button', { name: 'Verify the whole record' }).count()).toBe(0);
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await picture(phone, 'console-record-phone');
    await phone.context().close();
  });
});

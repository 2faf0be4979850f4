import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { type Desk, openDesk } from '../support/console/desk.js';

interface Comment {
  readonly id: string;
  readonly external_id: string;
  readonly status: string;
  readonly version: number;
}

/** By whom each waiting comment is, the first to be looked at first. */
const AUTHORS = ['ada', 'ben', 'pest', 'cem', 'pest', 'dora', 'eli', 'pest', 'fay', 'gus'];

let desk: Desk;
let key: string;
let page: Page;
beforeEach(async () => {
  desk = await openDesk();
  for (const [number, author] of AUTHORS.entries()) await submit(`${number} of ${author}`, author);
  key = await desk.keyFor('Nora Feld', 'moderate');
  page = await desk.open(key, '/console/queue?sort=oldest');
  await here().waitFor();
});
afterEach(async () => desk.close());

async function submit(external_id: string, author: string): Promise<void> {
  await desk.call('POST', '/v1/comments', {
    external_id,
    thread: { external_id: 'bridge' },
    author: { external_id: author, name: author },
    body: `You are a clueless moron, and I say so ${external_id}.`,
  });
}

const here = () => page.locator('.row-here');
const textHere = async (): Promise<string> => here().locator('.row-text').innerText();
const toast = (text: string) => page.locator('.toast').getByText(text);

async function comments(): Promise<readonly Comment[]> {
  const { data } = await desk.call<{ data: readonly Comment[] }>('GET', '/v1/comments?limit=50');
  return data;
}

async function ofStatus(status: string): Promise<readonly string[]> {
  return (await comments())
    .filter((each) => each.status === status)
    .map(({ external_id }) => external_id)
    .toSorted();
}

async function named(external_id: string): Promise<Comment> {
  const found = (await comments()).find((each) => each.external_id === external_id);
  if (found === undefined) throw new Error(`${external_id} is not there.`);
  return found;
}

async function goTo(external_id: string): Promise<void> {
  await page.locator('.row-open', { hasText: external_id }).click();
  await here().getByText(external_id).waitFor();
}

describe('the moderator’s place', () => {
  it('is at what follows when what one is at leaves the list with others', async () => {
    await goTo('4 of pest');
    await page.keyboard.press('b');
    await page.locator('dialog input[name=reason], dialog textarea, dialog input').first().waitFor();
    await page.keyboard.type('Insults everybody.');
    await page.keyboard.press('Enter');
    await expect.poll(() => ofStatus('rejected')).toEqual(['2 of pest', '4 of pest', '7 of pest']);
    await expect.poll(textHere).toContain('5 of dora');
  });

  it('is found again by whoever went to a thread and comes back, with what they decided', async () => {
    await goTo('5 of dora');
    await page.keyboard.press('a');
    await toast('Approved').waitFor();
    await here().getByText('6 of eli').waitFor();
    await page.keyboard.press('o');
    await page.waitForURL('**/threads/**');
    await page.goBack();
    await here().getByText('6 of eli').waitFor();
    await page.keyboard.press('u');
    await expect.poll(() => ofStatus('approved')).toEqual([]);
  });
});

describe('a dialog', () => {
  it('is about what it was opened for, whatever the list does behind it', async () => {
    await goTo('6 of eli');
    await page.keyboard.press('r');
    await page.locator('dialog textarea').fill('You insult another reader.');
    const { id, version } = await named('6 of eli');
    // The same moderator in another tab.
    const answer = await fetch(`${desk.url}/v1/comments/${id}/approve`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ seen_version: version }),
    });
    expect(answer.status).toBe(200);
    await page.locator('.row', { hasText: '6 of eli' }).waitFor({ state: 'detached' });
    await page.locator('dialog textarea').press('Enter');
    await page.locator('.toast').getByRole('button', { name: 'Look' }).click();
    await here().getByText('6 of eli').waitFor();
    await page.locator('.conflict').waitFor();
    expect(await ofStatus('rejected')).toEqual([]);
  });

  it('decides about the version that was looked at', async () => {
    await goTo('3 of cem');
    await page.keyboard.press('r');
    await page.locator('dialog textarea').fill('You insult another reader.');
    const { id } = await named('3 of cem');
    const edited = page.waitForResponse(
      (response) => response.url().endsWith(`/v1/comments/${id}`) && response.status() === 200,
    );
    await desk.call('PATCH', `/v1/comments/${id}`, { body: 'I am sorry, you clueless moron.' });
    await edited;
    await page.locator('dialog textarea').press('Enter');
    await page.locator('.toast').getByRole('button', { name: 'Look' }).waitFor();
    expect(await ofStatus('rejected')).toEqual([]);
  });

  it('has the keys from when it was asked for, before the browser draws anything', async () => {
    await page.evaluate(`(async () => {
      for (const key of 'ra') {
        document.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
        await Promise.resolve();
      }
    })()`);
    await page.locator('dialog textarea').fill('You insult another reader.');
    await page.keyboard.press('Enter');
    await toast('Rejected').waitFor();
    expect(await ofStatus('approved')).toEqual([]);
  });

  it('is not answered by the key that opened it, held too long', async () => {
    await page.locator('.action-bar').getByRole('button', { name: 'Reject' }).focus();
    for (let times = 0; times < 5; times += 1) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await page.locator('dialog textarea').waitFor();
    expect(await ofStatus('rejected')).toEqual([]);
  });
});

describe('a key', () => {
  it('decides once for each press, however long it is held', async () => {
    for (let times = 0; times < 5; times += 1) await page.keyboard.down('a');
    await page.keyboard.up('a');
    await toast('Approved').waitFor();
    await page.keyboard.press('a');
    await expect.poll(async () => ofStatus('approved')).toHaveLength(2);
    for (let times = 0; times < 5; times += 1) await page.keyboard.down('u');
    await page.keyboard.up('u');
    await toast('Taken back').waitFor();
    expect(await ofStatus('approved')).toHaveLength(1);
  });

  it('is the same with Caps Lock, and with Shift selects all between', async () => {
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Shift+X');
    await page.getByText('3 selected').waitFor();
    await page.evaluate(
      `document.dispatchEvent(new KeyboardEvent('keydown', { key: 'A', cancelable: true }))`,
    );
    await expect.poll(() => ofStatus('approved')).toEqual(['2 of pest']);
  });

  it('has its button, of which a double click is one', async () => {
    await page.locator('.action-bar').getByRole('button', { name: 'Approve' }).dblclick();
    await toast('Approved').waitFor();
    await page.locator('.action-bar').getByRole('button', { name: 'Reject' }).waitFor();
    expect(await ofStatus('approved')).toHaveLength(1);
  });
});

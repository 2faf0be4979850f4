import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Desk, openDesk } from '../support/console/desk.js';
import { submit, type Submitted } from '../support/console/submit.js';
import { turn } from '../support/console/tabs.js';

const COMMENTS = 300;
const DECIDED = 280;
/** What one call decides about. */
const AT_ONCE = 100;
/** The rows in sight were drawn anew for each of their events, a dozen times and more. */
const DRAWN_MAX = 5;
/** Kinds of formatters, each in a few shapes, however many rows are drawn how often. */
const FORMATTERS_MAX = 12;

interface Decided {
  readonly decision: { readonly id: string };
}

interface Queue {
  readonly data: readonly { readonly comment: Submitted['comment'] }[];
  readonly next_cursor: string | null;
}

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => desk.close());

/** All that waits, in the order in which the queue has it. */
async function waiting(): Promise<readonly Submitted['comment'][]> {
  const comments: Submitted['comment'][] = [];
  let more = '';
  do {
    const page: Queue = await desk.call('GET', `/v1/queue?limit=100${more}`);
    comments.push(...page.data.map(({ comment }) => comment));
    more = page.next_cursor === null ? '' : `&cursor=${encodeURIComponent(page.next_cursor)}`;
  } while (more !== '');
  return comments;
}

const reject = async ({ id, version }: Submitted['comment']): Promise<Decided> =>
  desk.call('POST', `/v1/comments/${id}/reject`, { seen_version: version });

async function rejectAll(comments: readonly Submitted['comment'][]): Promise<void> {
  for (let from = 0; from < comments.length; from += AT_ONCE) {
    const decisions = comments.slice(from, from + AT_ONCE).map(({ id, version }) => ({
      ...{ comment_id: id, seen_version: version, action: 'reject' },
    }));
    await desk.call('POST', '/v1/decisions', { decisions });
  }
}

/** Counts the formatters that the page makes. */
const COUNT_FORMATTERS = `
  window.formatters = 0;
  for (const name of ['RelativeTimeFormat', 'DateTimeFormat', 'NumberFormat']) {
    const construct = (Form, args) => ((window.formatters += 1), new Form(...args));
    Intl[name] = new Proxy(Intl[name], { construct });
  }`;

/** Counts how often rows of the list are drawn anew, and how long the page does nothing else. */
const WATCH = `
  window.drawn = 0;
  window.tasks = [];
  new MutationObserver(() => { window.drawn += 1; }).observe(
    document.querySelector('.queue-rows'),
    { subtree: true, childList: true, characterData: true, attributes: true },
  );
  new PerformanceObserver((list) => {
    window.tasks.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: 'longtask' });`;

async function readAll(page: Page): Promise<void> {
  for (let read = AT_ONCE; read <= COMMENTS; read += AT_ONCE) {
    await page.locator(`.queue-place[aria-setsize="${read}"]`).first().waitFor();
    await page.evaluate(`document.querySelector('.queue-list').scrollTop = ${read * 96}`);
  }
  await page.evaluate(`document.querySelector('.queue-list').scrollTop = 0`);
  await page.locator('.queue-place[aria-posinset="1"]').waitFor();
}

describe('what others do at once', () => {
  it('is shown as it stands in the end, whatever came before it at the same moment', async () => {
    const { comment: first } = await submit(desk, 'undone');
    const { comment: last } = await submit(desk, 'last');
    const page = await desk.open(await desk.keyFor('Nora Feld', 'moderate'), '/console/queue');
    await page.locator('.row', { hasText: 'Reader of last' }).waitFor();
    await page.locator('.connection-on').waitFor();
    await turn(page, 'away');
    await page.locator('.connection:not(.connection-on)').waitFor();
    const { decision } = await reject(first);
    await desk.call('POST', `/v1/decisions/${decision.id}/undo`, {});
    await reject(last);
    await turn(page, 'back');
    await page.locator('.row', { hasText: 'Reader of last' }).getByText('Rejected').waitFor();
    const undone = page.locator('.row', { hasText: 'Reader of undone' });
    expect(await undone.getByText('Rejected').count()).toBe(0);
    expect(await undone.getAttribute('class')).not.toContain('row-over');
    await undone.locator('.row-open').click();
    await page.keyboard.press('a');
    await page.locator('.toast').getByText('Approved: Reader of undone').waitFor();
    await page.context().close();
  });

  it('is shown at once, however many comments it is about', async () => {
    for (let number = 0; number < COMMENTS; number += 1) await submit(desk, `many ${number}`);
    const page = await desk.open(await desk.keyFor('Mira Sand', 'moderate'), '/console/queue');
    await page.addInitScript(COUNT_FORMATTERS);
    await page.reload();
    await readAll(page);
    await page.locator('.connection-on').waitFor();
    await turn(page, 'away');
    await page.locator('.connection:not(.connection-on)').waitFor();
    const comments = await waiting();
    await rejectAll(comments.slice(0, DECIDED));
    await page.evaluate(WATCH);
    await turn(page, 'back');
    // The last one to be decided is far below: what is heard of it is seen once one is there.
    await page.locator('.row-here', { hasText: 'Rejected' }).waitFor();
    await page.locator('.queue-place[aria-posinset="8"]', { hasText: 'Rejected' }).waitFor();
    const drawn = await page.evaluate<number>('window.drawn');
    await page.evaluate(`document.querySelector('.queue-list').scrollTop = ${(DECIDED - 4) * 96}`);
    await page
      .locator(`.queue-place[aria-posinset="${DECIDED}"]`, { hasText: 'Rejected' })
      .waitFor();
    const tasks = await page.evaluate<readonly number[]>('window.tasks');
    const formatters = await page.evaluate<number>('window.formatters');
    const longest = Math.max(0, ...tasks).toFixed(0);
    const sum = tasks.reduce((all, task) => all + task, 0).toFixed(0);
    console.log(
      `${DECIDED} decided: ${tasks.length} long tasks, the longest ${longest} ms, ${sum} ms in all; ` +
        `drawn ${drawn} times, ${formatters} formatters`,
    );
    expect(drawn).toBeLessThanOrEqual(DRAWN_MAX);
    expect(formatters).toBeLessThanOrEqual(FORMATTERS_MAX);
    await page.context().close();
  });
});

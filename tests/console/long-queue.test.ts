import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ADMIN_KEY, type Desk, openDesk } from '../support/console/desk.js';
import { databaseFolder, runCommand } from '../support/service.js';

const COMMENTS = 10_000;
/** In the page at once, however long the queue is: what is in sight, and some around it. */
const ROWS_DRAWN_MAX = 60;

/** What the console reads of the queue at a time. */
const PAGE_ITEMS = 100;
/** Of one comment and its author, and a page of the queue. */
const ASKED_AT_ONCE_MAX = 10;

let desk: Desk;
let database: Awaited<ReturnType<typeof databaseFolder>>;
beforeAll(async () => {
  database = await databaseFolder();
  // The first start makes the site.
  desk = await openDesk(database.env);
  await fill();
});
afterAll(async () => {
  await desk.close();
  await database.remove();
});

/** What another system has waiting, brought in at once. */
async function fill(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'gatepost-long-queue-'));
  const file = join(folder, 'waiting.ndjson');
  const lines = Array.from({ length: COMMENTS }, (_, number) =>
    JSON.stringify({
      external_id: `comment ${number}`,
      thread: { external_id: `thread ${number % 50}`, title: `Article ${number % 50}` },
      author: { external_id: `reader ${number % 400}`, name: `Reader ${number % 400}` },
      body: `Comment ${number}: what do you know of the ${number % 97} bridges that we have here?`,
      created_at: new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString(),
      status: 'pending',
    }),
  );
  await writeFile(file, lines.join('\n'));
  const { code, said } = await runCommand(['import', file], database.env);
  await rm(folder, { recursive: true });
  if (code !== 0) throw new Error(said);
}

/** As somebody does who pulls down the bar: to what is the end, again and again. */
const TO_THE_END = `(async () => {
  const list = document.querySelector('.queue-list');
  let before = -1;
  for (let patience = 0; patience < 60; ) {
    list.scrollTop = list.scrollHeight;
    await new Promise((resolve) => setTimeout(resolve, 50));
    patience = list.scrollHeight === before ? patience + 1 : 0;
    before = list.scrollHeight;
  }
  return list.scrollHeight / document.querySelector('.queue-place').offsetHeight;
})()`;

/** How long frames take while the list runs by, in milliseconds, the shortest first. */
const FRAMES = `(async () => {
  const list = document.querySelector('.queue-list');
  const took = [];
  let last = performance.now();
  for (let step = 0; step < 120; step += 1) {
    list.scrollTop -= 700;
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    took.push(now - last);
    last = now;
  }
  return took.sort((a, b) => a - b);
})()`;

describe(`a queue of ${COMMENTS} comments`, () => {
  it('scrolls to its end, and few rows are in the page at any time', async () => {
    const page = await desk.open(ADMIN_KEY, '/console/queue');
    const rows = page.locator('.row');
    await rows.first().waitFor();
    expect(await page.evaluate(TO_THE_END)).toBe(COMMENTS);
    expect(await rows.count()).toBeLessThan(ROWS_DRAWN_MAX);
    const frames = await page.evaluate<readonly number[]>(FRAMES);
    const within = (share: number): string =>
      (frames[Math.floor(frames.length * share)] ?? 0).toFixed(1);
    console.log(`scrolling: half of the frames within ${within(0.5)} ms, 95 of 100 ${within(0.95)} ms`);
    expect(await rows.count()).toBeLessThan(ROWS_DRAWN_MAX);
    await page.context().close();
  });

  it('does not wait for what one passed by', async () => {
    const page = await desk.open(ADMIN_KEY, '/console/queue');
    await page.locator('.pane-text').waitFor();
    // The service is slow with everything about one comment or author.
    await page.route(/\/v1\/(comments|authors)/, () => undefined);
    const underWay = new Set<Request>();
    page.on('request', (request) => underWay.add(request));
    page.on('requestfailed', (request) => underWay.delete(request));
    page.on('requestfinished', (request) => underWay.delete(request));
    for (let step = 0; step < 90; step += 1) await page.keyboard.press('j');
    await page.locator(`.queue-place[aria-setsize="${2 * PAGE_ITEMS}"]`).first().waitFor();
    await expect.poll(() => underWay.size).toBeLessThan(ASKED_AT_ONCE_MAX);
    await page.context().close();
  });

  it('says that it could not read on, and keeps what is there', async () => {
    const page = await desk.open(ADMIN_KEY, '/console/queue');
    await page.locator('.pane-text').waitFor();
    await page.route('**/v1/queue?*cursor=*', (route) => route.abort());
    for (let step = 0; step < 65; step += 1) await page.keyboard.press('j');
    const again = page.getByRole('alert').getByRole('button', { name: 'Try again' });
    await again.waitFor();
    expect(await page.locator('.pane-text').count()).toBe(1);
    await page.unrouteAll();
    await again.click();
    await page.locator(`.queue-place[aria-setsize="${2 * PAGE_ITEMS}"]`).first().waitFor();
    await again.waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('goes on by keys without losing the place', async () => {
    const page = await desk.open(ADMIN_KEY, '/console/queue');
    await page.locator('.row').first().waitFor();
    for (let step = 0; step < 90; step += 1) await page.keyboard.press('j');
    // No key leads past what was read so far.
    await page.locator(`.queue-place[aria-setsize="${2 * PAGE_ITEMS}"]`).first().waitFor();
    for (let step = 90; step < 150; step += 1) await page.keyboard.press('j');
    const place = page.locator('.queue-place', { has: page.locator('.row-here') });
    await place.waitFor();
    expect(await place.getAttribute('aria-posinset')).toBe('151');
    await page.keyboard.press('a');
    await page.locator('.toast').getByText('Approved').waitFor();
    expect(await place.getAttribute('aria-posinset')).toBe('151');
    expect(await page.evaluate('document.activeElement.className')).toBe('row-open');
    await page.context().close();
  });
});

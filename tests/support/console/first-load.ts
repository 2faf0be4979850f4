import type { CDPSession, Page } from 'playwright-core';

import type { Desk } from './desk.js';

/** What the console cost a browser that had nothing of it. */
export interface FirstLoad {
  /** Files of the console that came over the wire, compressed, up to the queue. */
  readonly bytes: number;
  /** From the address to the form, ready to be written into. */
  readonly signInMilliseconds: number;
  /** From the address, with a session and an empty cache, to the first comment of the queue. */
  readonly queueMilliseconds: number;
}

/** Opens the console in a browser of its own, signs in, and opens it once more. */
export async function firstLoad(desk: Desk, key: string): Promise<FirstLoad> {
  const context = await desk.browser.newContext();
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.setCacheDisabled', { cacheDisabled: true });
  const counted = countFiles(client);
  const signInMilliseconds = await until(page, '#key', `${desk.url}/console/`);
  await page.locator('#key').fill(key);
  await page.locator('form button[type=submit]').click();
  await page.locator('.row').first().waitFor();
  const { bytes } = counted;
  const queueMilliseconds = await until(page, '.row', `${desk.url}/console/queue`);
  await context.close();
  return { bytes, signInMilliseconds, queueMilliseconds };
}

function countFiles(client: CDPSession): { readonly bytes: number } {
  const counted = { bytes: 0 };
  const ours = new Set<string>();
  client.on('Network.responseReceived', ({ requestId, response }) => {
    if (new URL(response.url).pathname.startsWith('/console')) ours.add(requestId);
  });
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (ours.has(requestId)) counted.bytes += encodedDataLength;
  });
  return counted;
}

async function until(page: Page, selector: string, url: string): Promise<number> {
  const began = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator(selector).first().waitFor();
  return performance.now() - began;
}

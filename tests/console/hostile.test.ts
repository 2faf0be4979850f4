import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ADMIN_KEY, type Desk, openDesk, picture } from '../support/console/desk.js';
import { HOSTILE_TEXTS } from '../support/console/hostile-texts.js';

interface Submitted {
  readonly comment: { readonly id: string };
}

const ids: Record<string, string> = {};
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await desk.call('PUT', '/v1/threads/hostile', { premoderated: true });
  for (const [name, body] of Object.entries(HOSTILE_TEXTS)) {
    const { comment } = await desk.call<Submitted>('POST', '/v1/comments', {
      external_id: name,
      thread: { external_id: 'hostile', title: body.slice(0, 200) },
      // Names come from strangers as well.
      author: { external_id: `author of ${name}`, name: body.slice(0, 60) },
      body,
    });
    ids[name] = comment.id;
  }
});
afterAll(async () => desk.close());

/** Where things stand that no comment may move. */
async function frameOf(page: Page): Promise<unknown> {
  const places = ['.top', '.brand', '.sections', '.content'];
  return Promise.all(places.map(async (place) => page.locator(place).boundingBox()));
}

interface Harm {
  readonly hacked: unknown;
  readonly widerThanPage: boolean;
  readonly widerThanContent: boolean;
  /** Texts of which something is drawn outside of their own boxes' columns. */
  readonly spilt: number;
  /** Elements that a text would have made. */
  readonly foreign: number;
}

const UNHARMED: Harm = {
  hacked: undefined,
  widerThanPage: false,
  widerThanContent: false,
  spilt: 0,
  foreign: 0,
};

async function harmTo(page: Page): Promise<Harm> {
  return page.evaluate<Harm>(`(() => {
    const content = document.querySelector('.content');
    const held = (text) => {
      const { overflowX, overflowY, unicodeBidi } = getComputedStyle(text);
      const cut = ['clip', 'hidden'];
      return cut.includes(overflowX) && cut.includes(overflowY) && unicodeBidi === 'plaintext';
    };
    return {
      hacked: window.hacked,
      widerThanPage: document.documentElement.scrollWidth > window.innerWidth,
      widerThanContent: content.scrollWidth > content.clientWidth,
      spilt: [...document.querySelectorAll('.strange')].filter((text) => !held(text)).length,
      foreign: content.querySelectorAll('script, style, iframe, img, link, animate').length,
    };
  })()`);
}

describe.each([
  ['a desk', { width: 1280, height: 800 }],
  ['a phone', { width: 390, height: 800 }],
])('on %s', (name, look) => {
  let page: Page;
  beforeAll(async () => {
    page = await desk.open(ADMIN_KEY, '/console/queue', look);
  });
  afterAll(async () => page.context().close());

  it('shows hostile texts in the queue as texts, each in its place', async () => {
    await page.locator('.row').first().waitFor();
    const frame = await frameOf(page);
    for (let at = 0; at < Object.keys(HOSTILE_TEXTS).length; at += 1) {
      await page.keyboard.press('j');
      expect(await harmTo(page)).toEqual(UNHARMED);
      expect(await frameOf(page)).toEqual(frame);
    }
    if (name === 'a desk') await picture(page, 'console-hostile');
  });

  it.each(Object.keys(HOSTILE_TEXTS))('shows %s on its page', async (text) => {
    await page.goto(`${desk.url}/console/comments/${ids[text]}`);
    await page.locator('.content .strange').first().waitFor();
    expect(await harmTo(page)).toEqual(UNHARMED);
  });

  it('shows what would be invisible by its name, and markup as it was written', async () => {
    const text = page.locator('.content .strange');
    await page.goto(`${desk.url}/console/comments/${ids['override']}`);
    await text.filter({ hasText: 'RLO' }).first().waitFor();
    await page.goto(`${desk.url}/console/comments/${ids['script']}`);
    await text.filter({ hasText: '<script>window.hacked = 1</script>' }).first().waitFor();
    await page.goto(`${desk.url}/console/comments/${ids['piled']}`);
    await text.filter({ hasText: '+196' }).first().waitFor();
  });
});

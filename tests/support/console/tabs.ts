import type { Page } from 'playwright-core';

/** Has a page be seen or not: a browser without a screen takes every tab for seen. */
export const hidden = (now: boolean): string =>
  `Object.defineProperty(document, 'hidden', { configurable: true, get: () => ${now} })`;

/** Goes to another tab, or comes back. */
export async function turn(page: Page, to: 'away' | 'back'): Promise<void> {
  await page.evaluate(hidden(to === 'away'));
  await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
}

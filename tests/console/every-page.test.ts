import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ADMIN_KEY, type Desk, type Look, openDesk } from '../support/console/desk.js';
import { fillNewsroom } from '../support/console/newsroom.js';
import { putPolicy } from '../support/console/put-policy.js';
import { violations } from '../support/console/violations.js';
import { screenPaths, type Things, type Visit, visits } from '../support/console/visits.js';

interface Listed {
  readonly id: string;
  readonly version: number;
}

interface Policy extends Record<string, unknown> {
  readonly rules: Record<string, Record<string, unknown>>;
}

const SIGN_IN: Visit = {
  ...{ screen: null, path: '', shows: '#key' },
  title: { en: 'Sign in', de: 'Anmelden' },
};

let desk: Desk;
let things: Things;

/** Something on every page: what waits for an answer, what is in force, what was sent. */
async function fillPages(): Promise<Things> {
  const { call } = desk;
  await fillNewsroom(desk);
  const { version } = await call<Listed>('GET', '/v1/comments/5');
  await call('POST', '/v1/comments/5/reject', {
    ...{ seen_version: version, standard: 'personal_attack', note: 'third time this week' },
    reason: 'Please answer the argument and leave the person alone.',
  });
  const appeal = await call<Listed>('POST', '/v1/comments/5/appeals', {
    ...{ author: 'otto', text: 'It was meant in fun, and she knows me.' },
  });
  const notice = await call<Listed>('POST', '/v1/comments/8/notices', {
    notifier: { name: 'Ada Byron', email: 'ada@reader.example' },
    explanation: 'It gives away where I live, so that people can come to my door.',
    law: 'Section 126a of the criminal code',
    good_faith: true,
  });
  const block = await call<Listed>('POST', '/v1/blocks', {
    ...{ kind: 'email_domain', value: 'mailinator.com', reason: 'throw-away addresses' },
  });
  const webhook = await call<Listed>('POST', '/v1/webhooks', {
    ...{ url: 'https://hooks.example.invalid/in', description: 'the newsroom’s chat' },
  });
  await call('POST', `/v1/webhooks/${webhook.id}/test`);
  await changePolicy();
  return { appeal: appeal.id, notice: notice.id, block: block.id, webhook: webhook.id };
}

/** Two versions, and a term of the publisher’s own. */
async function changePolicy(): Promise<void> {
  const policy = await desk.call<Policy>('GET', '/v1/policy');
  const blocked_terms = { ...policy.rules['blocked_terms'], terms: [{ term: 'ferry company' }] };
  await putPolicy(desk, { ...policy, rules: { ...policy.rules, blocked_terms } });
}

beforeAll(async () => {
  desk = await openDesk();
  things = await fillPages();
});
afterAll(async () => desk.close());

/** Answers that the console asks for, and which browsers put down as errors. */
const ASKED_FOR = [
  // Who is signed in? Nobody.
  /401 \(Unauthorized\) at .*\/v1\/session$/u,
  // Is the word that is searched for also somebody’s id? It is only a thread’s.
  /404 \(Not Found\) at .*\/v1\/(?:comments|authors)\/bridge$/u,
];

/** What the browser says of the page from now on. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    const complaint = `${message.text()} at ${message.location().url}`;
    if (!ASKED_FOR.some((asked) => asked.test(complaint))) complaints.push(complaint);
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  return complaints;
}

/** Nothing is on its way, and the page hears of what happens. */
const SETTLED = 'body:not(:has(.loading, [aria-busy="true"], .connection:not(.connection-on)))';
/** What scrolls the page, or a column of it, up and down; none of it may go sideways. */
const SIDEWAYS = `
  ['html', '.content', '.queue-side', '.queue-pane', '.queue-list', '.two-items', '.two-pane']
    .flatMap((name) => [...document.querySelectorAll(name)].map((found) => [name, found]))
    .filter(([, { scrollWidth, clientWidth }]) => scrollWidth > clientWidth)
    .map(([name, { scrollWidth, clientWidth }]) =>
      name + ' is ' + scrollWidth + ' wide in ' + clientWidth)
`;

async function faultsAt(page: Page, visit: Visit, language: 'en' | 'de'): Promise<readonly string[]> {
  await page.goto(`${desk.url}/console/${visit.path}`);
  await page.locator(visit.shows).first().waitFor({ state: 'attached' });
  await page.locator(SETTLED).waitFor();
  const title = `${visit.title[language]} – Gatepost`;
  const [named, headings] = await page.evaluate<[string, number]>(
    '[document.title, document.querySelectorAll("h1").length]',
  );
  return [
    ...(named === title ? [] : [`is called ${named}, and not ${title}`]),
    ...(headings === 1 ? [] : [`has ${headings} h1`]),
    ...(await page.evaluate<string[]>(SIDEWAYS)),
    ...(await violations(page)),
  ];
}

const LOOKS: readonly (Look & { readonly language: 'en' | 'de' })[] = [
  { theme: 'light', width: 1280, language: 'en' },
  { theme: 'dark', width: 1280, language: 'en' },
  { theme: 'light', width: 360, language: 'de' },
  { theme: 'dark', width: 360, language: 'de' },
];

describe('every page of the console', () => {
  it('is visited here', () => {
    const visited = visits(things).flatMap(({ screen }) => screen ?? []);
    expect(new Set(visited)).toEqual(new Set(screenPaths()));
  });

  it.each(LOOKS)(
    'has a name and one heading, can be read by all, and fits: $theme, $width px, $language',
    async ({ language, ...look }) => {
      const locale = language === 'de' ? 'de-DE' : 'en-GB';
      const page = await desk.open(ADMIN_KEY, '/console/', { ...look, locale });
      const complaints = complaintsOf(page);
      const faults: string[] = [];
      for (const visit of [...visits(things), SIGN_IN]) {
        if (visit === SIGN_IN) await page.context().clearCookies();
        const found = [...(await faultsAt(page, visit, language)), ...complaints.splice(0)];
        faults.push(...found.map((fault) => `/console/${visit.path}: ${fault}`));
      }
      await page.context().close();
      expect(faults).toEqual([]);
    },
  );
});

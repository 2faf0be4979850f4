import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ADMIN_KEY, type Desk, openDesk, picture } from '../support/console/desk.js';
import { putPolicy } from '../support/console/put-policy.js';
import { violations } from '../support/console/violations.js';

interface Comment {
  readonly comment: { readonly id: string; readonly version: number; readonly status: string };
}

type Document = Record<string, unknown> & {
  readonly version: number;
  readonly rules: Record<string, Record<string, unknown>>;
};

const POLICY = '/console/policy';
const TEXTS = [
  'Thanks for the clear report about the bridge.',
  'My uncle worked at the casino in Baden; it paid its taxes.',
  'Only a complete idiot would close the road at noon.',
  'You are a clueless moron, and so is the mayor.',
  'Read http://example.org/a and http://example.net/b before you talk.',
  'WHY DOES NOBODY LISTEN TO US WHEN WE SAY THIS EVERY YEAR',
  'Does anybody know when the tram runs again?',
  'They are all clueless morons at the town hall, you moron.',
  'The photo is from 2019, not from this year.',
  'Hope they keep the lime trees along the river.',
  'THE COUNCIL HAS NEVER BUILT ANYTHING ON TIME OR BELOW ITS BUDGET',
  'You people are pathetic idiots, every one of you.',
  'What a damn shame about the old library.',
  'I disagree, and the figures on page four say why.',
  'NOBODY ASKED THOSE WHO LIVE ON THE OTHER SIDE OF THE RIVER',
  'Shut up, you stupid moron, and read the plan first.',
];

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  for (const [index, body] of TEXTS.entries()) {
    const thread = { external_id: 'bridge', title: 'A new bridge' };
    const author = { external_id: `reader-${index}`, name: `Reader ${index}` };
    const { comment } = await desk.call<Comment>('POST', '/v1/comments', { thread, author, body });
    if (comment.status !== 'pending') continue;
    const action = /moron|idiots/u.test(body) ? 'reject' : 'approve';
    const seen = { seen_version: comment.version };
    await desk.call('POST', `/v1/comments/${comment.id}/${action}`, seen);
  }
});
afterAll(async () => desk.close());

const inForce = async (): Promise<Document> => desk.call<Document>('GET', '/v1/policy');

const withSetting = ({ rules, ...rest }: Document, rule: string, change: object): Document => ({
  ...rest,
  rules: { ...rules, [rule]: { ...rules[rule], ...change } },
});

const bar = (page: Page) => page.locator('.save-bar');
const documentText = (page: Page) => page.locator('.policy-json');

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Review and save' }).click();
  await page.getByRole('button', { name: /Put version \d+ in force/u }).click();
  await page.locator('.toast', { hasText: /Version \d+ is in force/u }).waitFor();
}

describe('the rules', () => {
  it('are a form and a document, and each shows what is changed in the other', async () => {
    const page = await desk.open(ADMIN_KEY, `${POLICY}?beside=document`);
    await page.getByLabel('What follows from Personal attacks').selectOption('reject');
    await page.getByText('1 change', { exact: true }).first().waitFor();
    const document = JSON.parse(await documentText(page).inputValue()) as Document;
    expect(document.rules['personal_attack']).toMatchObject({ action: 'reject' });
    const changed = withSetting(document, 'link_count', { max_links: 0 });
    await documentText(page).fill(JSON.stringify(changed));
    await page.getByRole('button', { name: 'Many links' }).click();
    expect(await page.getByRole('textbox', { name: 'Max links' }).inputValue()).toBe('0');
    await bar(page).getByText('2 changes').waitFor();
    await page.getByRole('button', { name: 'Undo the change of Max links' }).click();
    await bar(page).getByText('1 change').waitFor();
    const after = JSON.parse(await documentText(page).inputValue()) as Document;
    expect(after.rules['link_count']).toMatchObject({ max_links: 2 });
    await page.context().close();
  });

  it('say what is wrong with a draft beside the field, at once and by the service', async () => {
    const page = await desk.open(ADMIN_KEY, `${POLICY}?rule=body_length`);
    const least = page.getByRole('textbox', { name: 'Min characters' });
    await least.fill('0');
    await page.locator('.setting', { has: least }).getByText('This must be 1 or more.').waitFor();
    // The schema has nothing against it; that no comment could pass is for the service to know.
    await least.fill('20000');
    await page.locator('.setting', { has: least }).getByText('no comment could pass').waitFor();
    await page.getByRole('button', { name: 'Review and save' }).click();
    const button = page.getByRole('button', { name: /Put version/u });
    expect(await button.isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await least.fill('12');
    await page.locator('.rule .setting-fault').first().waitFor({ state: 'detached' });
    expect((await inForce()).version).toBe(1);
    await page.context().close();
  });

  it('are found by their words, and can differ in a section', async () => {
    const page = await desk.open(ADMIN_KEY, POLICY);
    await page.getByLabel('Find a rule or a setting').fill('capitals');
    await expect.poll(() => page.locator('.rule h3').allInnerTexts()).toEqual(['Shouting']);
    await page.getByRole('button', { name: 'Differ in a section' }).click();
    await page.getByLabel('Name of the section').fill('sport');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('switch', { name: 'Shouting is on' }).uncheck();
    await page.waitForURL(/section=sport/u);
    await page.getByRole('button', { name: 'Review and save' }).click();
    await page.getByText('in sport › Shouting › On').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.policy-section select').selectOption('');
    expect(await page.getByRole('switch', { name: 'Shouting is on' }).isChecked()).toBe(true);
    await page.context().close();
  });

  it('keep a draft over a reload, and let it go for good only by a press', async () => {
    const page = await desk.open(ADMIN_KEY, `${POLICY}?rule=shouting`);
    await page.getByRole('switch', { name: 'Shouting is on' }).uncheck();
    await bar(page).waitFor();
    await page.reload();
    await bar(page).getByText('1 change').waitFor();
    await page.getByRole('button', { name: 'Discard' }).click();
    await bar(page).waitFor({ state: 'detached' });
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
    await bar(page).getByText('1 change').waitFor();
    await page.context().close();
  });

  it('are read and not changed with a moderator’s key', async () => {
    const page = await desk.open(await desk.keyFor('Anna', 'moderate'), `${POLICY}?rule=shouting`);
    await page.getByText('A key with the scope admin can change it.').waitFor();
    expect(await page.getByRole('switch', { name: 'Shouting is on' }).isDisabled()).toBe(true);
    await page.getByLabel('A comment').fill('You are a clueless moron.');
    await page.locator('.try-verdict', { hasText: 'Hold' }).waitFor();
    await page.context().close();
  });
});

describe('trying a text', () => {
  it('shows every rule’s answer by the draft, with marks and gauges', async () => {
    const page = await desk.open(ADMIN_KEY, POLICY);
    await page.getByLabel('What follows from Personal attacks').selectOption('reject');
    const text = 'You are a m0r0n. Read http://a.example/x and http://b.example/y';
    await page.getByLabel('A comment').fill(text);
    await page.locator('.try-verdict', { hasText: 'Reject' }).waitFor();
    await page.getByText('By the policy in force: Hold').waitFor();
    expect(await page.locator('.try-text .mark-reject').first().innerText()).toContain('m0r0n');
    const links = page.locator('.rule-answer', { hasText: 'Many links' });
    expect(await links.locator('.gauge-figures').innerText()).toContain('2 of 2');
    await page.getByRole('button', { name: 'Many links' }).first().click();
    await page.getByRole('textbox', { name: 'Max links' }).waitFor();
    await picture(page, 'console-policy');
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it('fits a phone in the dark, and the strange text too', async () => {
    const look = { theme: 'dark', width: 390, height: 844 } as const;
    const page = await desk.open(ADMIN_KEY, POLICY, look);
    await page.locator('.rule').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Try a text' }).click();
    await page.getByLabel('A comment').fill(`\u202eevil ${'w'.repeat(400)} <b>moron</b>`);
    await page.locator('.try-text').getByText('RLO').waitFor();
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBe(390);
    await page.getByRole('button', { name: 'Document' }).click();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});

describe('a replay', () => {
  it('shows what the draft would have done, as a flow, in figures and by examples', async () => {
    const page = await desk.open(ADMIN_KEY, POLICY);
    await page.getByLabel('What follows from Personal attacks').selectOption('reject');
    await page.getByRole('switch', { name: 'Shouting is on' }).uncheck();
    await bar(page).getByRole('link', { name: 'Replay on stored comments' }).click();
    await page.getByRole('button', { name: 'Replay' }).click();
    await page.getByRole('heading', { name: '7 of 16 comments would change' }).waitFor();
    const held = page.getByRole('button', { name: '4 from Hold to Reject: show examples' });
    await held.click();
    expect(await page.locator('.example').count()).toBe(4);
    expect(await page.locator('.people-won').first().innerText()).toBe('+7');
    expect(await page.locator('.people-lost').first().innerText()).toBe('−0');
    await page.getByRole('button', { name: 'Won', exact: true }).click();
    expect(await page.locator('.example').count()).toBe(4);
    await page.getByRole('button', { name: 'Lost', exact: true }).click();
    await page.getByText('No example of this kind was kept.').waitFor();
    await page.getByRole('button', { name: 'All', exact: true }).click();
    await page.getByRole('button', { name: /^Open: You are a clueless/u }).click();
    await page.locator('dialog').getByText('clueless').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.evaluate("document.querySelector('main.content').scrollTo(0, 0)");
    await picture(page, 'console-replay');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});

describe('saving', () => {
  it('shows what changes first, and makes a version that can be taken back', async () => {
    const page = await desk.open(ADMIN_KEY, `${POLICY}?find=shouting`);
    await page.getByLabel('Only watch Shouting').check();
    await page.getByRole('button', { name: 'Review and save' }).click();
    await page.locator('dialog').getByText('Shouting › Only watch').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await save(page);
    expect((await inForce()).rules['shouting']).toMatchObject({ observe: true });
    await page.getByRole('link', { name: 'Versions' }).click();
    await page.getByRole('heading', { name: 'From version 1 to version 2' }).waitFor();
    await page.getByText('Shouting › Only watch').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Put in force again: version 1' }).click();
    await page.getByRole('button', { name: 'Put version 3 in force' }).click();
    await page.locator('.version-name', { hasText: 'Version 3' }).waitFor();
    const { version, rules } = await inForce();
    expect([version, rules['shouting']?.['observe']]).toEqual([3, false]);
    await page.context().close();
  });

  it('carries a draft over to what a colleague put in force meanwhile', async () => {
    const page = await desk.open(ADMIN_KEY, `${POLICY}?find=links`);
    await page.getByRole('button', { name: 'Many links' }).click();
    await page.getByRole('textbox', { name: 'Max links' }).fill('1');
    const before = await inForce();
    const theirs = withSetting(before, 'shouting', { action: 'approve' });
    // What a colleague does meanwhile.
    await putPolicy(desk, withSetting(theirs, 'link_count', { max_links: 4 }));
    await page.getByText(/came into force while you were working/u).waitFor();
    await page.getByRole('button', { name: 'Show what changed' }).click();
    await page.getByText('Shouting › Action').waitFor();
    await page.getByRole('button', { name: 'Carry my changes over' }).click();
    await page.locator('.toast', { hasText: 'Many links › Max links' }).waitFor();
    await bar(page).getByText('1 change').waitFor();
    await save(page);
    const { version, rules } = await inForce();
    expect(version).toBe(before.version + 2);
    expect(rules['link_count']?.['max_links']).toBe(1);
    expect(rules['shouting']?.['action']).toBe('approve');
    await page.context().close();
  });
});

describe('the terms', () => {
  it('are added, pasted, tried and removed as part of the draft', async () => {
    const page = await desk.open(ADMIN_KEY, `${POLICY}/terms`);
    await page.getByText('No term is blocked yet').waitFor();
    await page.getByRole('button', { name: 'Add a term' }).click();
    await page.locator('dialog').getByLabel('Term', { exact: true }).fill('casino');
    await page.getByLabel('Breaks the standard').selectOption('spam');
    await page.getByRole('button', { name: 'Keep in the draft' }).click();
    await page.getByRole('button', { name: 'Paste a list' }).click();
    await page.getByLabel('A term on each line').fill('blue pill\nCasino\n\nlottery\nlottery');
    await page.getByText('2 new, 2 in the list already').waitFor();
    await page.getByRole('button', { name: 'Add 2 terms' }).click();
    expect(await page.locator('.terms .term-text').allInnerTexts()).toEqual([
      ...['lottery', 'blue pill', 'casino'],
    ]);
    await page.getByRole('button', { name: 'Try: casino' }).click();
    await page.getByText(/Sees through \d+ of \d+ spellings/u).waitFor();
    const spelt = page.locator('.spelling', { hasText: 'digits' });
    expect(await spelt.innerText()).toContain('c451n0');
    expect(await spelt.innerText()).toContain('seen through');
    await page.getByText('In 1 of the last').waitFor();
    await page.locator('.trial-texts .mark', { hasText: 'casino' }).waitFor();
    await picture(page, 'console-terms');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Remove: lottery' }).click();
    await save(page);
    expect((await inForce()).rules['blocked_terms']?.['terms']).toEqual([
      { term: 'casino', standard: 'spam' },
      'blue pill',
    ]);
    await page.context().close();
  });

  it('that make no sense are marked in their row', async () => {
    const page = await desk.open(ADMIN_KEY, `${POLICY}/terms?list=allowed`);
    await page.getByRole('button', { name: 'Add a term' }).click();
    await page.locator('dialog').getByLabel('Term', { exact: true }).fill('x');
    await page.keyboard.press('Enter');
    await page.locator('.terms .setting-fault', { hasText: 'nearly every comment' }).waitFor();
    await page.context().close();
  });
});

import { readFile } from '../source-tree.js';

/** A page of the console as the test of every page goes to it. */
export interface Visit {
  /** The address of the screen that it shows, as screens.ts has it; null for what has none. */
  readonly screen: string | null;
  /** Beyond /console/. */
  readonly path: string;
  /** What its tab says before the name of the console. */
  readonly title: { readonly en: string; readonly de: string };
  /** What is there once the page is; on a phone it may be out of sight. */
  readonly shows: string;
}

/** What the pages of single things are about, by our ids. */
export interface Things {
  readonly appeal: string;
  readonly notice: string;
  readonly block: string;
  readonly webhook: string;
}

/** The address of each screen of the console. */
export function screenPaths(): readonly string[] {
  const { text } = readFile('src/console/screens.ts');
  return [...text.matchAll(/path: '([^']+)'/gu)].map(([, path = '']) => path);
}

const both = (title: string): Visit['title'] => ({ en: title, de: title });

const APPEALS = { en: 'Appeals', de: 'Einsprüche' };
const NOTICES = { en: 'Notices', de: 'Hinweise' };
const BLOCKS = { en: 'Blocks', de: 'Sperren' };

/** Every page, from the queue on down the navigation. */
export function visits({ appeal, notice, block, webhook }: Things): readonly Visit[] {
  return [...deskVisits({ appeal, notice, block }), ...houseVisits(webhook)];
}

function deskVisits({ appeal, notice, block }: Omit<Things, 'webhook'>): readonly Visit[] {
  return [
    {
      ...{ screen: '/queue', path: 'queue', shows: '.score' },
      title: { en: 'Queue', de: 'Warteschlange' },
    },
    {
      ...{ screen: '/search', path: 'search?text=bridge', shows: '.comment-card' },
      title: { en: 'bridge – Search', de: 'bridge – Suche' },
    },
    {
      ...{ screen: '/comments/:id', path: 'comments/5', shows: '.score' },
      title: { en: 'Comment by otto_1954', de: 'Kommentar von otto_1954' },
    },
    {
      ...{ screen: '/authors/:id', path: 'authors/otto', shows: '.comment-card' },
      title: both('otto_1954'),
    },
    {
      ...{ screen: '/threads/:id', path: 'threads/bridge', shows: '.comment-card' },
      title: both('The old bridge closes in spring: what it means for the town'),
    },
    { screen: '/appeals/:id?', path: 'appeals', shows: '.two-item', title: APPEALS },
    { screen: '/appeals/:id?', path: `appeals/${appeal}`, shows: '.glance .counts', title: APPEALS },
    { screen: '/notices/:id?', path: 'notices', shows: '.two-item', title: NOTICES },
    { screen: '/notices/:id?', path: `notices/${notice}`, shows: '.glance .counts', title: NOTICES },
    { screen: '/blocks/:id?', path: 'blocks', shows: '.two-item', title: BLOCKS },
    { screen: '/blocks/:id?', path: `blocks/${block}`, shows: '.block-pane', title: BLOCKS },
  ];
}

function houseVisits(webhook: string): readonly Visit[] {
  return [
    ...policyVisits(),
    {
      ...{ screen: '/statistics', path: 'statistics', shows: '.figure canvas' },
      title: { en: 'Statistics', de: 'Statistik' },
    },
    {
      ...{ screen: '/model', path: 'model', shows: '.model-metrics' },
      title: { en: 'Model', de: 'Modell' },
    },
    {
      ...{ screen: '/audit', path: 'audit', shows: '.record-entry' },
      title: { en: 'Record', de: 'Protokoll' },
    },
    {
      ...{ screen: '/keys', path: 'keys', shows: '.keys-list tbody tr' },
      title: { en: 'Keys', de: 'Schlüssel' },
    },
    {
      ...{ screen: '/webhooks', path: 'webhooks', shows: '.webhooks-list .card' },
      title: both('Webhooks'),
    },
    {
      ...{ screen: '/webhooks/:id', path: `webhooks/${webhook}`, shows: 'td button' },
      title: both('https://hooks.example.invalid/in – Webhooks'),
    },
    {
      ...{ screen: null, path: 'nothing-is-here', shows: '.page a' },
      title: { en: 'There is no such page', de: 'Diese Seite gibt es nicht' },
    },
  ];
}

function policyVisits(): readonly Visit[] {
  return [
    {
      ...{ screen: '/policy/*?', path: 'policy', shows: '.rule' },
      title: { en: 'Policy', de: 'Richtlinie' },
    },
    {
      ...{ screen: '/policy/*?', path: 'policy/terms', shows: '.terms tbody tr' },
      title: { en: 'Terms – Policy', de: 'Begriffe – Richtlinie' },
    },
    {
      ...{ screen: '/policy/*?', path: 'policy/replay', shows: '.replay' },
      title: { en: 'Replay – Policy', de: 'Gegenprobe – Richtlinie' },
    },
    {
      ...{ screen: '/policy/*?', path: 'policy/versions', shows: '.versions tbody tr' },
      title: { en: 'Versions – Policy', de: 'Versionen – Richtlinie' },
    },
  ];
}

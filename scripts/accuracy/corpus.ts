import { readFileSync } from 'node:fs';

import type { Action } from '../../src/domain/action.js';
import type { Peer } from './peers.js';
import { table } from './table.js';

const FOLDER = 'tests/moderation/corpus';

interface Evasion {
  readonly technique: string;
  readonly text: string;
}

interface Innocent {
  readonly kind: string;
  readonly text: string;
}

/** The values of a file with one JSON text a line. */
export const readLines = (path: string): readonly unknown[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));

export const evasions = (): readonly Evasion[] =>
  [
    ...readLines(`${FOLDER}/evasions.jsonl`),
    ...readLines(`${FOLDER}/evasions-in-the-wild.jsonl`),
  ] as readonly Evasion[];

export const innocents = (): readonly Innocent[] =>
  readLines(`${FOLDER}/innocents.jsonl`) as readonly Innocent[];

type Judge = (text: string) => Action;

/** What is found of each technique, and what is wrongly flagged, beside the peers. */
export function corpusReport(judge: Judge, peers: readonly Peer[]): string {
  const flags = [(text: string) => judge(text) !== 'approve', ...peers.map((peer) => peer.flags)];
  const rows = evasions();
  const techniques = [...new Set(rows.map(({ technique }) => technique))];
  const line = (name: string, texts: readonly string[]): string[] => [
    name,
    String(texts.length),
    ...flags.map((flag) => percent(texts.filter(flag).length, texts.length)),
  ];
  const found = techniques.map((technique) =>
    line(technique, rows.flatMap((row) => (row.technique === technique ? [row.text] : []))),
  );
  const names = ['Gatepost', ...peers.map(({ name }) => name)];
  const clean = innocents().map(({ text }) => text);
  const held = clean.filter((text) => judge(text) === 'hold').length;
  const rejected = clean.filter((text) => judge(text) === 'reject').length;
  return [
    'Evasions found, by technique',
    '',
    table(['technique', 'texts', ...names], [
      ...found,
      line('all', rows.map(({ text }) => text)),
    ]),
    '',
    'Innocents flagged',
    '',
    table(['', 'texts', ...names], [line('all', clean)]),
    '',
    `Of the innocents Gatepost rejects ${percent(rejected, clean.length)} (${rejected}) and holds ` +
      `${percent(held, clean.length)} (${held}).`,
  ].join('\n');
}

export const percent = (part: number, whole: number): string =>
  `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

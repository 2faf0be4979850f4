import { readFileSync } from 'node:fs';

import type { Action } from '../../src/domain/action.js';
import type { Peer } from './peers.js';
import { table } from './table.js';

const FOLDER = 'tests/moderation/corpus';

/** A text of the corpus, under what it tries or what it is about. */
export interface CorpusRow {
  readonly group: string;
  readonly text: string;
}

/** The values of a file with one JSON text a line. */
export const readLines = (path: string): readonly unknown[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));

/** A file of the corpus; `key` is the member that names the group of a row. */
function rowsOf(file: string, key: 'technique' | 'kind' | 'standard'): readonly CorpusRow[] {
  const rows = readLines(`${FOLDER}/${file}`) as readonly Readonly<Record<string, string>>[];
  return rows.map((row) => ({ group: row[key] ?? '', text: row['text'] ?? '' }));
}

/** Written by us, and by people who had not seen the engine. */
export const evasions = (): readonly CorpusRow[] => [
  ...rowsOf('evasions.jsonl', 'technique'),
  ...rowsOf('evasions-in-the-wild.jsonl', 'technique'),
];
export const evasionsByOthers = (): readonly CorpusRow[] =>
  rowsOf('evasions-by-others.jsonl', 'technique');
export const innocents = (): readonly CorpusRow[] => rowsOf('innocents.jsonl', 'kind');
export const innocentsByOthers = (): readonly CorpusRow[] =>
  rowsOf('innocents-by-others.jsonl', 'kind');
/** Abuse in plain spelling, much of it without a bad word. */
export const plainAbuse = (): readonly CorpusRow[] => rowsOf('plain-abuse.jsonl', 'standard');

type Judge = (text: string) => Action;
type Flag = (text: string) => boolean;

/** What is found of each technique, and what is wrongly flagged, beside the peers. */
export function corpusReport(judge: Judge, peers: readonly Peer[]): string {
  const flags: readonly Flag[] = [
    (text) => judge(text) !== 'approve',
    ...peers.map((peer) => peer.flags),
  ];
  const head = ['texts', 'Gatepost', ...peers.map(({ name }) => name)];
  const section = (title: string, rows: readonly CorpusRow[]): string =>
    `${title}\n\n${table(['', ...head], grouped(rows, flags))}`;
  return [
    section('Evasions found, by technique: our own', evasions()),
    section('Evasions found: by others', evasionsByOthers()),
    section('Abuse in plain spelling found, by standard', plainAbuse()),
    section('Innocents flagged: our own', innocents()),
    section('Innocents flagged: by others', innocentsByOthers()),
    waiting('Of our own innocents', innocents(), judge),
    waiting('Of those by others', innocentsByOthers(), judge),
  ].join('\n\n');
}

function grouped(rows: readonly CorpusRow[], flags: readonly Flag[]): string[][] {
  const line = (name: string, texts: readonly string[]): string[] => [
    name,
    String(texts.length),
    ...flags.map((flag) => percent(texts.filter(flag).length, texts.length)),
  ];
  const groups = [...new Set(rows.map(({ group }) => group))];
  return [
    ...groups.map((name) =>
      line(name, rows.flatMap(({ group, text }) => (group === name ? [text] : []))),
    ),
    line('all', rows.map(({ text }) => text)),
  ];
}

function waiting(of: string, rows: readonly CorpusRow[], judge: Judge): string {
  const count = (action: Action): string => {
    const found = rows.filter(({ text }) => judge(text) === action).length;
    return `${percent(found, rows.length)} (${found})`;
  };
  return `${of} Gatepost rejects ${count('reject')} and holds ${count('hold')}.`;
}

export const percent = (part: number, whole: number): string =>
  `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

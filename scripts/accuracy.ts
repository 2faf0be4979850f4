/**
 * npm run accuracy [-- FILE.jsonl]
 *
 * Without a file: the corpus under tests/moderation/corpus, by technique. With one, of lines
 * `{text, label}`: precision, recall and F1 of the whole engine, where held or rejected counts as
 * flagged, and of other word filters on the same rows.
 */
import { resolve } from 'node:path';

import { corpusReport, percent, readLines } from './accuracy/corpus.js';
import { engine } from './accuracy/engine.js';
import { peers } from './accuracy/peers.js';
import { table } from './accuracy/table.js';

interface Row {
  readonly text: string;
  readonly label: number | boolean;
}

function fileReport(path: string): string {
  const rows = readLines(path) as readonly Row[];
  const judge = engine();
  const subjects = [
    { name: 'Gatepost (held or rejected)', flags: (text: string) => judge(text) !== 'approve' },
    { name: 'Gatepost (rejected)', flags: (text: string) => judge(text) === 'reject' },
    ...peers(),
  ];
  const lines = subjects.map(({ name, flags }) => {
    let right = 0;
    let wrong = 0;
    let missed = 0;
    for (const { text, label } of rows) {
      const toxic = Number(label) >= 0.5;
      const flagged = flags(text);
      if (flagged && toxic) right += 1;
      else if (flagged) wrong += 1;
      else if (toxic) missed += 1;
    }
    const f1 = (2 * right) / Math.max(1, 2 * right + wrong + missed);
    return [
      name,
      percent(right, right + wrong),
      percent(right, right + missed),
      f1.toFixed(3),
      percent(wrong, rows.length - right - missed),
    ];
  });
  const head = ['', 'precision', 'recall', 'F1', 'of the clean flagged'];
  return `${rows.length} rows\n\n${table(head, lines)}`;
}

const file = process.argv[2];
const report =
  file === undefined
    ? corpusReport(engine(), peers())
    : fileReport(resolve(process.env['INIT_CWD'] ?? '.', file));
process.stdout.write(`${report}\n`);

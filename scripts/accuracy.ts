/**
 * npm run accuracy [-- FILE.jsonl [--svg FILE.svg]]
 *
 * Without a file: the corpus under tests/moderation/corpus, by technique. With one, of lines
 * `{text, label}` or with several label columns: how well the classifier orders the rows, and what
 * it, the whole engine (held or rejected counts as flagged) and other word filters flag of them;
 * with `--svg` also as a picture, in which whatever answers yes or no is a point.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { corpusReport } from './accuracy/corpus.js';
import { engine, scorer } from './accuracy/engine.js';
import { fileReport } from './accuracy/file-report.js';
import { peers } from './accuracy/peers.js';
import { labelledRows } from './accuracy/rows.js';
import { HOLD_AT } from './accuracy/thresholds.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { svg: { type: 'string' } },
});
const inCaller = (path: string): string => resolve(process.env['INIT_CWD'] ?? '.', path);
const [file] = positionals;
if (file === undefined) {
  process.stdout.write(`${corpusReport(engine(), peers())}\n`);
} else {
  const subjects = { score: scorer(), judge: engine(), peers: peers(), hold_at: HOLD_AT };
  const { text, svg } = fileReport(labelledRows(inCaller(file)), subjects);
  if (values.svg !== undefined) writeFileSync(inCaller(values.svg), svg);
  process.stdout.write(`${text}\n`);
}

/**
 * npm run bench:judge
 *
 * How long judging takes: the whole engine under the default policy, beside other word filters on
 * the same texts, in one process and in turns. What is measured is listed in judging.ts.
 */
import { cpus } from 'node:os';

import { judging, WHOLE_ENGINE } from './judging.js';
import { measured } from './measure.js';
import { benchReport } from './report.js';

const LENGTHS = [50, 400, 2_000, 10_000] as const;
const COMMENT_LENGTH = 400;

const processors = cpus();
const machine = {
  cpu: processors[0]?.model ?? 'unknown processor',
  cores: processors.length,
  node: process.versions.node,
};
const against = { name: WHOLE_ENGINE, length: COMMENT_LENGTH };
process.stdout.write(`${benchReport(measured(judging(), LENGTHS), machine, against)}\n`);

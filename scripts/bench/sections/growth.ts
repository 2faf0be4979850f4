import { statSync } from 'node:fs';
import { join } from 'node:path';

import { type Bench, goal, type Section } from '../sections.js';
import { inRounds } from '../service/rounds.js';
import { bare, gatepost } from '../service/subjects.js';
import { million } from '../million.js';
import { lists } from './lists.js';
import { mixed } from './mixed.js';
import { BARE, loadTable, notes } from './submits.js';

const SMALL = 'POST /v1/comments, a new file';
const TOLD_EVERY = 100_000;

/** The service on a new file beside one with a million comments: submits, lists, both at once. */
export async function growth(bench: Bench): Promise<Section> {
  const { folder, rows, plan } = bench;
  const file = join(folder, 'million.db');
  await million(`sqlite:${file}`, rows, {
    onProgress: (stored) => {
      if (stored % TOLD_EVERY === 0) plan.say(`${stored} comments stored`);
    },
  });
  const size = (statSync(file).size / 1e9).toFixed(1);
  const count = rows.toLocaleString('en');
  const large = `POST /v1/comments, ${count} comments there`;
  const subjects = [
    bare(BARE, bench, 0),
    gatepost(SMALL, bench),
    gatepost(large, bench, { kept: file }),
  ] as const;
  const measured = await inRounds(subjects, bench.load, plan);
  const of = (name: string): number =>
    measured.find((each) => each.name === name)?.median.cpu ?? Number.NaN;
  const [, small, big] = subjects;
  const latency = await mixed(bench, { small, large: big });
  const text = [
    `The large database has ${size} GB, with authors, decisions, findings and the record.`,
    '',
    loadTable(measured, BARE),
    '',
    ...notes(measured),
    '',
    latency.text,
    '',
    await lists(bench, file),
  ].join('\n');
  const times = of(large) / of(SMALL);
  const grown = goal(`processor time of a submit at ${count} comments, times`, times, { max: 1.25 });
  return { title: 'Growth, mixed load and lists', text, goals: [grown, ...latency.goals] };
}

import { table } from '../../accuracy/table.js';
import { CONNECTIONS, inRounds, type Measured } from '../service/rounds.js';
import { bare, byHand, gatepost, newKey, startGatepost } from '../service/subjects.js';
import { type Bench, type Goal, goal, ratio, type Section } from '../sections.js';
import { commentOf } from '../load/comments.js';

export const BARE = 'bare Fastify, the same body and validation';
const BARE_LONG = 'bare Fastify, an answer as long as ours';
const SUBMIT = 'POST /v1/comments, SQLite';
const LOGGED = 'the same, with a line of log for each request';
const PREVIEW = 'POST /v1/preview';
const BY_HAND = 'by hand: Fastify, bad-words, one insert';

/** Submits beside bare Fastify and beside what people write by hand. */
export async function submits(bench: Bench): Promise<Section> {
  const subjects = [
    bare(BARE, bench, 0),
    bare(BARE_LONG, bench, await answerBytes(bench)),
    gatepost(SUBMIT, bench),
    gatepost(LOGGED, bench, { env: { LOG_LEVEL: 'info' } }),
    gatepost(PREVIEW, bench, { path: '/v1/preview', expected: 200 }),
    byHand(BY_HAND, bench),
  ];
  const measured = await inRounds(subjects, bench.load, bench.plan);
  const { rounds, seconds } = bench.plan;
  const text = [
    `${CONNECTIONS} connections, each of which sends its next comment when the last is answered;`,
    `medians of ${rounds} rounds of ${seconds} s, each on a new process and a new file.`,
    '',
    loadTable(measured, BARE),
    '',
    ...notes(measured),
  ].join('\n');
  return { title: 'Submits', text, goals: goalsOf(measured) };
}

/** What a 201 weighs, so that bare Fastify can answer as much. */
async function answerBytes({ folder, cores }: Bench): Promise<number> {
  const key = newKey();
  const child = await startGatepost(`sqlite:${folder}/first.db`, key, { core: cores.server });
  const response = await fetch(`${child.url}/v1/comments`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(commentOf(1)),
  });
  const { byteLength } = await response.arrayBuffer();
  await child.stop();
  return byteLength;
}

/** A row for each, with ratios to the row of that name. */
export function loadTable(measured: readonly Measured[], base: string): string {
  const to = measured.find(({ name }) => name === base)?.median;
  const head = ['', 'a second', 'of bare', 'CPU µs', '× bare', 'p50 ms', 'p99 ms', 'p99.9 ms'];
  const rows = measured.map(({ name, median }) => [
    name,
    Math.round(median.perSecond).toLocaleString('en'),
    ratio(median.perSecond, to?.perSecond ?? NaN),
    processorOf(median),
    ratio(median.cpu + median.databaseCpu, to?.cpu ?? NaN),
    ...[median.p50, median.p99, median.p999].map((each) => each.toFixed(1)),
  ]);
  return table(head, rows);
}

function processorOf({ cpu, databaseCpu }: Measured['median']): string {
  return databaseCpu === 0 ? cpu.toFixed(0) : `${cpu.toFixed(0)} + ${databaseCpu.toFixed(0)}`;
}

/** What became of the comments: all that were answered are there, or the run would have failed. */
export function notes(measured: readonly Measured[]): readonly string[] {
  const stored = measured.flatMap(({ name, mix, answers }) => {
    if (mix === null || Object.keys(mix).length === 0) return [];
    const parts = Object.entries(mix).map(([status, count]) => `${count} ${status}`);
    return [`- ${name}: ${answers} answers of 201, all of them stored: ${parts.join(', ')}`];
  });
  const refused = measured.flatMap(({ name, others, firstOther }) => {
    const said = firstOther?.split('\r\n')[0] ?? '';
    return others === 0 ? [] : [`- **${name}: ${others} other answers**, the first: \`${said}\``];
  });
  const most = Math.max(...measured.map(({ median }) => median.load));
  const generator = `- The load generator used at most ${(most * 100).toFixed(0)} % of its core.`;
  return [...stored, ...refused, generator];
}

function goalsOf(measured: readonly Measured[]): readonly Goal[] {
  const of = (name: string) => measured.find((each) => each.name === name)?.median.perSecond ?? NaN;
  return [
    goal('submits, of bare Fastify’s throughput', of(SUBMIT) / of(BARE), { min: 0.2 }),
    goal('previews, of bare Fastify’s throughput', of(PREVIEW) / of(BARE), { min: 0.5 }),
    goal('submits, of those of the handler by hand', of(SUBMIT) / of(BY_HAND), { min: 2 }),
  ];
}

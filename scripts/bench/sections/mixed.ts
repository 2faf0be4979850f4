import { table } from '../../accuracy/table.js';
import type { StreamResult } from '../load/job.js';
import { type Bench, type Goal, goal } from '../sections.js';
import { median } from '../service/rounds.js';
import { commentsTo, readsOf } from '../service/streams.js';
import type { Running, Subject } from '../service/subjects.js';

/** Comments of other parts of the benchmark have lower numbers. */
const FROM = 100_000_000;
const ROUND_COMMENTS_MAX = 1_000_000;

interface Read {
  readonly name: string;
  readonly path: string;
  readonly perSecond: number;
}

interface Case {
  readonly name: string;
  readonly subject: Subject;
  /** What is read beside, so many times a second. */
  readonly reads: readonly Read[];
}

/** A moderators' office: windows that look again, and people who search. */
const READS = [
  { name: 'list', path: '/v1/comments?status=pending', perSecond: 20 },
  { name: 'queue', path: '/v1/queue', perSecond: 10 },
  { name: 'search', path: '/v1/comments?text=ferry', perSecond: 5 },
] as const satisfies readonly Read[];

/** The time that submits take at half of what the server can do, alone and beside readers. */
export async function mixed(
  bench: Bench,
  { small, large }: { readonly small: Subject; readonly large: Subject },
): Promise<{ readonly text: string; readonly goals: readonly Goal[] }> {
  const cases: readonly Case[] = [
    { name: 'submits alone, a new file', subject: small, reads: [] },
    { name: 'submits alone, the large file', subject: large, reads: [] },
    { name: 'submits beside readers, the large file', subject: large, reads: READS },
  ];
  const taken = new Map<Case, (readonly StreamResult[])[]>(cases.map((each) => [each, []]));
  for (let at = 0; at < bench.plan.rounds; at += 1) {
    for (const each of at % 2 === 0 ? cases : cases.toReversed()) {
      const number = at * cases.length + cases.indexOf(each);
      const results = await atHalf(each, bench, FROM + number * ROUND_COMMENTS_MAX);
      taken.get(each)?.push(results);
      const p99 = results[0]?.p99.toFixed(1) ?? '';
      bench.plan.say(`half of the load, round ${at + 1}: ${each.name}: p99 ${p99} ms`);
    }
  }
  const rows = [...taken].flatMap(([{ name, reads }, rounds]) =>
    [name, ...reads.map((read) => `… ${read.name}, ${read.perSecond} a second`)].map(
      (row, stream) => [row, ...figures(rounds.map((round) => round[stream]))],
    ),
  );
  const [alone] = taken.values();
  const p99 = median((alone ?? []).map(([submits]) => submits?.p99 ?? Number.NaN));
  const text = [
    'At half of the load that it can take, in requests that are due whether or not others were',
    'answered; milliseconds from when a request was due.',
    '',
    table(['', 'a second', 'p50 ms', 'p99 ms', 'p99.9 ms', 'not answered so'], rows),
  ].join('\n');
  return { text, goals: [goal('p99 of a submit at half of the load, ms', p99, { max: 25 })] };
}

/** The server as fast as it can, and then half of that; what is read beside the second alone. */
async function atHalf({ subject, reads }: Case, { load, plan }: Bench, from: number) {
  const server: Running = await subject.start();
  const full = async (at: number, seconds: number): Promise<StreamResult | undefined> => {
    const stream = commentsTo(server, subject, { from: at, perSecond: null });
    return (await load.run({ streams: [stream], seconds })).streams[0];
  };
  const warm = await full(from, plan.warmSeconds);
  const sent = (warm?.answers ?? 0) + (warm?.others ?? 0);
  const most = await full(from + sent, plan.seconds);
  if (most === undefined) throw new Error('the load generator answered for nothing');
  const next = from + sent + most.answers + most.others;
  const perSecond = most.answers / most.seconds / 2;
  const streams = [
    commentsTo(server, subject, { from: next, perSecond }),
    ...reads.map((read) => readsOf(server, read.name, read)),
  ];
  const { streams: results } = await load.run({ streams, seconds: plan.seconds });
  await server.end();
  return results;
}

function figures(rounds: readonly (StreamResult | undefined)[]): readonly string[] {
  const of = (figure: (result: StreamResult) => number): number =>
    median(rounds.map((result) => (result === undefined ? Number.NaN : figure(result))));
  return [
    of(({ answers, seconds }) => answers / seconds).toFixed(0),
    of(({ p50 }) => p50).toFixed(1),
    of(({ p99 }) => p99).toFixed(1),
    of(({ p999 }) => p999).toFixed(1),
    of(({ others }) => others).toFixed(0),
  ];
}

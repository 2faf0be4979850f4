import type { Plan } from '../sections.js';
import type { Load } from './load.js';
import type { Mix, Subject } from './subjects.js';

export const CONNECTIONS = 64;

/** Each round has other comments than the one before: a database may be the same. */
const ROUND_COMMENTS_MAX = 1_000_000;

/** One subject in one round. */
export interface Sample {
  readonly perSecond: number;
  /** Microseconds of the processor for one answer: the server's, and a database server's. */
  readonly cpu: number;
  readonly databaseCpu: number;
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  /** The share of its core that the load generator used. */
  readonly load: number;
}

export interface Measured {
  readonly name: string;
  /** The median of each figure over the rounds. */
  readonly median: Sample;
  readonly answers: number;
  /** Answers that were not the expected one, and the beginning of one of them. */
  readonly others: number;
  readonly firstOther: string | null;
  /** Of all rounds; null where nothing is stored. */
  readonly mix: Mix | null;
}

type Round = Sample & Omit<Measured, 'name' | 'median'>;

/**
 * Every subject once in every round, in turns and each second time backwards, so that what disturbs
 * the machine for a while disturbs all of them.
 *
 * @throws Error where what is stored is not what was answered.
 */
export async function inRounds(
  subjects: readonly Subject[],
  load: Load,
  plan: Plan,
): Promise<readonly Measured[]> {
  const taken = new Map<Subject, Round[]>(subjects.map((subject) => [subject, []]));
  for (let at = 0; at < plan.rounds; at += 1) {
    for (const subject of at % 2 === 0 ? subjects : subjects.toReversed()) {
      const round = await measured(subject, load, { ...plan, from: at * ROUND_COMMENTS_MAX });
      taken.get(subject)?.push(round);
      const { perSecond, cpu, p99 } = round;
      const figures = `${perSecond.toFixed(0)}/s, ${cpu.toFixed(0)} µs, p99 ${p99.toFixed(1)} ms`;
      plan.say(`round ${at + 1} of ${plan.rounds}: ${subject.name}: ${figures}`);
    }
  }
  return [...taken].map(([{ name }, rounds]) => ({
    name,
    median: medianOf(rounds),
    answers: rounds.reduce((sum, { answers }) => sum + answers, 0),
    others: rounds.reduce((sum, { others }) => sum + others, 0),
    firstOther: rounds.find(({ others }) => others > 0)?.firstOther ?? null,
    mix: rounds.reduce<Mix | null>((sum, { mix }) => together(sum, mix), null),
  }));
}

async function measured(
  subject: Subject,
  load: Load,
  plan: Plan & { readonly from: number },
): Promise<Round> {
  const server = await subject.start();
  const run = async (from: number, seconds: number) => {
    const what = { post: subject.path, from };
    const { urls, key } = server;
    const stream = { name: subject.name, urls, key, what, expected: subject.expected };
    const job = { ...stream, connections: CONNECTIONS, perSecond: null };
    const result = await load.run({ streams: [job], seconds });
    const [answered] = result.streams;
    if (answered === undefined) throw new Error('the load generator answered for nothing');
    return { ...answered, load: result.load };
  };
  const warm = await run(plan.from, plan.warmSeconds);
  const [before, databaseBefore] = [server.cpu(), server.databaseCpu()];
  const result = await run(plan.from + warm.answers, plan.seconds);
  const cpu = (server.cpu() - before) / result.answers;
  const databaseCpu = (server.databaseCpu() - databaseBefore) / result.answers;
  const mix = await server.end();
  const sums = { answers: warm.answers + result.answers, others: warm.others + result.others };
  if (mix !== null && subject.path === '/v1/comments') refuseLost(subject.name, sums, mix);
  const firstOther = warm.firstOther ?? result.firstOther;
  const perSecond = result.answers / result.seconds;
  return { ...result, perSecond, cpu, databaseCpu, ...sums, firstOther, mix };
}

type Sums = Pick<Measured, 'answers' | 'others'>;

/** Every comment that was answered with 201 is stored, and no other but those of other answers. */
function refuseLost(name: string, { answers, others }: Sums, mix: Mix): void {
  const stored = Object.values(mix).reduce((sum, count) => sum + count, 0);
  if (stored >= answers && stored <= answers + others) return;
  throw new Error(`${name}: ${answers} answers of 201 and ${others} others, stored ${stored}`);
}

function medianOf(rounds: readonly Sample[]): Sample {
  const of = (figure: keyof Sample): number => median(rounds.map((round) => round[figure]));
  return {
    perSecond: of('perSecond'),
    cpu: of('cpu'),
    databaseCpu: of('databaseCpu'),
    p50: of('p50'),
    p99: of('p99'),
    p999: of('p999'),
    load: of('load'),
  };
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function together(one: Mix | null, other: Mix | null): Mix | null {
  if (one === null || other === null) return one ?? other;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  const sum = (name: string): number => (one[name] ?? 0) + (other[name] ?? 0);
  return Object.fromEntries([...names].map((name) => [name, sum(name)]));
}

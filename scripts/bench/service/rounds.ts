import type { StreamResult } from '../load/job.js';
import { cpuOf } from './child.js';
import type { Plan } from '../sections.js';
import type { Load } from './load.js';
import type { Mix, Running, Subject } from './subjects.js';

export const CONNECTIONS = 64;

/** One subject in one round. */
export interface Sample {
  readonly perSecond: number;
  /** Microseconds of the processor for one answer. */
  readonly cpu: number;
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
  /** Of all rounds; null where nothing is stored. */
  readonly mix: Mix | null;
}

type Round = Sample & { readonly answers: number; readonly mix: Mix | null };

/**
 * Every subject once in every round, in turns and each second time backwards, so that what disturbs
 * the machine for a while disturbs all of them.
 *
 * @throws Error where an answer was not the expected one, or where what is stored is not what was
 * answered.
 */
export async function inRounds(
  subjects: readonly Subject[],
  load: Load,
  plan: Plan,
): Promise<readonly Measured[]> {
  const taken = new Map<Subject, Round[]>(subjects.map((subject) => [subject, []]));
  for (let at = 0; at < plan.rounds; at += 1) {
    for (const subject of at % 2 === 0 ? subjects : subjects.toReversed()) {
      const round = await measured(subject, load, plan);
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
    mix: rounds.reduce<Mix | null>((sum, { mix }) => together(sum, mix), null),
  }));
}

async function measured(subject: Subject, load: Load, plan: Plan): Promise<Round> {
  const server = await subject.start();
  const run = async (from: number, seconds: number) => {
    const what = { post: subject.path, from };
    const { urls, key } = server;
    const stream = { name: subject.name, urls, key, what, expected: subject.expected };
    const job = { ...stream, connections: CONNECTIONS, perSecond: null };
    const result = await load.run({ streams: [job], seconds });
    const [answered] = result.streams;
    if (answered === undefined) throw new Error('the load generator answered for nothing');
    refuseOthers(answered);
    return { ...answered, load: result.load };
  };
  const warm = await run(0, plan.warmSeconds);
  const before = cpuOfAll(server);
  const result = await run(warm.answers, plan.seconds);
  const cpu = (cpuOfAll(server) - before) / result.answers;
  const mix = await server.end();
  const answers = warm.answers + result.answers;
  if (mix !== null && subject.path === '/v1/comments') refuseLost(subject.name, answers, mix);
  return { ...result, perSecond: result.answers / result.seconds, cpu, answers, mix };
}

const cpuOfAll = ({ pids }: Running): number => pids.reduce((sum, pid) => sum + cpuOf(pid), 0);

/** A figure of which a part are refusals would say nothing. */
export function refuseOthers({ name, others, firstOther }: StreamResult): void {
  if (others > 0) throw new Error(`${name}: ${others} other answers, as\n${firstOther ?? ''}`);
}

/** Every comment that was answered is stored, and no other. */
function refuseLost(name: string, answers: number, mix: Mix): void {
  const stored = Object.values(mix).reduce((sum, count) => sum + count, 0);
  if (stored !== answers) throw new Error(`${name}: answered ${answers}, stored ${stored}`);
}

function medianOf(rounds: readonly Sample[]): Sample {
  const of = (figure: keyof Sample): number => median(rounds.map((round) => round[figure]));
  return {
    perSecond: of('perSecond'),
    cpu: of('cpu'),
    p50: of('p50'),
    p99: of('p99'),
    p999: of('p999'),
    load: of('load'),
  };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function together(one: Mix | null, other: Mix | null): Mix | null {
  if (one === null || other === null) return one ?? other;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  const sum = (name: string): number => (one[name] ?? 0) + (other[name] ?? 0);
  return Object.fromEntries([...names].map((name) => [name, sum(name)]));
}

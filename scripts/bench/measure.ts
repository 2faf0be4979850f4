import type { Prose } from './texts.js';

/** Something that reads texts. */
export interface Subject {
  readonly name: string;
  readonly prose: Prose;
  readonly read: (text: string) => unknown;
}

/** The median microseconds of the processor for a text, by subject and length of the text. */
export interface Times {
  readonly lengths: readonly number[];
  readonly rows: readonly { readonly name: string; readonly micros: readonly number[] }[];
}

const ROUNDS = 21;
/** Characters read in one round of one subject, so that each takes about as long. */
const ROUND_CHARACTERS = 60_000;
const TEXTS_MIN = 2;

/** Every subject on every length, in turns, so that what disturbs one disturbs all. */
export function measured(subjects: readonly Subject[], lengths: readonly number[]): Times {
  const rounds = Array.from({ length: ROUNDS }, () =>
    subjects.map((subject) => lengths.map((length) => timeOf(subject, length))),
  );
  const rows = subjects.map(({ name }, row) => ({
    name,
    micros: lengths.map((_, column) => median(rounds.map((round) => round[row]?.[column] ?? 0))),
  }));
  return { lengths, rows };
}

/**
 * Microseconds of the processor for one text, which other work on the machine lengthens least; each
 * text is a little different, as comments are.
 */
function timeOf({ prose, read }: Subject, length: number): number {
  const count = Math.max(TEXTS_MIN, Math.ceil(ROUND_CHARACTERS / length));
  const texts = Array.from({ length: count }, (_, at) =>
    `${String(at)} ${prose(length)}`.slice(0, length),
  );
  const start = process.cpuUsage();
  for (const text of texts) read(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / count;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

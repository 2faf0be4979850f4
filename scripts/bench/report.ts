import { table } from '../accuracy/table.js';
import type { Times } from './measure.js';

/** What the times were measured on. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly node: string;
}

/** The times as a Markdown section; `against` names the row and the length for the ratios. */
export function benchReport(
  { lengths, rows }: Times,
  machine: Machine,
  against: { readonly name: string; readonly length: number },
): string {
  const column = lengths.indexOf(against.length);
  const base = rows.find(({ name }) => name === against.name)?.micros[column] ?? NaN;
  const head = [
    'µs a text',
    ...lengths.map((length) => `${count(length)} characters`),
    `ratio at ${count(against.length)}`,
  ];
  const body = rows.map(({ name, micros }) => [
    name,
    ...micros.map((each) => each.toFixed(1)),
    ((micros[column] ?? NaN) / base).toFixed(1),
  ]);
  return [
    `${machine.cpu}, ${machine.cores} cores, Node.js ${machine.node}. Medians of processor time, all`,
    'in one process and in turns. Machines differ, and so does what else they do: read the ratios of',
    `one run, which are to "${against.name}".`,
    '',
    table(head, body),
  ].join('\n');
}

const count = (value: number): string => value.toLocaleString('en');

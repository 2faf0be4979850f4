import { table } from '../accuracy/table.js';
import type { Section } from './sections.js';

export const PAGE = 'docs/benchmarks.md';

const BEGIN = '<!-- figures: written by npm run bench -->';
const END = '<!-- end of figures -->';

/** The page with these figures in the place of the ones before. */
export function withFigures(page: string, figures: string): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${PAGE} has no place for figures`);
  return `${before}${BEGIN}\n\n${figures}\n\n${END}${after}`;
}

/** All of a run: on what, what was promised, and the sections. */
export function figuresOf(machine: string, sections: readonly Section[]): string {
  const goals = sections.flatMap((section) => section.goals);
  const rows = goals.map(({ says, figure, met }) => [says, figure, met ? 'met' : 'missed']);
  return [
    machine,
    ...(goals.length === 0 ? [] : [`### Goals\n\n${table(['goal', 'here', ''], rows)}`]),
    ...sections.map(({ title, text }) => `### ${title}\n\n${text}`),
  ].join('\n\n');
}

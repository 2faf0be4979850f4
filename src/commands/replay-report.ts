import type { ReplayResult } from '../operations/replay-policy.js';

const EXAMPLE_LENGTH = 60;

/** A replay in words and tables, for a terminal. */
export function replayReport(result: ReplayResult): string {
  const sections = [
    counted(result),
    changes(result),
    rules(result),
    people(result),
    examples(result),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

function counted({ read, judged, skipped, unchanged, engine_drift }: ReplayResult): string {
  const lines = [
    `${read} comments read, ${judged} judged, ${skipped} skipped (no facts were kept of them).`,
    `${judged - unchanged} would change, ${unchanged} would not.`,
  ];
  if (engine_drift > 0) {
    lines.push(`${engine_drift} of the changes come from a newer engine, not from the draft.`);
  }
  return lines.join('\n');
}

function changes(result: ReplayResult): string {
  const rows = result.changes.map(({ from, to, count }) => [from, to, String(count)]);
  return tableOf(['from', 'to', 'comments'], rows);
}

function rules(result: ReplayResult): string {
  const rows = result.rules.map(({ rule, stricter, milder }) => [
    rule,
    String(stricter),
    String(milder),
  ]);
  return tableOf(['by rule', 'stricter', 'milder'], rows);
}

function people({ people: { decided, before, after, won, lost } }: ReplayResult): string {
  if (decided === 0) return 'No moderator has decided about any of them.';
  const row = (name: string, counts: typeof before): string[] => [
    name,
    ...[counts.agreed, counts.asked, counts.contradicted].map(String),
  ];
  const head = [`against ${decided} decisions of people`, 'agreed', 'asked', 'contradicted'];
  const table = tableOf(head, [row('at the time', before), row('under the draft', after)]);
  return `${table}\n${won} agreements won, ${lost} lost.`;
}

function examples(result: ReplayResult): string {
  const rows = result.examples.map(({ comment_id, from, to, rules: by, person, excerpt }) => [
    comment_id,
    `${from} > ${to}`,
    by.join(', '),
    person ?? '-',
    excerpt.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').slice(0, EXAMPLE_LENGTH),
  ]);
  return tableOf(['example', 'change', 'by rule', 'person', 'text'], rows);
}

/** Columns as wide as they must be; nothing for no rows. */
function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const widths = head.map((cell, column) =>
    Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  return [head, ...rows]
    .map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ').trimEnd())
    .join('\n');
}

/** How wide the column of a text may grow, in characters. */
const WIDTHS = [18, 42, 9, 70] as const;

/** Rows under headings, each cell wrapped into its column, as text for a terminal. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headings.map((heading, column) => {
    const longest = Math.max(
      heading.length,
      ...rows.flatMap((row) => (row[column] ?? '').split('\n').map((line) => line.length)),
    );
    return Math.min(longest, WIDTHS[column] ?? longest);
  });
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  const lines = [...lined(headings, widths), rule];
  for (const row of rows) lines.push(...lined(row, widths));
  return `${lines.join('\n')}\n`;
}

function lined(cells: readonly string[], widths: readonly number[]): string[] {
  const wrapped = cells.map((cell, column) => wrap(cell, widths[column] ?? 0));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    wrapped
      .map((lines, column) => (lines[row] ?? '').padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => {
    const lines: string[] = [];
    let current = '';
    for (const word of line.split(' ')) {
      if (current !== '' && current.length + word.length + 1 > width) {
        lines.push(current);
        current = word;
      } else {
        current = current === '' ? word : `${current} ${word}`;
      }
    }
    return [...lines, current];
  });
}

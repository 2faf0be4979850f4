import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';

import { t } from '../strings/strings.js';
import { count } from '../strings/times.js';
import { type Cell, download, type Table } from './csv.js';

interface FigureProps {
  readonly heading: string;
  readonly told: string;
  /** The name of the file that is downloaded. */
  readonly name: string;
  readonly table: Table;
  /** How cells are shown, where numbers are not counts. */
  readonly show?: (cell: Cell, column: number) => string;
  /** Nothing to be drawn: says so instead. */
  readonly empty?: boolean;
  readonly children: ComponentChildren;
}

/** A picture with the figures behind it, as a table and as a file. */
export function Figure(props: FigureProps) {
  const { heading, told, name, table, empty = false, children } = props;
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <section class="card figure" aria-labelledby={id}>
      <header class="figure-head">
        <h2 id={id}>{heading}</h2>
        <div class="buttons">
          <button
            type="button"
            class="button button-plain button-small"
            aria-pressed={asTable}
            aria-label={`${t.statistics.table}: ${heading}`}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? t.statistics.picture : t.statistics.table}
          </button>
          <button
            type="button"
            class="button button-plain button-small"
            aria-label={`${t.statistics.csv}: ${heading}`}
            onClick={() => download(name, table)}
          >
            {t.statistics.csv}
          </button>
        </div>
      </header>
      <p class="quiet small">{told}</p>
      {asTable && <Figures {...props} />}
      {!asTable && (empty ? <p class="empty">{t.statistics.nothing}</p> : children)}
    </section>
  );
}

function Figures({ heading, table: { columns, rows }, show = plainly }: FigureProps) {
  return (
    <div class="figure-table" tabIndex={0} role="region" aria-label={heading}>
      <table>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column} scope="col" class={index === 0 ? undefined : 'number'}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={`${at} ${String(row[0])}`}>
              {row.map((cell, index) =>
                index === 0 ? (
                  <th key={index} scope="row">
                    <bdi>{cell}</bdi>
                  </th>
                ) : (
                  <td key={index} class="number">
                    {show(cell, index)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function plainly(cell: Cell): string {
  if (cell === null) return '–';
  return typeof cell === 'number' ? count(cell) : cell;
}

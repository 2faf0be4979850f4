import { AUTHORS_TIME, type Day } from './rows.js';
import type { Ask } from './without-indexes.js';

/** How a column of a copy is made from that of the day which is copied. */
type Change = (column: string) => string;

/** Where a table's rows change from one day to another; any other column stays as it is. */
type Changes = Readonly<Record<string, Change>>;

export interface Repeat {
  readonly site: string;
  readonly from: Day;
  readonly to: Day;
  /** Days from the one to the other. */
  readonly days: number;
  /** Authors of the site, and entries of the record that the day has. */
  readonly authors: number;
  readonly entries: number;
}

/** The busiest are the same every day; the others come and go. */
const DAILY_AUTHORS = 300;
/** Of no common divisor with a number of authors. */
const AUTHORS_STEP = 7_919;

/** Stores all of a day once more as another: in the database, which takes a tenth of the time. */
export async function repeatDay(ask: Ask, repeat: Repeat): Promise<void> {
  for (const [table, changes] of Object.entries(changesOf(repeat))) {
    const row = (await ask(`SELECT * FROM ${table} LIMIT 1`))[0];
    if (row === undefined) continue;
    const columns = Object.keys(row);
    const made = columns.map((column) => changes[column]?.(column) ?? column);
    await ask(`INSERT INTO ${table} (${columns.join(', ')}) SELECT ${made.join(', ')}
      FROM ${table} WHERE site_id = '${repeat.site}' AND ${within(table, repeat.from)}`);
  }
}

const KEY: Readonly<Record<string, string>> = {
  threads: 'thread_id',
  comments: 'comment_id',
  decisions: 'decision_id',
  findings: 'decision_id',
  reports: 'report_id',
  audit_entries: 'entry_id',
};

const PREFIX: Readonly<Record<string, string>> = {
  threads: 'thr',
  comments: 'cmt',
  decisions: 'dec',
  findings: 'dec',
  reports: 'rep',
  audit_entries: 'evt',
};

function within(table: string, { time }: Day): string {
  const prefix = `${PREFIX[table] ?? ''}_${time}`;
  return `${KEY[table] ?? ''} > '${prefix}' AND ${KEY[table] ?? ''} < '${prefix}~'`;
}

function changesOf({ from, to, days, authors, entries }: Repeat): Record<string, Changes> {
  const id: Change = (column) => `replace(${column}, '${from.time}', '${to.time}')`;
  const date: Change = (column) => `replace(${column}, '${from.date}', '${to.date}')`;
  const mark: Change = (column) => `'${to.time.slice(3, 6)}' || substr(${column}, 4)`;
  const author: Change = (column) => `CASE WHEN substr(${column}, 1, 4) <> 'aut_' THEN ${column}
    WHEN ${numberOf(column)} < ${DAILY_AUTHORS} THEN ${column}
    ELSE 'aut_${AUTHORS_TIME}' || substr(CAST(10000000000000000 +
      (${numberOf(column)} + ${days * AUTHORS_STEP}) % ${authors} AS TEXT), 2) END`;
  const dates = { created_at: date, updated_at: date };
  const about = { comment_id: id, author_id: author };
  return {
    threads: { thread_id: id, external_id: id, ...dates },
    comments: {
      ...{ ...about, ...dates, thread_id: id, external_id: id, received_at: date },
      ...{ fingerprint: mark, near_key_1: mark, near_key_2: mark },
      queue_place: (column) => `${column} + ${days * 86_400}`,
    },
    decisions: { decision_id: id, comment_id: id, supersedes: id, ...dates },
    findings: { decision_id: id, comment_id: id },
    reports: { report_id: id, ...about, comment_received_at: date, ...dates },
    audit_entries: {
      ...{ ...about, ...dates, entry_id: id, object_id: id, actor_id: author },
      ...{ before_state: id, after_state: id },
      sequence: (column) => `${column} + ${days * entries}`,
    },
  };
}

const numberOf = (column: string): string => `CAST(substr(${column}, 15) AS BIGINT)`;

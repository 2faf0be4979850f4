import { GatepostError } from '../../domain/errors.js';
import { COPY_PAGE } from '../../limits/transfer.js';
import type { PlainRow } from '../../store/bulk-insert.js';
import type { ExportedTable } from '../../store/exported-tables.js';
import type { Store } from '../../store/store.js';

/** One table of one site, here and there. */
export interface TablePair {
  readonly from: Store;
  readonly to: Store;
  readonly site_id: string;
  readonly table: ExportedTable;
}

export interface TableWatch {
  /** So many rows are dealt with. What it throws ends the copying between two lots. */
  readonly onRows: (count: number) => void;
}

/**
 * Makes the rows of the target those of the source. First what the source has not, or not like
 * this, is taken out of the target, and then what is missing is written: in between the target has
 * rows of the source alone, and so no value that must be unique is there twice. Says how many rows
 * it wrote.
 */
export async function copyTable(pair: TablePair, { onRows }: TableWatch): Promise<number> {
  const { to, site_id, table } = pair;
  const place = await clear(pair, onRows);
  if (place === null) return 0;
  let written = 0;
  for await (const lot of lotsBehind(pair, place.after)) {
    const missing = await missingFrom(pair, lot, refuseSurplus);
    if (missing.length > 0) {
      await to
        .transaction(site_id, async ({ transfer }) => transfer.insert(site_id, table, missing))
        .catch((error: unknown) => {
          throw unstorable(table, missing) ?? error;
        });
    }
    written += missing.length;
    onRows(lot.rows.length);
  }
  return written;
}

/** Rows of the source, and the stretch of keys that they stand for. */
interface Lot {
  readonly rows: readonly PlainRow[];
  readonly after: PlainRow | null;
  /** Null for the last lot, to which belongs whatever is behind it. */
  readonly until: PlainRow | null;
}

type OnSurplus = (rows: readonly PlainRow[]) => Promise<void>;

/** Says behind which row of the source something is missing; null where nothing is. */
async function clear(
  pair: TablePair,
  onRows: TableWatch['onRows'],
): Promise<Pick<Lot, 'after'> | null> {
  const { to, site_id, table } = pair;
  let place: Pick<Lot, 'after'> | null = null;
  for await (const lot of lotsBehind(pair, null)) {
    const missing = await missingFrom(pair, lot, async (surplus) =>
      to.transaction(site_id, async ({ transfer }) => transfer.remove(site_id, table, surplus)),
    );
    if (missing.length > 0) place ??= lot;
    // A copy that goes on has nothing behind the place at which the last one ended.
    const rest = { after: lot.after, limit: 1 };
    const ends = place !== null && (await to.transfer.rows(site_id, table, rest)).length === 0;
    if (ends) return place;
    if (place === null) onRows(lot.rows.length);
  }
  return place;
}

async function* lotsBehind(
  { from, site_id, table }: TablePair,
  behind: PlainRow | null,
): AsyncGenerator<Lot> {
  let after = behind;
  for (;;) {
    const rows = await from.transfer.rows(site_id, table, { after, limit: COPY_PAGE });
    const whole = rows.length === COPY_PAGE;
    const last = rows.at(-1) ?? null;
    yield { rows, after, until: whole ? last : null };
    if (!whole) return;
    after = last;
  }
}

/** The rows of a lot that the target has not, or not like this. */
async function missingFrom(
  { to, site_id, table }: TablePair,
  { rows, after, until }: Lot,
  onSurplus: OnSurplus,
): Promise<readonly PlainRow[]> {
  const keyOf = (row: PlainRow): string => JSON.stringify(table.key.map((column) => row[column]));
  const missing = new Map(rows.map((row) => [keyOf(row), row]));
  let page = { after, until, limit: COPY_PAGE };
  for (;;) {
    const there = await to.transfer.rows(site_id, table, page);
    const surplus = there.filter((row) => {
      const known = missing.get(keyOf(row));
      const same = known !== undefined && isSame(known, row);
      if (same) missing.delete(keyOf(row));
      return !same;
    });
    if (surplus.length > 0) await onSurplus(surplus);
    if (there.length < COPY_PAGE) return [...missing.values()];
    page = { ...page, after: there.at(-1) ?? null };
  }
}

/** SQLite takes a NUL within a text and PostgreSQL does not; the service lets none in. */
function unstorable(
  { table, key }: ExportedTable,
  rows: readonly PlainRow[],
): GatepostError | null {
  for (const row of rows) {
    const bad = Object.entries(row).find(([, value]) => String(value).includes('\0'));
    if (bad === undefined) continue;
    const which = key.map((column) => String(row[column])).join(', ');
    const what = `"${bad[0]}" of a row of ${table} (${which}) has a NUL character`;
    return new GatepostError('invalid_text', `The column ${what}, which the target refuses.`);
  }
  return null;
}

/** Column by column: the two engines give them in different orders. */
function isSame(one: PlainRow, other: PlainRow): boolean {
  return Object.keys(one).every((column) => one[column] === other[column]);
}

async function refuseSurplus(): Promise<void> {
  return Promise.reject(new Error('somebody else wrote to the target meanwhile'));
}

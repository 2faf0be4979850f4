import type { Deps } from '../deps.js';
import { GatepostError } from '../domain/errors.js';
import type { ExportEnd, ExportHeader, ExportRow } from '../domain/export.js';
import { timestamp } from '../domain/time.js';
import { IMPORT_BATCH } from '../limits/transfer.js';
import type { ExportedTable } from '../store/exported-tables.js';
import type { ImportRun } from '../store/import-store.js';
import type { Store } from '../store/store.js';
import { foundSite } from './found.js';
import { lotsOf } from './importing/lots.js';
import { siteImported } from './recording/acts-of-imports.js';
import { recordActs } from './recording/record-acts.js';

export interface ImportSiteInput {
  /** Null for the site of the file, which is made where there is none. */
  readonly site_id: string | null;
  readonly file_digest: string;
  readonly lines: AsyncIterable<ExportHeader | ExportRow | ExportEnd>;
  /** Ends the import between two lots; running it again goes on there. */
  readonly signal: AbortSignal;
}

export interface ImportedSite {
  readonly ended: 'done' | 'cancelled' | 'was_done';
  readonly site_id: string;
  readonly rows: number;
  /** Whether the site's record goes on where it ended; else a new one names where that was. */
  readonly record: 'continued' | 'begun';
}

type Needs = Pick<Deps, 'store' | 'clock' | 'newId'>;

/** How a run is named that takes the record over, and one that begins a new one. */
const CONTINUED = 'gatepost';
const BEGUN = 'gatepost_elsewhere';

/**
 * Reads an export back into an empty site: every row with its id. The site's record is chained to
 * the site's id: it goes on in a site of that id which has none, and elsewhere a new record begins
 * that names the end of the old one. Cut off and run again, it ends in the same state.
 *
 * @throws GatepostError `not_found` for a site that is named and not there; `invalid_request` for
 *   one that is not empty, and for a file that is no export, is not whole or is of a later version.
 */
export async function importSite(deps: Needs, input: ImportSiteInput): Promise<ImportedSite> {
  let header: ExportHeader | null = null;
  let run: ImportRun | null = null;
  let siteId = '';
  let read = 0;
  let whole = false;
  const result = (ended: ImportedSite['ended'], of: ImportRun): ImportedSite => ({
    ended,
    site_id: siteId,
    rows: of.records_read,
    record: of.format === CONTINUED ? 'continued' : 'begun',
  });
  for await (const lot of lotsOf(input.lines, IMPORT_BATCH)) {
    if (run !== null && input.signal.aborted) return result('cancelled', run);
    const rows: ExportRow[] = [];
    for (const line of lot) {
      if (whole) throw refused('The file goes on behind its end');
      if ('gatepost_export' in line) header = line;
      else if ('end' in line) whole = line.end.rows === read + rows.length;
      else rows.push(line);
    }
    if (header === null) throw refused('The file does not begin with the header of an export');
    siteId = input.site_id ?? header.site.id;
    const { file_digest, site_id: named } = input;
    run ??= await begun(deps, siteId, { header, file_digest, named });
    if (run.finished_at !== null) return result('was_done', run);
    const dealtWith = Math.max(0, run.records_read - read);
    read += rows.length;
    if (rows.length > dealtWith) {
      run = await storedRows(deps, siteId, { run, rows: rows.slice(dealtWith), read });
    }
  }
  if (run === null || !whole) throw refused('The file is not whole: its last line is missing');
  const done = { ...run, finished_at: timestamp(deps.clock()) };
  const seen = run;
  await deps.store.transaction(siteId, async (store) =>
    advance(store, siteId, { run: done, seen }),
  );
  return result('done', done);
}

async function begun(
  deps: Needs,
  siteId: string,
  file: { readonly header: ExportHeader; readonly file_digest: string; named: string | null },
): Promise<ImportRun> {
  const { header, file_digest } = file;
  return deps.store.transaction(siteId, async (store) => {
    const bound = { ...deps, store };
    const known = await store.imports.run(siteId, file_digest);
    if (known !== null) return known;
    if (file.named !== null) await foundSite(bound, siteId);
    if ((await store.sites.get(siteId)) === null) await store.sites.insert(header.site);
    await requireEmpty(store, siteId);
    const { sequence } = await store.audit.head(siteId);
    const continues = siteId === header.site.id && sequence === 0;
    const run: ImportRun = {
      id: deps.newId('imp'),
      file_digest,
      format: continues ? CONTINUED : BEGUN,
      records_read: 0,
      imported: 0,
      known: 0,
      started_at: timestamp(deps.clock()),
      finished_at: null,
    };
    await store.imports.begin(siteId, run);
    // At once, so that whatever is done meanwhile goes on record behind the entries to come.
    if (continues) await store.transfer.restoreHead(siteId, header.record_head);
    else {
      const act = siteImported(siteId, header.site.id, header.record_head);
      await recordActs(bound, siteId, [act]);
    }
    return run;
  });
}

/** A site may have keys, a policy and a record of these; nothing that readers or moderators did. */
async function requireEmpty({ transfer }: Store, siteId: string): Promise<void> {
  for (const table of transfer.tables) {
    if (table.table === 'policies' || table.table === 'audit_entries') continue;
    if ((await transfer.count(siteId, table)) === 0) continue;
    throw refused(`The site "${siteId}" is not empty: an export is read into a new one`);
  }
}

async function storedRows(
  deps: Needs,
  siteId: string,
  lot: { readonly run: ImportRun; readonly rows: readonly ExportRow[]; readonly read: number },
): Promise<ImportRun> {
  const { run: seen, rows, read } = lot;
  const run = { ...seen, records_read: read, imported: seen.imported + rows.length };
  await deps.store.transaction(siteId, async (store) => {
    if (seen.records_read === 0) await store.transfer.clearPolicies(siteId);
    for (const { table, row } of alike(store.transfer.tables, rows)) {
      if (table.table === 'audit_entries' && seen.format === BEGUN) continue;
      await requireColumns(store, table, row);
      await store.transfer.insertExported(siteId, table, row);
    }
    await advance(store, siteId, { run, seen });
  });
  return run;
}

interface AlikeRows {
  readonly table: ExportedTable;
  readonly row: ExportRow['row'][];
}

/** Rows that follow each other in one table and have the same columns. */
function alike(tables: readonly ExportedTable[], rows: readonly ExportRow[]): AlikeRows[] {
  const groups: (AlikeRows & { readonly columns: string })[] = [];
  for (const { table: name, row } of rows) {
    const table = tables.find((each) => each.table === name);
    if (table === undefined) throw refused(`There is no table "${name.slice(0, 50)}" to read into`);
    const columns = JSON.stringify(Object.keys(row));
    const last = groups.at(-1);
    if (last?.table === table && last.columns === columns) last.row.push(row);
    else groups.push({ table, columns, row: [row] });
  }
  return groups;
}

async function requireColumns(
  { transfer }: Store,
  table: ExportedTable,
  rows: readonly ExportRow['row'][],
): Promise<void> {
  const known = await transfer.columns(table);
  const unknown = Object.keys(rows[0] ?? {}).find((column) => !known.has(column));
  if (unknown === undefined) return;
  throw refused(`"${table.table}" has no column "${unknown.slice(0, 50)}" here: the file is newer`);
}

async function advance(
  { imports }: Store,
  siteId: string,
  { run, seen }: { readonly run: ImportRun; readonly seen: ImportRun },
): Promise<void> {
  if (await imports.advance(siteId, run, seen)) return;
  throw refused('Another run imports the same file right now');
}

const refused = (why: string): GatepostError => new GatepostError('invalid_request', `${why}.`);

import type { Caller, Deps } from '../deps.js';
import { type ExportEnd, type ExportHeader, type ExportRow, EXPORT_VERSION } from '../domain/export.js';
import { timestamp } from '../domain/time.js';
import { EXPORT_PAGE } from '../limits/transfer.js';
import type { PlainRow } from '../store/bulk-insert.js';
import type { Store } from '../store/store.js';
import { foundSite } from './found.js';

export interface ExportSiteInput {
  readonly caller: Pick<Caller, 'site_id'>;
  /** Takes whole lines; the next ones are read when it resolves. */
  readonly write: (lines: string) => Promise<void>;
  readonly onProgress: (done: { readonly read: number; readonly total: number }) => void;
}

/**
 * Writes everything on record about a site as NDJSON, as it is at one moment: a header, a line for
 * each row, and an end. Keys and secrets are not in it; names, addresses and texts are. Says how
 * many rows it has.
 *
 * @throws GatepostError `not_found`.
 */
export async function exportSite(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { caller, write, onProgress }: ExportSiteInput,
): Promise<number> {
  const siteId = caller.site_id;
  return store.snapshot(async (seen) => {
    const header: ExportHeader = {
      gatepost_export: EXPORT_VERSION,
      site: await foundSite({ store: seen }, siteId),
      exported_at: timestamp(clock()),
      record_head: await seen.audit.head(siteId),
    };
    await write(lineOf(header));
    let total = 0;
    for (const table of seen.transfer.tables) total += await seen.transfer.count(siteId, table);
    let read = 0;
    onProgress({ read, total });
    for await (const { table, rows } of pages(seen, siteId)) {
      await write(rows.map((row) => lineOf({ table, row })).join(''));
      read += rows.length;
      onProgress({ read, total });
    }
    await write(lineOf({ end: { rows: read } }));
    return read;
  });
}

const lineOf = (line: ExportHeader | ExportRow | ExportEnd): string => `${JSON.stringify(line)}\n`;

async function* pages(
  { transfer }: Store,
  siteId: string,
): AsyncGenerator<{ readonly table: string; readonly rows: readonly PlainRow[] }> {
  for (const table of transfer.tables) {
    let after: PlainRow | null = null;
    for (;;) {
      const page = { after, limit: EXPORT_PAGE };
      const rows: readonly PlainRow[] = await transfer.rows(siteId, table, page);
      if (rows.length > 0) yield { table: table.table, rows };
      after = rows.at(-1) ?? null;
      if (rows.length < EXPORT_PAGE) break;
    }
  }
}

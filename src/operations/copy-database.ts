import type { ChainHead } from '../domain/audit.js';
import { GatepostError } from '../domain/errors.js';
import type { ExportedTable } from '../store/exported-tables.js';
import type { Store } from '../store/store.js';
import { copyTable } from './copying/copy-table.js';

export interface CopyPair {
  readonly from: Store;
  readonly to: Store;
}

export interface CopyWatch {
  /** So many of `total` rows are dealt with. What it throws ends the copying between two lots. */
  readonly onProgress: (done: number, total: number) => void;
}

/** A site as it is in both databases now. */
export interface CopiedSite {
  readonly site_id: string;
  readonly rows: number;
  /** Of these, the ones that were missing or different in the target. */
  readonly written: number;
  readonly head: ChainHead;
}

/**
 * Makes the target what the source is at the moment of the call, row by row, with every table and
 * every site, while others go on writing to the source. Run again, it goes on where it was cut off,
 * and carries over what came since. Proves it by the rows of each table of each site, and by the
 * end of each record.
 *
 * @throws GatepostError `invalid_request` for a target that has other data, or went on by itself.
 */
export async function copyDatabase(
  { from, to }: CopyPair,
  { onProgress }: CopyWatch,
): Promise<readonly CopiedSite[]> {
  return from.snapshot(async (seen) => {
    const pair = { from: seen, to };
    const sites = (await seen.sites.list()).map(({ id }) => id);
    await requireCopy(pair, sites);
    const counts = await rowsOf(seen, sites);
    const total = counts.reduce((sum, { rows }) => sum + rows, 0);
    const copied: CopiedSite[] = [];
    let done = 0;
    onProgress(done, total);
    for (const site_id of sites) {
      const here = counts.filter((each) => each.site_id === site_id);
      let written = 0;
      for (const { table, rows } of here) {
        const onRows = (count: number): void => {
          done += count;
          onProgress(done, total);
        };
        written += await copyTable({ ...pair, site_id, table }, { onRows });
        await requireCount(to, { site_id, table, rows });
      }
      const head = await requireHead(pair, site_id);
      copied.push({ site_id, rows: here.reduce((sum, { rows }) => sum + rows, 0), written, head });
    }
    return copied;
  });
}

/**
 * The target's record of each site must be the beginning of the source's: a database of somebody
 * else is not written to, nor one that was served from since it was copied.
 */
async function requireCopy({ from, to }: CopyPair, sites: readonly string[]): Promise<void> {
  for (const { id } of await to.sites.list()) {
    if (!sites.includes(id)) throw refused(`The target has a site "${id}" that the source has not`);
    const [last] = await to.audit.list(id, {}, { before: null, limit: 1 });
    if (last === undefined) continue;
    const same = await from.audit.get(id, last.sequence);
    if (same?.hash === last.hash) continue;
    throw refused(
      `The target has a record of the site "${id}" that is not the beginning of the source's: ` +
        'it is another database, or was served from since it was copied',
    );
  }
}

interface Count {
  readonly site_id: string;
  readonly table: ExportedTable;
  readonly rows: number;
}

async function rowsOf(store: Store, sites: readonly string[]): Promise<readonly Count[]> {
  const counts: Count[] = [];
  for (const site_id of sites) {
    for (const table of store.transfer.allTables) {
      counts.push({ site_id, table, rows: await store.transfer.count(site_id, table) });
    }
  }
  return counts;
}

async function requireCount(to: Store, { site_id, table, rows }: Count): Promise<void> {
  const there = await to.transfer.count(site_id, table);
  if (there === rows) return;
  throw refused(`The target has ${there} rows of ${table.table} of "${site_id}", not ${rows}`);
}

async function requireHead({ from, to }: CopyPair, siteId: string): Promise<ChainHead> {
  const [head, there] = [await from.audit.head(siteId), await to.audit.head(siteId)];
  if (head.sequence === there.sequence && head.hash === there.hash) return head;
  throw refused(`The record of "${siteId}" does not end in the target as it does in the source`);
}

const refused = (why: string): GatepostError => new GatepostError('invalid_request', `${why}.`);

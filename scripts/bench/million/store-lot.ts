import type { Act } from '../../../src/domain/audit.js';
import type { ExportedTable } from '../../../src/store/exported-tables.js';
import type { NewRecords } from '../../../src/store/import-store.js';
import type { Store } from '../../../src/store/store.js';
import type { Decision } from '../../../src/domain/decision.js';
import type { Report } from '../../../src/domain/report.js';
import { recordActs } from '../../../src/operations/recording/record-acts.js';

/** Comments that came one after another, with all that belongs to them. */
export interface Lot extends NewRecords {
  readonly acts: readonly Act[];
  readonly reports: readonly Report[];
  /** When the last of them came in, in milliseconds. */
  readonly at: number;
  readonly newId: (prefix: string) => string;
}

const FINDINGS: ExportedTable = { table: 'findings', key: [] };
const REPORTS: ExportedTable = { table: 'reports', key: [] };

/** Within a transaction of the caller's. */
export async function storeLot(store: Store, site: string, lot: Lot): Promise<void> {
  await store.imports.insert(site, lot);
  await store.transfer.insert(site, FINDINGS, lot.decisions.flatMap(findingRows));
  const reports = lot.reports.map(({ id, ...rest }) => ({ report_id: id, ...rest }));
  await store.transfer.insert(site, REPORTS, reports);
  const deps = { store, clock: () => lot.at, newId: lot.newId };
  await recordActs(deps, site, lot.acts);
}

function findingRows({ id, comment_id, findings }: Decision) {
  return findings.map(({ spans, terms, ...rest }, position) => ({
    ...{ ...rest, decision_id: id, position, comment_id },
    ...{ spans: JSON.stringify(spans), terms: JSON.stringify(terms) },
  }));
}

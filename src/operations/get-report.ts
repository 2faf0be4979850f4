import type { Caller, Deps } from '../deps.js';
import { GatepostError } from '../domain/errors.js';
import type { Report } from '../domain/report.js';

/**
 * One report, so that its reader can be told what came of it.
 *
 * @throws GatepostError `not_found`.
 */
export async function getReport(
  { store }: Pick<Deps, 'store'>,
  { caller, id }: { readonly caller: Caller; readonly id: string },
): Promise<Report> {
  const report = await store.reports.get(caller.site_id, id);
  if (report !== null) return report;
  throw new GatepostError('not_found', `There is no report with the id ${JSON.stringify(id)}.`);
}

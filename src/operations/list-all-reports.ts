import type { Caller, Deps } from '../deps.js';
import { type Page, type PageRequest, pageOf } from '../domain/page.js';
import type { Report } from '../domain/report.js';
import type { ReportFilter } from '../store/report-weighing.js';

export interface ListAllReportsInput {
  readonly caller: Caller;
  readonly filter: ReportFilter;
  readonly page: PageRequest;
}

/** What readers complained of in all comments of the site, the newest first. */
export async function listAllReports(
  { store }: Pick<Deps, 'store'>,
  { caller, filter, page }: ListAllReportsInput,
): Promise<Page<Report>> {
  return pageOf(await store.reports.listAll(caller.site_id, filter, page), page.limit);
}

import type { Caller, Deps } from '../deps.js';
import { type Page, type PageRequest, pageOf } from '../domain/page.js';
import type { Report } from '../domain/report.js';
import { foundComment } from './found.js';

export interface ListReportsInput {
  readonly caller: Caller;
  /** Our id of the comment or the CMS's. */
  readonly id: string;
  readonly page: PageRequest;
}

/**
 * What readers complained of in one comment, the newest first.
 *
 * @throws GatepostError `not_found`.
 */
export async function listReports(
  deps: Pick<Deps, 'store'>,
  { caller, id, page }: ListReportsInput,
): Promise<Page<Report>> {
  const siteId = caller.site_id;
  const comment = await foundComment(deps, siteId, id);
  return pageOf(await deps.store.reports.list(siteId, comment.id, page), page.limit);
}

import type { Caller, Deps } from '../deps.js';
import type { Appeal, AppealStatus } from '../domain/appeal.js';
import { type Page, pageOf, type PageRequest } from '../domain/page.js';
import { foundComment } from './found.js';

export interface ListAppealsInput {
  readonly caller: Caller;
  readonly status: AppealStatus | null;
  /** Our id of a comment or the CMS's; null for all. */
  readonly comment: string | null;
  readonly page: PageRequest;
}

/**
 * The site's appeals, newest first.
 *
 * @throws GatepostError `not_found` for a comment that is not there.
 */
export async function listAppeals(
  deps: Pick<Deps, 'store'>,
  { caller, status, comment, page }: ListAppealsInput,
): Promise<Page<Appeal>> {
  const siteId = caller.site_id;
  const about = comment === null ? null : await foundComment(deps, siteId, comment);
  const filter = { ...(status && { status }), ...(about && { comment_id: about.id }) };
  return pageOf(await deps.store.appeals.list(siteId, filter, page), page.limit);
}

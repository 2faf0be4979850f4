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

/** An appeal with the name that its author has. */
export interface ListedAppeal {
  readonly appeal: Appeal;
  readonly author_name: string;
}

/**
 * The site's appeals, newest first.
 *
 * @throws GatepostError `not_found` for a comment that is not there.
 */
export async function listAppeals(
  deps: Pick<Deps, 'store'>,
  { caller, status, comment, page }: ListAppealsInput,
): Promise<Page<ListedAppeal>> {
  const siteId = caller.site_id;
  const about = comment === null ? null : await foundComment(deps, siteId, comment);
  const filter = { ...(status && { status }), ...(about && { comment_id: about.id }) };
  const { data, next_cursor } = pageOf(
    await deps.store.appeals.list(siteId, filter, page),
    page.limit,
  );
  const ids = [...new Set(data.map(({ author_id }) => author_id))];
  const authors = await deps.store.authors.byIds(siteId, ids);
  const named = (appeal: Appeal): ListedAppeal => ({
    appeal,
    author_name: authors.get(appeal.author_id)?.name ?? '',
  });
  return { data: data.map(named), next_cursor };
}

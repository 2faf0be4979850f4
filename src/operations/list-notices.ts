import type { Caller, Deps } from '../deps.js';
import type { Notice, NoticeStatus } from '../domain/notice.js';
import { type Page, type PageRequest, pageOf } from '../domain/page.js';
import { commentOrNull } from './found.js';

export interface ListNoticesInput {
  readonly caller: Caller;
  /** Null for all. */
  readonly status: NoticeStatus | null;
  /** Our id of the comment or the CMS's; null for all. */
  readonly comment: string | null;
  readonly page: PageRequest;
}

/** The site's notices of illegal content, the newest first. */
export async function listNotices(
  deps: Pick<Deps, 'store'>,
  { caller, status, comment, page }: ListNoticesInput,
): Promise<Page<Notice>> {
  const siteId = caller.site_id;
  const about = comment === null ? null : await commentOrNull(deps, siteId, comment);
  if (comment !== null && about === null) return { data: [], next_cursor: null };
  const filter = { status, comment_id: about?.id ?? null };
  return pageOf(await deps.store.notices.list(siteId, filter, page), page.limit);
}

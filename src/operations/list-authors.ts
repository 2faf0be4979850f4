import type { Caller, Deps } from '../deps.js';
import { type Author, type Standing, type StatusCounts, standingOf } from '../domain/author.js';
import { type Page, type PageRequest, pageOf } from '../domain/page.js';
import { timestamp } from '../domain/time.js';

export interface ListedAuthor {
  readonly author: Author;
  readonly counts: StatusCounts;
  readonly standing: Standing;
}

export interface ListAuthorsInput {
  readonly caller: Caller;
  /** Only authors whose name has this in it, whatever the case. */
  readonly name: string | null;
  readonly page: PageRequest;
}

const NONE: StatusCounts = { approved: 0, pending: 0, rejected: 0, deleted: 0 };

/** The site's authors, the newest first, each with how they stand. */
export async function listAuthors(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { caller, name, page }: ListAuthorsInput,
): Promise<Page<ListedAuthor>> {
  const siteId = caller.site_id;
  const filter = name === null ? {} : { name_contains: name };
  const { data, next_cursor } = pageOf(
    await store.authors.list(siteId, filter, page),
    page.limit,
  );
  const ids = data.map((author) => author.id);
  const counts = await store.authors.countsOf(siteId, ids);
  const blocked = await store.blocks.authorsBlocked(siteId, ids, timestamp(clock()));
  return {
    data: data.map((author) => {
      const own = counts.get(author.id) ?? NONE;
      return { author, counts: own, standing: standingOf(own, blocked.has(author.id)) };
    }),
    next_cursor,
  };
}

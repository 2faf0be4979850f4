import type { Caller, Deps } from '../deps.js';
import type { Page, PageRequest } from '../domain/page.js';
import { lineFilter, type QueueQuery } from './queueing/filter.js';
import { type QueueItem, queueItems } from './queueing/items.js';
import { line } from './queueing/line.js';
import { decodeCursor, encodeCursor, momentNow } from './queueing/moment.js';

export interface ListQueueInput {
  readonly caller: Caller;
  readonly query: QueueQuery;
  readonly page: PageRequest;
}

export interface QueuePage extends Page<QueueItem> {
  /** The moment that this page and those that follow are of. */
  readonly as_of: string;
}

/**
 * What waits for a person, the most urgent first, with the reason for each. All pages from one
 * first page are of its moment: what waited then and was left alone is on exactly one of them.
 *
 * @throws GatepostError `invalid_cursor`.
 */
export async function listQueue(
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  { caller, query, page }: ListQueueInput,
): Promise<QueuePage> {
  const cursor = page.cursor === null ? null : decodeCursor(page.cursor);
  const moment = cursor?.moment ?? momentNow(deps);
  const filter = await lineFilter(deps, caller, query);
  if (filter === null) return { data: [], next_cursor: null, as_of: moment.at };
  const read = await line(deps, caller.site_id, {
    moment,
    filter,
    after: cursor?.after ?? null,
    limit: page.limit + 1,
  });
  const inLine = read.slice(0, page.limit);
  const last = inLine.at(-1);
  return {
    data: await queueItems(deps, caller, { inLine, moment }),
    next_cursor: read.length > page.limit && last ? encodeCursor({ moment, after: last }) : null,
    as_of: moment.at,
  };
}

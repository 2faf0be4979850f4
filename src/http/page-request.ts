import type { IdPrefix } from '../deps.js';
import { GatepostError } from '../domain/errors.js';
import { isWrittenAsOurs } from '../domain/our-id.js';
import type { PageRequest } from '../domain/page.js';
import { PAGE_SIZE_DEFAULT } from '../limits.js';

interface PageQuery {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** The page that a query asks for. */
export function pageRequest(query: PageQuery): PageRequest {
  return { cursor: query.cursor ?? null, limit: query.limit ?? PAGE_SIZE_DEFAULT };
}

/**
 * The page that a query asks for, of a list whose cursors are ids of its items. Anything else would
 * be compared with ids all the same, and a list that ends early looks like one that was read whole.
 *
 * @throws GatepostError `invalid_cursor`.
 */
export function pageOfIds(query: PageQuery, prefix: IdPrefix): PageRequest {
  const page = pageRequest(query);
  if (page.cursor === null || isWrittenAsOurs(prefix, page.cursor)) return page;
  throw new GatepostError('invalid_cursor', 'The cursor is not one of this list.');
}

import type { PageRequest } from '../domain/page.js';
import { PAGE_SIZE_DEFAULT } from '../limits.js';

/** The page that a query asks for. */
export function pageRequest(query: {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}): PageRequest {
  return { cursor: query.cursor ?? null, limit: query.limit ?? PAGE_SIZE_DEFAULT };
}

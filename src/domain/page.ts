/** One page of a list; `next_cursor` is null on the last. */
export interface Page<T> {
  readonly data: readonly T[];
  readonly next_cursor: string | null;
}

/** Which page: after the item with id `cursor`, at most `limit` items. */
export interface PageRequest {
  readonly cursor: string | null;
  readonly limit: number;
}

/**
 * Makes a page of what was read with a limit of one more than asked for: the surplus item only
 * says that there is a next page.
 */
export function pageOf<T extends { readonly id: string }>(
  items: readonly T[],
  limit: number,
): Page<T> {
  const data = items.slice(0, limit);
  const last = data.at(-1);
  return { data, next_cursor: items.length > limit && last ? last.id : null };
}

import { keepPreviousData, useInfiniteQuery } from '@tanstack/preact-query';
import { useMemo, useState } from 'preact/hooks';

import type { QueueItem } from '../../../openapi/types.js';
import { answerOf, api } from '../api/client.js';
import type { Filters } from './filters.js';

const PAGE_ITEMS = 100;

export interface Line {
  readonly items: readonly QueueItem[];
  /** The moment that all of it is of; null until something was answered. */
  readonly as_of: string | null;
  /** Why there is nothing to show. */
  readonly error: Error | null;
  /** Why what follows the last item could not be read. */
  readonly moreError: Error | null;
  readonly loading: boolean;
  readonly more: boolean;
  readonly fetchMore: () => void;
  /** Reads the queue anew, from its beginning. */
  readonly renew: () => void;
}

/**
 * The queue as it was when its first page was read: it grows at its end as one goes on, and is
 * otherwise left alone until the moderator wants a newer one.
 */
export function useLine(filters: Filters): Line {
  const [turn, setTurn] = useState(0);
  const query = useInfiniteQuery({
    queryKey: ['line', filters, turn],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/queue', {
          params: {
            query: { ...filters, limit: PAGE_ITEMS, ...(pageParam !== '' && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const { data } = query;
  const items = useMemo(() => data?.pages.flatMap((page) => page.data) ?? [], [data]);
  return {
    items,
    as_of: data?.pages[0]?.as_of ?? null,
    error: data === undefined ? query.error : null,
    moreError: data === undefined ? null : query.error,
    loading: query.isPending || query.isPlaceholderData,
    more: query.hasNextPage,
    fetchMore: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
    },
    renew: () => setTurn((before) => before + 1),
  };
}

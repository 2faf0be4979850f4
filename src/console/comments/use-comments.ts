import { useInfiniteQuery } from '@tanstack/preact-query';

import type { operations } from '../../../openapi/types.js';
import { answerOf, api } from '../api/client.js';

type Query = NonNullable<operations['listComments']['parameters']['query']>;

/** What comments are asked for; all that is given must hold. */
export type CommentQuery = Omit<Query, 'cursor' | 'limit'>;

const PAGE_ITEMS = 30;

/** Comments of whatever status, newest first, page by page. */
export function useComments(query: CommentQuery, asked = true) {
  return useInfiniteQuery({
    queryKey: ['comments', query],
    enabled: asked,
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/comments', {
          params: {
            query: { ...query, limit: PAGE_ITEMS, ...(pageParam !== '' && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });
}

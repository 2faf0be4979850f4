import { useInfiniteQuery, useQuery } from '@tanstack/preact-query';

import type { Notice } from '../../../openapi/types.js';
import { answerOf, api } from '../api/client.js';

export const NOTICES = ['notices'] as const;

export type NoticeStatus = Notice['status'];

/** No event tells of a notice, so a list is asked for again from time to time. */
const AGAIN_MILLISECONDS = 60_000;

/** Notices that stand so, newest first; null for all. */
export function useNoticePages(status: NoticeStatus | null) {
  return useInfiniteQuery({
    queryKey: [...NOTICES, 'list', status],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/notices', {
          params: {
            query: { ...(status && { status }), ...(pageParam !== '' && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
    refetchInterval: AGAIN_MILLISECONDS,
  });
}

export function useNotice(id: string) {
  return useQuery({
    queryKey: [...NOTICES, 'one', id],
    queryFn: async () => answerOf(api.GET('/v1/notices/{id}', { params: { path: { id } } })),
  });
}

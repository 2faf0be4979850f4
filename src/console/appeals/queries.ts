import { useInfiniteQuery, useQuery } from '@tanstack/preact-query';

import type { Appeal } from '../../../openapi/types.js';
import { answerOf, api } from '../api/client.js';

export const APPEALS = ['appeals'] as const;

export type AppealStatus = Appeal['status'];

/** Appeals that stand so, newest first; null for all. */
export function useAppealPages(status: AppealStatus | null) {
  return useInfiniteQuery({
    queryKey: [...APPEALS, 'list', status],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/appeals', {
          params: {
            query: { ...(status && { status }), ...(pageParam !== '' && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });
}

export function useAppeal(id: string) {
  return useQuery({
    queryKey: [...APPEALS, 'one', id],
    queryFn: async () => answerOf(api.GET('/v1/appeals/{id}', { params: { path: { id } } })),
  });
}

/** What the author was told of the decision; asked for when somebody wants to read it. */
export function useStatement(decision: string, asked: boolean) {
  return useQuery({
    queryKey: ['statement', decision],
    enabled: asked,
    queryFn: async () =>
      answerOf(api.GET('/v1/decisions/{id}/statement', { params: { path: { id: decision } } })),
  });
}

import { useInfiniteQuery, useQuery } from '@tanstack/preact-query';

import type { Delivery } from '../../../openapi/types.js';
import { answerOf, api } from '../api/client.js';

export const WEBHOOKS = ['webhooks'];

/** Deliveries come and go by themselves; no event tells of them. */
const EVERY_MILLISECONDS = 5_000;

export function useWebhooks() {
  return useQuery({
    queryKey: WEBHOOKS,
    queryFn: async () => answerOf(api.GET('/v1/webhooks')),
    refetchInterval: EVERY_MILLISECONDS,
  });
}

export function useWebhook(id: string) {
  return useQuery({
    queryKey: [...WEBHOOKS, id],
    queryFn: async () => answerOf(api.GET('/v1/webhooks/{id}', { params: { path: { id } } })),
    refetchInterval: EVERY_MILLISECONDS,
  });
}

/** Newest first; null for every status. */
export function useDeliveries(id: string, status: Delivery['status'] | null) {
  return useInfiniteQuery({
    queryKey: [...WEBHOOKS, id, 'deliveries', status],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/webhooks/{id}/deliveries', {
          params: {
            path: { id },
            query: { ...(status && { status }), ...(pageParam !== '' && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
    refetchInterval: EVERY_MILLISECONDS,
  });
}

/** One delivery with its attempts. */
export function useDelivery(id: string, delivery: string) {
  return useQuery({
    queryKey: [...WEBHOOKS, id, 'delivery', delivery],
    queryFn: async () =>
      answerOf(
        api.GET('/v1/webhooks/{id}/deliveries/{delivery}', { params: { path: { id, delivery } } }),
      ),
    refetchInterval: EVERY_MILLISECONDS,
  });
}

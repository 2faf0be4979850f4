import { useInfiniteQuery, useQuery } from '@tanstack/preact-query';

import type { Block } from '../../../openapi/types.js';
import { answerOf, api } from '../api/client.js';

export const BLOCKS = ['blocks'] as const;

export type BlockKind = Block['kind'];

export const BLOCK_KINDS: readonly BlockKind[] = ['author', 'name', 'email', 'email_domain', 'ip'];

/** Which blocks are shown. */
export interface BlockFilters {
  /** Null for all. */
  readonly kind: BlockKind | null;
  /** Also those that ended or were lifted. */
  readonly past: boolean;
}

export function useBlockPages({ kind, past }: BlockFilters) {
  return useInfiniteQuery({
    queryKey: [...BLOCKS, 'list', kind, past],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/blocks', {
          params: {
            query: {
              include_past: past,
              ...(kind && { kind }),
              ...(pageParam !== '' && { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });
}

export function useBlock(id: string) {
  return useQuery({
    queryKey: [...BLOCKS, 'one', id],
    queryFn: async () => answerOf(api.GET('/v1/blocks/{id}', { params: { path: { id } } })),
  });
}

import { useInfiniteQuery, useQuery } from '@tanstack/preact-query';

import type { AuditEntry } from '../../../openapi/types.js';
import { answerOf, api } from '../api/client.js';
import { beginOfDay } from '../parts/local-days.js';

export const RECORD = ['record'] as const;

export type Kind = AuditEntry['kind'];

export const FILTER_NAMES = [
  'kind',
  'actor',
  'object',
  'comment',
  'author',
  'from',
  'to',
] as const;

export type FilterName = (typeof FILTER_NAMES)[number];

/** What is asked of the record, as it stands in the address; days are of this browser’s time. */
export type Filters = Readonly<Partial<Record<FilterName, string>>>;

export function filtersIn(address: URLSearchParams): Filters {
  return Object.fromEntries(
    FILTER_NAMES.flatMap((name) => {
      const value = address.get(name);
      return value === null || value === '' ? [] : [[name, value] as const];
    }),
  );
}

/** Entries that fit, newest first. Whether a filter makes sense the service says. */
export function useEntryPages(filters: Filters) {
  return useInfiniteQuery({
    queryKey: [...RECORD, 'entries', filters],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/audit', {
          params: { query: { ...queryOf(filters), ...(pageParam !== '' && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });
}

/** A text that is no day, as it is: what is wrong with it the service says. */
function queryOf({ kind, from, to, ...equal }: Filters) {
  return {
    ...equal,
    ...(kind !== undefined && { kind: kind as Kind }),
    ...(from !== undefined && { from: beginOfDay(from) ?? from }),
    ...(to !== undefined && { to: beginOfDay(to, 1) ?? to }),
  };
}

/** Where the record ends. */
export function useHead() {
  return useQuery({
    queryKey: [...RECORD, 'head'],
    queryFn: async () => answerOf(api.GET('/v1/audit/head')),
  });
}

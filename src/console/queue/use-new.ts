import { useQuery, useQueryClient } from '@tanstack/preact-query';

import { answerOf, api } from '../api/client.js';
import { type LiveEvent, useLive } from '../api/live.js';
import { serviceNow } from '../api/service-time.js';
import type { Filters } from './filters.js';

const SETTLING_MILLISECONDS = 700;
const COUNTED_MAX = 100;

const BRINGING: ReadonlySet<LiveEvent['type']> = new Set([
  'comment.submitted',
  'comment.held',
  'comment.reported',
  'comment.edited',
]);

export interface Newcomers {
  readonly count: number;
  /** There are more than were counted. */
  readonly more: boolean;
}

const NONE: Newcomers = { count: 0, more: false };
let due: ReturnType<typeof setTimeout> | undefined;

/**
 * How many began to wait since the queue on the page was read, by its filters. Asked when something
 * came in, once for a burst; the queue itself stays as it is.
 */
export function useNewcomers(
  filters: Filters,
  as_of: string | null,
  known: ReadonlySet<string>,
): Newcomers {
  const queries = useQueryClient();
  useLive(({ type }) => {
    if (!BRINGING.has(type)) return;
    due ??= setTimeout(() => {
      due = undefined;
      void queries.invalidateQueries({ queryKey: ['newcomers'] });
    }, SETTLING_MILLISECONDS);
  });
  const { data } = useQuery({
    queryKey: ['newcomers', filters, as_of],
    enabled: as_of !== null,
    staleTime: Infinity,
    gcTime: 0,
    queryFn: async () => {
      const since = Math.max(serviceNow() - Date.parse(as_of ?? ''), 0);
      const minutes = Math.ceil(since / 60_000) + 1;
      const max_age = Math.min(minutes, filters.max_age ?? minutes);
      return answerOf(
        api.GET('/v1/queue', { params: { query: { ...filters, max_age, limit: COUNTED_MAX } } }),
      );
    },
  });
  if (data === undefined || as_of === null) return NONE;
  const since = as_of.slice(0, 19);
  const fresh = data.data.filter(
    ({ comment, waiting_since }) => waiting_since.slice(0, 19) >= since && !known.has(comment.id),
  );
  return { count: fresh.length, more: fresh.length > 0 && data.next_cursor !== null };
}

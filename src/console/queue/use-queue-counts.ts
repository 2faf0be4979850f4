import { useQuery, useQueryClient } from '@tanstack/preact-query';

import { answerOf, api } from '../api/client.js';
import { useLive } from '../api/live.js';

const SETTLING_MILLISECONDS = 1_000;
let due: ReturnType<typeof setTimeout> | undefined;

/** How much waits for a person. Asked anew when something happened, once for a burst of events. */
export function useQueueCounts() {
  const queries = useQueryClient();
  useLive(() => {
    due ??= setTimeout(() => {
      due = undefined;
      void queries.invalidateQueries({ queryKey: ['queue', 'counts'] });
    }, SETTLING_MILLISECONDS);
  });
  return useQuery({
    queryKey: ['queue', 'counts'],
    queryFn: async () => answerOf(api.GET('/v1/queue/counts')),
    refetchInterval: 60_000,
  });
}

import { useQueryClient } from '@tanstack/preact-query';
import { useEffect, useRef } from 'preact/hooks';

import { type LiveEvent, useLive } from './live.js';

const SETTLING_MILLISECONDS = 400;

/** Asks anew for all that begins with the key when one of these happens; once for a burst. */
export function useRenewal(types: readonly LiveEvent['type'][], queryKey: readonly string[]): void {
  const queries = useQueryClient();
  const due = useRef<ReturnType<typeof setTimeout>>();
  useLive(({ type }) => {
    if (!types.includes(type)) return;
    due.current ??= setTimeout(() => {
      due.current = undefined;
      void queries.invalidateQueries({ queryKey });
    }, SETTLING_MILLISECONDS);
  });
  useEffect(() => () => clearTimeout(due.current), []);
}
